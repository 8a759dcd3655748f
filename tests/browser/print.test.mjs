// What is made to be printed, in a browser: the list of brochures, pages of paper, a product on one sheet.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { start } from "./support/browser.mjs";
import { pages, readable, told } from "./support/site.mjs";

let site;
before(async () => (site = await start()));
after(() => site?.close());

const brochures = () => pages().filter((page) => page.kind === "brochure");

/** Shows a page and ends it. */
async function visit(route, look, settings = {}) {
  const context = await site.browser.newContext(settings);
  const page = await context.newPage();
  try {
    await page.goto(site.url(route));
    return await look(page);
  } finally {
    await context.close();
  }
}

/** Pages of the PDF that the browser prints. */
async function sheets(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g).length;
}

/** A product whose own page is longer than a sheet. */
async function longest() {
  const products = readable().filter((page) => /^san-pham\/[a-z0-9-]+\/$/.test(page.route));
  return products.sort((a, b) => b.html.length - a.html.length)[0].route;
}

describe("what is printed", { timeout: 300_000 }, () => {
  it("lists every brochure with pictures, and every file that it links answers", () =>
    visit("an-pham/", async (page) => {
      const links = page.locator(".brochure-link");
      assert.equal(await links.count(), brochures().length);
      const broken = await page.locator(".brochure-cover img").evaluateAll(async (images) => {
        await Promise.all(images.map((image) => {
          image.loading = "eager";
          return image.decode().catch(() => {});
        }));
        return images.filter((image) => !image.naturalWidth).map((image) => image.src);
      });
      assert.deepEqual(broken, []);
      for (const link of await page.locator(".brochure-pdf a").all()) {
        const answer = await page.request.get(new URL(await link.getAttribute("href"), page.url()).href);
        assert.equal(answer.headers()["content-type"], "application/pdf");
        assert.equal((await answer.body()).subarray(0, 5).toString(), "%PDF-");
      }
    }));

  it("cuts brochures into pages of paper, each on a sheet of its own", async () => {
    const wrong = [];
    for (const { route } of brochures()) {
      await visit(route, async (page) => {
        const drawn = await page.locator("main .sheet").count();
        const printed = await sheets(page);
        // Tables flow: they have as many sheets as they need.
        if (drawn && drawn !== printed) wrong.push(`${route}: ${drawn} pages, ${printed} sheets`);
      });
    }
    assert.equal(wrong.length, 0, told(wrong));
  });

  it("prints a product on one sheet, with its code", async () =>
    visit(await longest(), async (page) => {
      await page.evaluate(() => (window.print = () => (window.printed = true)));
      await page.locator(".sheet-link a").click();
      await page.waitForFunction(() => window.printed);
      assert.equal(await page.locator(".sheet-link svg.qr").count(), 1);
      assert.equal(await sheets(page), 1);
    }));

  it("tells how to print it where there is no script", async () =>
    visit(await longest(), async (page) => {
      const tip = page.locator(".sheet-tip");
      assert.equal(await tip.isVisible(), false);
      await page.locator(".sheet-link a").click();
      await tip.waitFor({ state: "visible" });
      assert.equal(await sheets(page), 1);
    }, { javaScriptEnabled: false }));
});
