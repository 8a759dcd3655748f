// The search as a visitor uses it: typing, facets, the address, the keyboard, lists, and all that can go wrong.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "node:test";
import { launch, start } from "./support/browser.mjs";
import { OUT, readable } from "./support/site.mjs";

let site;
before(async () => (site = await start()));
after(() => site?.close());

const WIDE = { width: 1280, height: 900 };

/** Runs `body` on a page of a fresh context; mistakes of scripts and breaches of the policy fail the test. */
async function visit(route, body, { init, prepare, quiet = [], ...options } = {}) {
  const context = await site.browser.newContext({ reducedMotion: "reduce", viewport: WIDE, ...options });
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (line) => line.type() === "error" && !quiet.some((it) => it.test(line.text())) && errors.push(line.text()));
  page.on("dialog", () => errors.push("a script ran"));
  try {
    await prepare?.(page);
    await page.goto(route.startsWith("file:") ? route : site.url(route));
    await body(page, context);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

const answered = (page) => page.locator(".list-main:not([aria-busy]) .find-count").waitFor();
const heading = (page) => page.locator(".find-count").innerText();
const names = (page) => page.locator(".list-main .card-name").allInnerTexts();
const count = async (page) => Number(/\d+/.exec((await heading(page)).replace(/[.,](?=\d{3})/g, ""))?.[0] ?? 0);

/** Waits until the heading says something else. */
async function changed(page, act) {
  const old = await heading(page);
  await act();
  await page.waitForFunction((text) => document.querySelector(".find-count").innerText !== text, old);
}

describe("the search page", { timeout: 180_000 }, () => {
  it("finds a product without marks while its name is typed, and keeps the words in the address", async () => {
    const product = readable().find((page) => page.kind === "product" && page.lang === "vi");
    const name = /<h1[^>]*>([^<]+)</.exec(product.html)[1].trim();
    const typed = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
    await visit("tim/", async (page) => {
      await answered(page);
      await changed(page, () => page.locator("#q").pressSequentially(typed, { delay: 5 }));
      await page.waitForFunction((wanted) => [...document.querySelectorAll(".card-name a")].some((it) => it.href.endsWith(wanted)), product.route);
      assert.equal(new URL(page.url()).searchParams.get("q"), typed);
      assert.match(await page.locator(".card-name").first().innerHTML(), /<mark>/);
    });
  });

  it("counts exactly: choosing a value gives as many as it said", async () => {
    await visit("tim/?q=mat+ong", async (page) => {
      await answered(page);
      for (const facet of ["province", "stars", "group"]) {
        const choices = page.locator(`[data-facet="${facet}"] .choice:not(.none)`);
        const choice = choices.first();
        const said = Number(await choice.locator(".n").innerText());
        await choice.locator("input").check();
        await page.waitForURL((url) => url.searchParams.has(facet));
        await page.waitForFunction((n) => document.querySelector(".find-count").innerText.startsWith(`${n} `), said);
        assert.equal((await names(page)).length, Math.min(24, said));
      }
      const several = page.locator('[data-facet="stars"] .choice:not(.none) input:not(:checked)');
      if (await several.count()) {
        const before = await count(page);
        const more = Number(await several.first().locator("xpath=..").locator(".n").innerText());
        await several.first().check();
        await page.waitForFunction((n) => document.querySelector(".find-count").innerText.startsWith(`${n} `), before + more);
      }
    });
  });

  it("greys what would give nothing, and does not hide it", async () => {
    await visit("tim/?q=nuoc+mam", async (page) => {
      await answered(page);
      const none = page.locator(".choice.none");
      assert.ok((await none.count()) > 3);
      assert.equal(await none.first().isVisible(), true);
      assert.equal(await none.first().locator("input").isDisabled(), true);
    });
  });

  it("goes back, forward, opens elsewhere and reloads to the same place", async () => {
    await visit("tim/?q=che", async (page, context) => {
      await answered(page);
      const first = await heading(page);
      await changed(page, () => page.locator('[data-facet="stars"] .choice:not(.none) input').first().check());
      const second = await heading(page);
      const address = page.url();
      await changed(page, () => page.goBack());
      assert.equal(await heading(page), first);
      await changed(page, () => page.goForward());
      assert.equal(await heading(page), second);
      const other = await context.newPage();
      await other.goto(address);
      await answered(other);
      assert.equal(await heading(other), second);
      assert.deepEqual(await names(other), await names(page));
      await other.close();
      await page.goto(site.url("tim/"));
      await answered(page);
      await page.evaluate(() => scrollTo(0, 900));
      await page.waitForFunction(() => history.state?.y === 900);
      await page.reload();
      await answered(page);
      await page.waitForFunction(() => Math.abs(scrollY - 900) < 2);
      // A product and back again.
      await page.locator(".card-name a").nth(5).click();
      await page.waitForURL(/san-pham/);
      await page.goBack();
      await answered(page);
      await page.waitForFunction(() => scrollY > 500);
    });
  });

  it("takes choices back by their chips, the focus at hand", async () => {
    await visit("tim/?q=che&stars=4&group=thuc-pham", async (page) => {
      await answered(page);
      const chips = page.locator(".chips .chip:not(.all)");
      assert.equal(await chips.count(), 2);
      await chips.first().focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll(".chips .chip").length === 1);
      assert.equal(await page.evaluate(() => document.activeElement.className), "chip");
      assert.equal(new URL(page.url()).searchParams.getAll("group").length, 0);
    });
  });

  it("offers what to change where nothing is found", async () => {
    await visit("tim/?q=nuoc+mam&group=du-lich", async (page) => {
      await answered(page);
      assert.equal(await heading(page), "Không tìm thấy sản phẩm nào");
      await changed(page, () => page.getByRole("button", { name: /^Bỏ lọc Nhóm: \d+ sản phẩm/ }).click());
      assert.ok((await count(page)) > 0);
    });
    await visit("tim/?q=nuwowcs+mawms", async (page) => {
      await answered(page);
      assert.ok((await count(page)) > 0, "leftovers of an input method are understood");
    });
  });

  it("sorts by name in Vietnamese order and by price, and pages through all of it", async () => {
    await visit("tim/?sort=name", async (page) => {
      await answered(page);
      const total = await count(page);
      const all = [...(await names(page))];
      while (await page.locator('.pager [rel="next"]').count()) {
        const at = await page.locator(".pager [aria-current]").innerText();
        await page.locator('.pager [rel="next"]').click();
        await page.waitForFunction((old) => document.querySelector(".pager [aria-current]").innerText !== old, at);
        all.push(...(await names(page)));
      }
      assert.equal(all.length, total);
      const firsts = all.map((name) => name.normalize("NFD")[0].toUpperCase()).filter((it) => /[A-CE-Z]/.test(it));
      assert.deepEqual(firsts, [...firsts].sort());
      await page.locator("#find-sort").selectOption("price");
      await page.waitForURL(/sort=price/);
    });
  });

  it("says why with explain=1", async () => {
    await visit("tim/?q=mat+ong&explain=1", async (page) => {
      await answered(page);
      assert.ok((await page.locator(".why").first().innerText()).length > 10);
    });
  });

  it("announces the count and is used by keyboard alone at 320 px", async () => {
    await visit("tim/?q=che", async (page) => {
      await answered(page);
      await page.waitForFunction(() => document.querySelector(".list-main [role=status]").textContent.includes("sản phẩm"));
      const wide = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.equal(wide[0], wide[1]);
      const filter = page.locator(".find-filter");
      await filter.focus();
      await page.keyboard.press("Enter");
      assert.equal(await filter.getAttribute("aria-expanded"), "true");
      const box = page.locator('[data-facet="stars"] .choice:not(.none) input').first();
      await box.focus();
      await changed(page, () => page.keyboard.press("Space"));
      assert.equal(await box.evaluate((it) => it === document.activeElement && it.checked), true);
    }, { viewport: { width: 320, height: 640 } });
  });

  it("moves nothing that can be seen while it loads", async () => {
    const watch = () => {
      window.moved = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((it) => (window.moved += it.hadRecentInput ? 0 : it.value)))
        .observe({ type: "layout-shift", buffered: true });
    };
    await visit("tim/?q=mat+ong", async (page) => {
      await answered(page);
      await page.waitForTimeout(300);
      const moved = await page.evaluate(() => window.moved);
      assert.ok(moved < 0.05, `${moved}`);
    }, { init: watch });
  });

  it("leads to the lists in a plain sentence without JavaScript", async () => {
    await visit("tim/?q=che", async (page) => {
      assert.match(await page.locator("noscript").innerText(), /cần JavaScript/);
      assert.ok(await page.locator('noscript a[href$="a-z/"]').isVisible());
      assert.equal(await page.locator(".find").isVisible(), false);
    }, { javaScriptEnabled: false });
  });
});

