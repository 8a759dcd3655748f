// axe-core finds nothing on any kind of page, in light and dark, on a telephone and on a desk.
// The rules are WCAG 2.1 A and AA and axe's own best practices.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import { start } from "./support/browser.mjs";
import { pages, samples, told } from "./support/site.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const SCHEMES = ["light", "dark"];
const WIDTHS = [360, 1280];

let site;
before(async () => (site = await start()));
after(() => site?.close());

/** What axe says about the page as it stands, one entry for each rule. */
async function violations(page, where) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    (rules) => globalThis.axe.run(document, { runOnly: rules, resultTypes: ["violations"] }),
    RULES,
  );
  return found.violations.map(({ id, help, nodes }) => {
    const [first] = nodes;
    return `${where}: ${id} (${help}), ${nodes.length} times, first at ${first.target.join(" ")}\n    ${first.failureSummary}`;
  });
}

async function inEachLook(page, route) {
  const found = [];
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      found.push(...(await violations(page, `/${route} ${scheme} ${width}px`)));
    }
  }
  return found;
}

describe("axe-core finds no violation", { timeout: 900_000 }, () => {
  for (const { route, kind, lang } of samples()) {
    it(`${lang} ${kind}: /${route}`, async () => {
      const page = await site.browser.newPage();
      await page.goto(site.url(route));
      const found = await inEachLook(page, route);
      await page.close();
      assert.equal(found.length, 0, told(found));
    });
  }

  it("the menu of small screens, opened", async () => {
    const page = await site.browser.newPage({ viewport: { width: 360, height: 900 } });
    await page.goto(site.url(""));
    await page.locator(".menu-button").click();
    const found = await violations(page, "/ with its menu");
    await page.close();
    assert.equal(found.length, 0, told(found));
  });

  it("a page that leads elsewhere, before it does", async (test) => {
    const redirect = pages().find((page) => page.kind === "redirect");
    if (!redirect) return test.skip("no redirect in this catalogue");
    const page = await site.browser.newPage();
    const still = redirect.html.replace(/<meta http-equiv="refresh"[^>]*>/, "");
    await page.route("**/*", (route) => route.fulfill({ body: still, contentType: "text/html" }));
    await page.goto(site.url(redirect.route));
    const found = await inEachLook(page, redirect.route);
    await page.close();
    assert.equal(found.length, 0, told(found));
  });
});
