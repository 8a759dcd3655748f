// What a visitor on a slow telephone has to fetch stays small, and data for machines can be read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { files, gzipped, pages, read, readable, tags, target, told } from "./support/site.mjs";

const PAGE = 30 * 1024;
const STYLE = 14 * 1024;
const SCRIPT = 6 * 1024;

/** What a page loads of one sort, as paths below the output folder. */
const loads = (page, pick) =>
  tags(page.html)
    .map(pick)
    .filter(Boolean)
    .map((href) => target(page, href));

const stylesheet = ({ name, attributes }) =>
  name === "link" && attributes.rel === "stylesheet" ? attributes.href : undefined;

const script = ({ name, attributes }) => (name === "script" ? attributes.src : undefined);

test("no page weighs more than 30 KB gzipped", (test) => {
  const weights = pages().map((page) => [gzipped(page.html), page.path]).sort((a, b) => b[0] - a[0]);
  weights.slice(0, 3).forEach(([bytes, path]) => test.diagnostic(`${bytes} bytes ${path}`));
  const heavy = weights.filter(([bytes]) => bytes > PAGE).map(([bytes, path]) => `${path}: ${bytes} bytes`);
  assert.equal(heavy.length, 0, told(heavy));
});

test("styles weigh at most 14 KB and scripts at most 6 KB gzipped", (test) => {
  const sum = (page, pick) => loads(page, pick).reduce((all, path) => all + gzipped(read(path)), 0);
  const sorts = [
    ["style", stylesheet, STYLE],
    ["script", script, SCRIPT],
  ];
  for (const [name, pick, most] of sorts) {
    const sets = new Map(readable().map((page) => [loads(page, pick).join(" "), page]));
    for (const [set, page] of sets) {
      const bytes = sum(page, pick);
      test.diagnostic(`${name}: ${bytes} bytes (${set})`);
      assert.ok(bytes <= most, `${page.path}: ${bytes} bytes of ${name}`);
    }
  }
});

// Pages that are tools have a second stylesheet, which no other page has to fetch.
const TOOLS = ["search", "shortlist"];

test("only the one stylesheet holds up the first sight of a page", () => {
  const wrong = [];
  for (const page of readable()) {
    const all = tags(page.html);
    const styles = all.filter(stylesheet).length;
    if (styles !== (TOOLS.includes(page.kind) ? 2 : 1)) wrong.push(`${page.path}: ${styles} stylesheets`);
    for (const tag of all.filter(script)) {
      const { type, defer, async } = tag.attributes;
      const waits = type !== "module" && defer === undefined && async === undefined;
      if (waits) wrong.push(`${page.path}: ${tag.attributes.src} blocks`);
    }
  }
  assert.equal(wrong.length, 0, told(wrong));
});

test("images say their size, so that nothing jumps", () => {
  const wrong = readable().flatMap((page) =>
    tags(page.html)
      .filter(({ name, attributes }) => name === "img" && !(attributes.width > 0 && attributes.height > 0))
      .map(({ attributes }) => `${page.path}: ${attributes.src}`),
  );
  assert.equal(wrong.length, 0, told(wrong));
});

test("JSON-LD is JSON, of schema.org, and every thing in it has a type", () => {
  const wrong = [];
  let found = 0;
  for (const page of pages()) {
    for (const [, text] of page.html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)) {
      found += 1;
      try {
        const data = JSON.parse(text);
        const things = data["@graph"] ?? [data];
        if (data["@context"] !== "https://schema.org") wrong.push(`${page.path}: @context ${data["@context"]}`);
        if (!Array.isArray(things) || things.length === 0) wrong.push(`${page.path}: empty @graph`);
        else if (things.some((thing) => !thing["@type"])) wrong.push(`${page.path}: a thing without @type`);
      } catch (error) {
        wrong.push(`${page.path}: ${error.message}`);
      }
    }
  }
  assert.equal(wrong.length, 0, told(wrong));
  assert.ok(found > 0, "no page has JSON-LD");
});

test("JSON files can be read", () => {
  for (const path of files().filter((path) => path.endsWith(".json"))) {
    assert.doesNotThrow(() => JSON.parse(read(path).toString("utf8")), path);
  }
});