describe("suggestions", { timeout: 120_000 }, () => {
  it("come while typing, are walked through by arrows and followed by Enter", async () => {
    await visit("", async (page) => {
      assert.equal(await page.evaluate(() => performance.getEntriesByType("resource").filter((it) => /search-|core\.bin/.test(it.name)).length), 0);
      const field = page.locator("#q-home");
      await field.click();
      await field.pressSequentially("mat ong", { delay: 10 });
      const options = page.locator('.suggest [role="option"]');
      await options.first().waitFor();
      assert.equal(await field.getAttribute("aria-expanded"), "true");
      await page.keyboard.press("ArrowDown");
      const active = await field.getAttribute("aria-activedescendant");
      assert.equal(active, await options.first().getAttribute("id"));
      assert.equal(await options.first().getAttribute("aria-selected"), "true");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".suggest").isVisible(), false);
      assert.equal(await field.inputValue(), "mat ong");
      await page.keyboard.press("ArrowDown");
      await options.first().waitFor();
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.waitForURL(/tim\/\?q=mat\+ong/);
    });
  });

  it("open below the masthead on small screens", async () => {
    await visit("san-pham/", async (page) => {
      await page.locator(".tool-search").click();
      await page.locator("#find").pressSequentially("che", { delay: 10 });
      await page.locator('.suggest [role="option"]').first().waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(wide, 320);
    }, { viewport: { width: 320, height: 640 } });
  });
});

