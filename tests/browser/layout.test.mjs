// How the pages behave in a browser: narrow screens, keyboard, no script, the clock, the policy.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { start } from "./support/browser.mjs";
import { readable, samples, tags, told } from "./support/site.mjs";

let site;
before(async () => (site = await start()));
after(() => site?.close());

/** Runs `body` on a page of a fresh context. */
async function on(route, options, body) {
  const context = await site.browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  try {
    await page.goto(site.url(route));
    return await body(page);
  } finally {
    await context.close();
  }
}

const phone = { viewport: { width: 360, height: 740 } };
const desk = { viewport: { width: 1280, height: 900 } };

/** What stands in the focus: its tag, text and address. */
const focus = (page) =>
  page.evaluate(() => {
    const { tagName, textContent, href, className } = document.activeElement;
    return { tag: tagName.toLowerCase(), text: textContent.trim(), href, class: className };
  });

describe("every kind of page", { timeout: 600_000 }, () => {
  it("never scrolls sideways at 320 px, nor at 768 and 1280", async () => {
    const wrong = [];
    await on("", { viewport: { width: 320, height: 640 } }, async (page) => {
      for (const { route } of samples()) {
        await page.goto(site.url(route));
        for (const width of [320, 768, 1280]) {
          await page.setViewportSize({ width, height: 640 });
          wrong.push(...(await page.evaluate(overflow)).map((what) => `/${route} ${width}px: ${what}`));
        }
      }
    });
    assert.equal(wrong.length, 0, told(wrong));
  });

  it("keeps its text when it is set twice as large in 640 px", async () => {
    const wrong = [];
    await on("", { viewport: { width: 640, height: 900 } }, async (page) => {
      for (const { route } of samples()) {
        await page.goto(site.url(route));
        await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
        wrong.push(...(await page.evaluate(overflow)).map((what) => `/${route}: ${what}`));
      }
    });
    assert.equal(wrong.length, 0, told(wrong));
  });

  it("says nothing in the console, asks for nothing that is missing and for no other host", async () => {
    const wrong = [];
    await on("", desk, async (page) => {
      let route = "";
      const note = (what) => wrong.push(`/${route}: ${what}`);
      page.on("console", (line) => {
        if (["error", "warning"].includes(line.type())) note(line.text());
      });
      page.on("pageerror", (error) => note(error.message));
      // A picture that is still loading when the next page is asked for is given up by the browser.
      page.on("requestfailed", (request) => {
        const why = request.failure()?.errorText;
        if (why !== "net::ERR_ABORTED") note(`${request.url()} ${why}`);
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(site.address)) note(`asks for ${request.url()}`);
      });
      page.on("response", (response) => {
        if (response.status() >= 400) note(`${response.status()} ${response.url()}`);
      });
      for (const sample of samples()) {
        route = sample.route;
        await page.goto(site.url(route), { waitUntil: "load" });
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        await page.waitForTimeout(50);
      }
    });
    assert.equal(wrong.length, 0, told(wrong));
  });

  it("shows the same text without JavaScript", async () => {
    const wrong = [];
    await on("", { ...desk, javaScriptEnabled: false }, async (page) => {
      for (const { route, kind } of samples()) {
        await page.goto(site.url(route));
        const heading = page.locator("h1").first();
        const text = await page.locator("main").innerText();
        const images = await page.locator("main img:not([loading=lazy])").all();
        if (!(await heading.isVisible())) wrong.push(`/${route}: h1 is not seen`);
        // A message of a few words is all that some pages say.
        const least = ["removed", "notfound"].includes(kind) ? 30 : 100;
        if (text.trim().length < least) wrong.push(`/${route}: ${text.trim().length} characters`);
        for (const image of images) {
          if (!(await image.isVisible())) wrong.push(`/${route}: an image is not seen`);
        }
      }
    });
    assert.equal(wrong.length, 0, told(wrong));
  });

  it("has a link past the menu as its first stop", async () => {
    const wrong = [];
    await on("", desk, async (page) => {
      for (const { route } of samples()) {
        await page.goto(site.url(route));
        await page.keyboard.press("Tab");
        const seen = await page.locator(":focus").evaluate((link) => {
          const box = link.getBoundingClientRect();
          return { hash: link.hash, shown: box.width > 1 && box.height > 1 && box.top >= 0 };
        });
        if (!seen.hash || !seen.shown) wrong.push(`/${route}: ${JSON.stringify(seen)}`);
        await page.keyboard.press("Enter");
        const inside = await page.evaluate(() => document.activeElement.matches("main"));
        if (!inside) wrong.push(`/${route}: the link does not move the focus to main`);
      }
    });
    assert.equal(wrong.length, 0, told(wrong));
  });
});

