// Photos in a browser: what they weigh on a telephone, that nothing jumps, that they open large by keyboard, finger and
// without a script.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import { start } from "./support/browser.mjs";
import { pages, tags, target, told } from "./support/site.mjs";

let site;
before(async () => (site = await start()));
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const images = (page) => tags(page.html).filter(({ name }) => name === "img");
const shown = (page) => images(page).filter(({ attributes }) => attributes.srcset);

/** The page of a kind with the most photos. */
const fullest = (kind) =>
  pages()
    .filter((page) => page.kind.startsWith(kind) && page.lang === "vi")
    .sort((a, b) => shown(b).length - shown(a).length)[0];

async function on(route, options, body) {
  const context = await site.browser.newContext({ reducedMotion: "reduce", ...options });
  try {
    const page = await context.newPage();
    return await body(page, () => page.goto(site.url(route), { waitUntil: "load" }));
  } finally {
    await context.close();
  }
}

/** A product's page that shows three photos: the example has one of each product, so its figure is put in three times. */
async function gallery(options, body) {
  const product = pages().find((page) => page.kind === "product" && page.lang === "vi" && page.html.includes('<figure class="lead-cover">'));
  const others = [...new Set(pages().flatMap((page) => shown(page).map(({ attributes }) => target(page, attributes.src))))];
  await on(product.route, options, async (page, go) => {
    await page.route(site.url(product.route), async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      const figure = /<figure class="lead-cover">[\s\S]*?<\/figure>/.exec(html)[0];
      const copies = others.slice(0, 2).map((path) => figure.replace(/href="[^"]*"/, `href="/${path}"`));
      await route.fulfill({ response: answer, body: html.replace(figure, figure + copies.join("")) });
    });
    await go();
    await page.waitForFunction(() => document.querySelector(".reel")?.children.length === 3);
    await body(page);
  });
}

const state = (page) =>
  page.evaluate(() => ({
    open: document.querySelector(".viewer").open,
    count: document.querySelector(".viewer-count").textContent,
    focus: document.activeElement.className,
    inside: document.querySelector(".viewer").contains(document.activeElement),
  }));

describe("photos", { timeout: 600_000 }, () => {
  it("say their width and height, and never ask for more than a card shows", () => {
    const wrong = pages().flatMap((page) =>
      shown(page)
        .filter(({ attributes }) => !(attributes.width > 0 && attributes.height > 0 && attributes.sizes && attributes.class?.includes("tone-")))
        .map(({ attributes }) => `${page.path}: ${attributes.src}`),
    );
    assert.equal(wrong.length, 0, told(wrong));
    assert.ok(shown(fullest("listing")).length > 10, "no list with photos");
  });

  it("weigh at most 400 KB in a list of 24 cards, and 100 KB before one scrolls", async (test) => {
    const list = fullest("listing");
    await on(list.route, PHONE, async (page, go) => {
      let bytes = 0;
      let count = 0;
      page.on("response", async (response) => {
        if (!/\/anh\//.test(response.url())) return;
        count += 1;
        bytes += (await response.body().catch(() => [])).length;
      });
      await go();
      await page.waitForLoadState("networkidle");
      test.diagnostic(`/${list.route}: ${count} photos, ${bytes} bytes before scrolling`);
      assert.ok(bytes <= 100 * 1024, `${bytes} bytes before scrolling`);
      await page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 300) {
          scrollTo(0, y);
          await new Promise((done) => setTimeout(done, 60));
        }
      });
      await page.waitForLoadState("networkidle");
      test.diagnostic(`${count} photos, ${bytes} bytes after scrolling`);
      assert.ok(count > 10 && bytes <= 400 * 1024, `${count} photos, ${bytes} bytes after scrolling`);
    });
  });

  it("move nothing when they come", async () => {
    for (const route of [fullest("listing").route, fullest("product").route, ""]) {
      await on(route, PHONE, async (page, go) => {
        await page.addInitScript(() => {
          globalThis.shift = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
        });
        await go();
        await page.waitForLoadState("networkidle");
        const moved = await page.evaluate(() => globalThis.shift);
        assert.ok(moved < 0.01, `/${route}: ${moved}`);
      });
    }
  });

  it("open by key, move by arrows, keep the focus and give it back", async () => {
    await gallery({}, async (page) => {
      await page.locator("a.zoom").nth(1).focus();
      await page.keyboard.press("Enter");
      assert.deepEqual(await state(page), { open: true, count: "Ảnh 2 / 3", focus: "viewer-close", inside: true });
      await page.keyboard.press("ArrowRight");
      assert.equal((await state(page)).count, "Ảnh 3 / 3");
      await page.keyboard.press("ArrowRight");
      assert.equal((await state(page)).count, "Ảnh 3 / 3");
      await page.keyboard.press("Home");
      assert.equal((await state(page)).count, "Ảnh 1 / 3");
      for (let step = 0; step < 8; step += 1) {
        await page.keyboard.press("Tab");
        const kept = await page.evaluate(() => document.activeElement === document.body || document.querySelector(".viewer").contains(document.activeElement));
        assert.ok(kept, `the focus left after ${step + 1} tabs`);
      }
      await page.keyboard.press("Escape");
      const after = await page.evaluate(() => [document.querySelector(".viewer").open, [...document.querySelectorAll("a.zoom")].indexOf(document.activeElement)]);
      assert.deepEqual(after, [false, 1]);
    });
  });

  it("are swiped on a telephone", async () => {
    await gallery(PHONE, async (page) => {
      await page.locator("a.zoom").first().tap();
      assert.equal((await state(page)).count, "Ảnh 1 / 3");
      const session = await page.context().newCDPSession(page);
      const touch = (type, ...touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
      await touch("touchStart", { x: 320, y: 370 });
      for (let x = 300; x >= 40; x -= 20) {
        await touch("touchMove", { x, y: 370 });
        await new Promise((done) => setTimeout(done, 16));
      }
      await touch("touchEnd");
      await page.waitForFunction(() => document.querySelector(".viewer-count").textContent === "Ảnh 2 / 3");
    });
  });

  it("have nothing for axe to find while one is open", async () => {
    await gallery({}, async (page) => {
      await page.locator("a.zoom").first().click();
      await page.evaluate(axe.source);
      const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }));
      const wrong = found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].failureSummary}`);
      assert.equal(wrong.length, 0, told(wrong));
    });
  });

  it("are links to themselves without a script", async () => {
    await on(fullest("product").route, { javaScriptEnabled: false }, async (page, go) => {
      await go();
      const href = await page.locator("a.zoom").first().getAttribute("href");
      const answer = await page.request.get(new URL(href, page.url()).href);
      assert.equal(answer.headers()["content-type"], "image/webp");
      assert.ok((await page.locator("dialog").count()) > 0 && !(await page.locator("dialog").isVisible()));
    });
  });
});