describe("a list", { timeout: 120_000 }, () => {
  it("is filtered in its place and comes back", async () => {
    await visit("nhom/thuc-pham/", async (page) => {
      const before = await names(page);
      await page.locator("#in-list").pressSequentially("mat ong", { delay: 10 });
      await answered(page);
      await page.waitForURL(/nhom\/thuc-pham\/\?q=mat\+ong/);
      await page.waitForFunction(() => document.querySelector(".find-count").innerText.includes("mat ong"));
      assert.equal(await page.locator('[data-facet="group"]').count(), 0, "its own group is no choice");
      const address = page.url();
      await page.goto(address);
      await answered(page);
      assert.ok((await names(page)).every((name) => name.length > 0));
      await page.goto(site.url("nhom/thuc-pham/"));
      assert.deepEqual(await names(page), before);
    });
  });
});

describe("bad input", { timeout: 240_000 }, () => {
  const hostile = [
    "a".repeat(10_000),
    "mật ong ".repeat(1500),
    "🍯🐝👩‍🌾🇻🇳",
    "عسل طبيعي \u202e\u2066abc",
    "<img src=x onerror=alert(1)><script>alert(2)</script>",
    '"; alert(1); //',
    "\u0000\u0001\u0002\ufffe",
    '-"" - -- """"""',
    "ệ\u0323\u0323\u0323\u0323 \u0301\u0301",
    "__proto__ constructor toString",
  ];

  it("of any sort is answered, not run", async () => {
    await visit("tim/", async (page) => {
      await answered(page);
      for (const text of hostile) {
        await page.evaluate((value) => {
          const field = document.getElementById("q");
          field.value = value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }, text);
        await page.waitForTimeout(250);
        await answered(page);
        assert.equal(await page.locator("main script, main img[src=x]").count(), 0);
        assert.ok((await heading(page)).length > 5);
        const wide = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.equal(wide[0], wide[1], text.slice(0, 30));
        assert.ok(page.url().length < 3000, "the address stays one that hosts accept");
      }
    });
  });

  it("in the address is taken for what it is", async () => {
    const address = "tim/?q=<svg onload=alert(1)>&province=<b>x</b>&province=nowhere&stars=9&stars=__proto__&sort=evil&page=-7&page=1e99&explain=2&unknown=1";
    await visit(address, async (page) => {
      await answered(page);
      assert.equal(await page.locator("main svg[onload], .chips b").count(), 0);
      assert.equal(await page.locator("#find-sort").inputValue(), "relevance");
    });
    await visit("tim/?page=999999", async (page) => {
      await answered(page);
      assert.ok((await names(page)).length > 0, "a page past the end shows the last");
    });
  });
});