/** What reaches beyond the right edge; things that scroll by themselves may. */
function overflow() {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const past = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > wide + 1;
  });
  const names = past.slice(0, 3).map((element) => {
    return `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
  });
  return [`${document.documentElement.scrollWidth}px wide: ${names.join(", ")}`];
}

describe("the menu of small screens", { timeout: 120_000 }, () => {
  const open = (page) => page.evaluate(() => document.querySelector("#menu").matches(":popover-open"));

  for (const [name, options] of [
    ["with JavaScript", phone],
    ["without JavaScript", { ...phone, javaScriptEnabled: false }],
  ]) {
    it(`opens, is walked through and closes by keyboard ${name}`, async () => {
      await on("", options, async (page) => {
        const button = page.locator(".menu-button");
        const links = page.locator("#menu a");
        assert.equal(await links.first().isVisible(), false, "shut at first");
        await button.focus();
        await page.keyboard.press("Enter");
        assert.equal(await open(page), true, "Enter opens it");
        for (let at = 0; at < (await links.count()); at += 1) {
          await page.keyboard.press("Tab");
          const link = links.nth(at);
          assert.equal((await focus(page)).href, await link.evaluate((a) => a.href), `link ${at}`);
          assert.equal(await link.isVisible(), true, `link ${at} is seen`);
        }
        await page.keyboard.press("Escape");
        assert.equal(await open(page), false, "Escape shuts it");
        assert.equal(await button.evaluate((it) => it === document.activeElement), true, "focus returns");
        await page.keyboard.press("Space");
        assert.equal(await open(page), true, "Space opens it");
        await page.keyboard.press("Space");
        assert.equal(await open(page), false, "Space shuts it");
      });
    });
  }

  it("is a plain row of links on a wide screen", async () => {
    await on("", desk, async (page) => {
      assert.equal(await page.locator(".menu-button").isVisible(), false);
      for (const link of await page.locator("#menu a").all()) assert.equal(await link.isVisible(), true);
    });
  });

  it("marks where one is", async () => {
    const list = readable().find((page) => page.route === "san-pham/");
    await on(list.route, desk, async (page) => {
      assert.equal(await page.locator('#menu [aria-current="page"]').count(), 1);
    });
  });
});

describe("the map of the home page", { timeout: 120_000 }, () => {
  it("is reached by keyboard, province by province, and each tile leads to its province", async () => {
    await on("", desk, async (page) => {
      const links = page.locator(".map a");
      assert.equal(await links.count(), 34);
      await links.first().focus();
      for (let at = 0; at < 34; at += 1) {
        const now = await focus(page);
        assert.equal(now.href, await links.nth(at).evaluate((a) => a.href), `tile ${at}`);
        assert.match(new URL(now.href).pathname, /^\/tinh\/[a-z-]+\/$/);
        assert.match(await links.nth(at).getAttribute("aria-label"), /^\S.* \d+ \S/);
        await page.keyboard.press("Tab");
      }
      await links.first().focus();
      const name = await links.first().locator(".tile-name").innerText();
      await page.keyboard.press("Enter");
      await page.waitForURL("**/tinh/**");
      assert.ok((await page.locator("h1").innerText()).includes(name));
    });
  });

  it("names Hoàng Sa and Trường Sa, lays no tile over another and shows what has the focus", async () => {
    await on("", desk, async (page) => {
      const islands = await page.locator(".map .island").allInnerTexts();
      assert.ok(islands.some((text) => text.includes("Hoàng Sa")), String(islands));
      assert.ok(islands.some((text) => text.includes("Trường Sa")), String(islands));
      const boxes = await page.locator(".map > li").evaluateAll((tiles) =>
        tiles.map((tile) => {
          const { left, right, top, bottom } = tile.getBoundingClientRect();
          return { name: tile.textContent.trim(), left, right, top, bottom };
        }),
      );
      const over = (a, b) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
      const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => over(a, b)).map((b) => [a.name, b.name]));
      assert.deepEqual(pairs, []);
      await page.locator(".map a").first().focus();
      await page.keyboard.press("Tab");
      const ring = await page.locator(".map a").nth(1).evaluate((link) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(link);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 || boxShadow !== "none";
      });
      assert.equal(ring, true, "a ring is drawn");
    });
  });
});

describe("the state of validity", { timeout: 120_000 }, () => {
  // First line of the page that ends by itself: a product's own, and one on a card.
  const dated = (kind) => {
    for (const page of readable().filter((page) => page.lang === "vi" && page.kind === kind)) {
      const lines = tags(page.html).map(({ attributes }) => attributes);
      const line = lines.find((a) => a["data-until"] && ["valid", "expiring"].includes(a["data-state"]));
      if (line) return { route: page.route, until: line["data-until"] };
    }
    return undefined;
  };

  /** The badge as it reads for a visitor at `moment`. */
  async function badge(route, until, moment) {
    const context = await site.browser.newContext(desk);
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(moment));
    await page.goto(site.url(route));
    const found = page.locator(`[data-until="${until}"] .badge`).first();
    const seen = { text: (await found.innerText()).trim(), state: await found.getAttribute("data-state") };
    await context.close();
    return seen;
  }

  const written = (iso) => iso.split("-").reverse().join("/");

  for (const kind of ["product", "home"]) {
    it(`turns with the visitor's clock on ${kind} pages`, async () => {
      const line = dated(kind);
      assert.ok(line, "a page with a running certificate");
      const { route, until } = line;
      // The last day counts to its end in Viet Nam, which is 17:00 UTC.
      const last = await badge(route, until, `${until}T16:59:00Z`);
      assert.notEqual(last.state, "lapsed", `${route} on its last day: ${last.text}`);
      const next = await badge(route, until, `${until}T17:01:00Z`);
      assert.equal(next.state, "lapsed", `${route} on the day after: ${next.text}`);
      assert.match(next.text, /hết hạn/i);
      if (kind === "product") assert.equal(next.text, `Đã hết hạn ${written(until)}`);
      const near = await badge(route, until, `${until}T00:00:00Z`);
      assert.equal(near.state, "expiring", `${route} shortly before: ${near.text}`);
    });
  }
});
