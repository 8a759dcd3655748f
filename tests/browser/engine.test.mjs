// Chromium answers as Node does: every judged query on the example catalogue, in both languages of the interface.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { start } from "./support/browser.mjs";
import { OUT, ROOT } from "./support/site.mjs";
import { judged, openIn } from "../search/support/judge.mjs";

let site;
before(async () => (site = await start()));
after(() => site.close());

const queries = judged(readFileSync(join(ROOT, "tests/search/judged.txt"), "utf8")).map(({ q }) => q);
const ask = async (index, all) => {
  const answers = [];
  for (const query of all) {
    const { total, how, hits, counts } = await index.search(query, { limit: 10 });
    answers.push([query, total, how, hits.map((card) => card.href), hits.map((card) => Math.round(card.score * 1000)), counts.province]);
  }
  return answers;
};

test("Node and Chromium give the same answers", async () => {
  const module = readdirSync(join(OUT, "static")).find((name) => /^search-[0-9a-f]+\.js$/.test(name));
  const page = await site.browser.newPage();
  await page.goto(site.url("tim/"));
  for (const lang of ["vi", "en"]) {
    const told = await page.evaluate(
      async ({ module, base, lang, all }) => {
        const { open } = await import(module);
        const index = await open(base, { lang });
        // The policy of the pages forbids making code from text, so the loop stands here once more.
        const answers = [];
        for (const query of all) {
          const { total, how, hits, counts } = await index.search(query, { limit: 10 });
          answers.push([query, total, how, hits.map((card) => card.href), hits.map((card) => Math.round(card.score * 1000)), counts.province]);
        }
        return answers;
      },
      { module: site.url(`static/${module}`), base: site.url("tim/du-lieu/"), lang, all: queries },
    );
    const index = await openIn(join(OUT, "tim/du-lieu"), { lang });
    const wanted = await ask(index, queries);
    for (const [i, query] of queries.entries()) assert.deepEqual(told[i], wanted[i], query);
  }
  await page.close();
});