describe("trouble", { timeout: 240_000 }, () => {
  const quiet = [/Failed to load resource/];
  const shards = (kind) => readdirSync(join(OUT, "tim", "du-lieu")).filter((name) => new RegExp(`^${kind}\\d+-`).test(name));

  for (const [what, answer] of [["missing", { status: 404, body: "" }], ["corrupt", { body: Buffer.from("not what it was") }]]) {
    it(`of ${what} cards is told, and the rest is shown`, async () => {
      const [name] = shards("c");
      await visit("tim/?sort=name", async (page) => {
        await answered(page);
        await page.locator(".find-note").first().waitFor();
        assert.match(await page.locator(".find-notes").innerText(), /không tải được/);
        assert.ok((await page.locator('[data-facet="province"] .choice').count()) > 10, "facets work");
      }, { quiet, prepare: (page) => page.route(`**/${name}`, (route) => route.fulfill(answer)) });
    });

    it(`of a ${what} core is told with a way on`, async () => {
      await visit("tim/?q=che", async (page) => {
        await page.locator(".find-note button").waitFor();
        assert.equal(await heading(page), "Chưa tìm được");
        await page.unrouteAll();
        await page.locator(".find-note button").click();
        await page.locator(".list-main .card").first().waitFor();
      }, { quiet, prepare: (page) => page.route("**/core.bin", (route) => route.fulfill(answer)) });
    });
  }

  it("of an older page is mended by loading it again, once", async () => {
    let loads = 0;
    await visit("tim/?q=che", async (page) => {
      await page.locator(".find-count").waitFor();
      await page.waitForTimeout(1500);
      assert.equal(loads, 2, "loaded again, and once only");
      await page.locator(".find-note, .card").first().waitFor();
    }, {
      quiet,
      prepare: async (page) => {
        page.on("request", (request) => (loads += request.isNavigationRequest() ? 1 : 0));
        await page.route(/\/t[0-9a-f]{4}-[0-9a-f]{6}\.bin$/, (route) => route.fulfill({ status: 404, body: "" }));
      },
    });
  });

  it("of an old browser leads to the lists", async () => {
    await visit("tim/?q=che", async (page) => {
      await page.locator(".find-note").waitFor();
      assert.match(await page.locator(".find-notes").innerText(), /quá cũ/);
    }, { init: () => delete window.DecompressionStream });
  });
});

describe("from a disk", { timeout: 120_000 }, () => {
  it("search, suggestions and the shortlist work without a server", async () => {
    const address = (route) => pathToFileURL(join(OUT, route)).href;
    const browser = await launch();
    try {
      const page = await (await browser.newContext({ viewport: WIDE })).newPage();
      const errors = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`${address("tim/index.html")}?q=mat+ong`);
      await page.locator(".list-main .card").first().waitFor();
      assert.ok((await count(page)) > 3);
      await page.goto(address("san-pham/index.html"));
      await page.locator(".tool-search").click();
      await page.locator("#find").pressSequentially("che", { delay: 10 });
      await page.locator('.suggest [role="option"]').first().waitFor();
      await page.locator(".card .pick").first().click();
      const key = await page.locator("[data-pick]").first().getAttribute("data-pick");
      await page.goto(`${address("so-chon/index.html")}?p=${key}`);
      await page.locator(".pick-item").waitFor();
      assert.deepEqual(errors, []);
    } finally {
      await browser.close();
    }
  });
});
