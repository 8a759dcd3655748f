// Every file of the catalogue is what it says it is: pages pass the Nu HTML checker, XML is
// well-formed, links lead somewhere, nothing comes from another host, nothing needs a loose policy.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import vnu from "vnu-jar";
import { launch } from "./support/browser.mjs";
import { files, OUT, pages, read, tags, target, told, WANTED } from "./support/site.mjs";

test("every kind of page is there", () => {
  const missing = WANTED.filter(([, shape]) => !pages().some((page) => shape.test(page.route)));
  assert.deepEqual(missing.map(([name, shape]) => `${name} ${shape}`), []);
  const unknown = pages().filter((page) => page.kind === "unknown").map((page) => page.path);
  assert.deepEqual(unknown, []);
});

test("the Nu HTML checker finds no error on any page", { timeout: 900_000 }, () => {
  const args = ["-Xss1m", "-jar", String(vnu), "--errors-only", "--format", "json", "--skip-non-html", OUT];
  const run = spawnSync("java", args, { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.ifError(run.error);
  const { messages } = JSON.parse(run.stderr.slice(run.stderr.indexOf("{")));
  const found = messages.map(({ url, lastLine, message, extract }) => {
    const path = decodeURI(url ?? "").split("/").slice(-4).join("/");
    return `${path}:${lastLine}: ${message}\n    ${(extract ?? "").trim()}`;
  });
  assert.equal(found.length, 0, told(found));
  assert.equal(run.status, 0);
});

test("drawings, feeds and maps of the site are well-formed XML", { timeout: 300_000 }, async () => {
  const xml = files().filter((path) => /\.(svg|xml)$/.test(path));
  const browser = await launch();
  const page = await browser.newPage();
  const wrong = [];
  for (let at = 0; at < xml.length; at += 100) {
    const batch = xml.slice(at, at + 100).map((path) => [path, read(path).toString("utf8")]);
    const found = await page.evaluate((texts) => {
      const parser = new DOMParser();
      return texts.flatMap(([path, text]) => {
        const root = parser.parseFromString(text, "application/xml").documentElement;
        const error = root.ownerDocument.querySelector("parsererror");
        if (error) return [`${path}: ${error.textContent.trim()}`];
        const space = path.endsWith(".svg") && root.namespaceURI !== "http://www.w3.org/2000/svg";
        return space ? [`${path}: not in the SVG namespace`] : [];
      });
    }, batch);
    wrong.push(...found);
  }
  await browser.close();
  assert.equal(wrong.length, 0, told(wrong));
});

// Attributes that hold an address, and whether the browser loads it by itself.
const ADDRESSES = [
  ["a", "href", false],
  ["form", "action", false],
  ["link", "href", true],
  ["img", "src", true],
  ["script", "src", true],
  ["use", "href", true],
  ["image", "href", true],
  ["source", "src", true],
  ["video", "src", true],
  ["iframe", "src", true],
];

// Links that name a place rather than load it.
const NAMES_ONLY = new Set(["canonical", "alternate", "prev", "next", "search", "license"]);

/** Every address of a page with what it is for. */
function addresses(page) {
  const found = [];
  for (const { name, attributes } of tags(page.html)) {
    for (const [tag, attribute, loads] of ADDRESSES) {
      if (name !== tag || attributes[attribute] === undefined) continue;
      const named = name === "link" && NAMES_ONLY.has(attributes.rel?.split(" ")[0]);
      found.push({ name, href: attributes[attribute], loads: loads && !named });
    }
    for (const part of (attributes.srcset ?? "").split(",").map((part) => part.trim())) {
      if (part) found.push({ name, href: part.split(/\s+/)[0], loads: true });
    }
    const refresh = attributes["http-equiv"] === "refresh" && /url=(.*)$/i.exec(attributes.content);
    if (refresh) found.push({ name, href: refresh[1].trim(), loads: false });
  }
  return found;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

test("every link within the site leads to a file and to an anchor that is there", () => {
  const known = new Set(files());
  const anchors = new Map();
  const ids = (path) => {
    if (!anchors.has(path)) {
      const all = tags(read(path).toString("utf8")).map(({ attributes }) => attributes.id);
      anchors.set(path, new Set(all.filter(Boolean)));
    }
    return anchors.get(path);
  };
  const wrong = [];
  for (const page of pages()) {
    for (const { href } of addresses(page)) {
      if (SCHEME.test(href) || href.startsWith("//")) continue;
      // What a wrong address answers may stand at any depth, so it alone counts from the root.
      if (href.startsWith("/") && page.kind !== "notfound") {
        wrong.push(`${page.path}: ${href} does not work below another path`);
        continue;
      }
      const path = target(page, href);
      const anchor = href.includes("#") ? decodeURIComponent(href.split("#")[1]) : "";
      if (!known.has(path)) wrong.push(`${page.path}: ${href} leads to nothing (${path})`);
      else if (anchor && path.endsWith(".html") && !ids(path).has(anchor)) {
        wrong.push(`${page.path}: ${href} names no place of ${path}`);
      }
    }
  }
  assert.equal(wrong.length, 0, told(wrong));
});

test("nothing is loaded from another host", () => {
  const wrong = pages().flatMap((page) =>
    addresses(page)
      .filter(({ href, loads }) => loads && (SCHEME.test(href) || href.startsWith("//")))
      .map(({ name, href }) => `${page.path}: ${name} loads ${href.slice(0, 80)}`),
  );
  for (const path of files().filter((path) => path.endsWith(".css"))) {
    const css = read(path).toString("utf8");
    for (const [whole] of css.matchAll(/@import[^;]*|url\(\s*["']?(?:[a-z]+:)?\/\/[^)]*\)/gi)) {
      wrong.push(`${path}: ${whole}`);
    }
  }
  assert.equal(wrong.length, 0, told(wrong));
});

test("addresses are of schemes that cannot run", () => {
  const fine = /^(https?|mailto|tel):/i;
  const wrong = pages().flatMap((page) =>
    addresses(page)
      .filter(({ href }) => SCHEME.test(href) && !fine.test(href))
      .map(({ href }) => `${page.path}: ${href.slice(0, 80)}`),
  );
  assert.equal(wrong.length, 0, told(wrong));
});

test("no inline style, script or handler, and a strict policy on every page", () => {
  const wrong = [];
  for (const page of pages()) {
    const all = tags(page.html);
    for (const { name, attributes } of all) {
      const handlers = Object.keys(attributes).filter((key) => key.startsWith("on"));
      if (name === "style" || attributes.style !== undefined) wrong.push(`${page.path}: style on ${name}`);
      if (handlers.length > 0) wrong.push(`${page.path}: ${handlers} on ${name}`);
      const data = attributes.type === "application/ld+json" || attributes.type === "application/json";
      if (name === "script" && attributes.src === undefined && !data) wrong.push(`${page.path}: inline script`);
    }
    if (page.kind === "redirect") continue;
    const policies = all.filter(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
    const policy = policies[0]?.attributes.content ?? "";
    if (policies.length !== 1 || !policy.includes("default-src") || /unsafe-|\*/.test(policy)) {
      wrong.push(`${page.path}: policy ${JSON.stringify(policy)}`);
    }
  }
  assert.equal(wrong.length, 0, told(wrong));
});

test("every page has one title, one h1, a language and unique ids", () => {
  const wrong = [];
  for (const page of pages()) {
    const all = tags(page.html);
    const count = (tag) => all.filter(({ name }) => name === tag).length;
    // A drawing may carry a title of its own.
    if (!/<title>[^<]*\S[^<]*<\/title>/.test(page.html)) wrong.push(`${page.path}: no title`);
    if (count("h1") !== 1) wrong.push(`${page.path}: ${count("h1")} h1`);
    const lang = all.find(({ name }) => name === "html")?.attributes.lang;
    // A brochure speaks the language it was ordered in.
    const langs = page.kind === "brochure" ? ["vi", "en"] : [page.lang];
    if (page.kind !== "redirect" && !langs.includes(lang)) wrong.push(`${page.path}: lang ${lang}`);
    const ids = all.map(({ attributes }) => attributes.id).filter(Boolean);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    if (twice.length > 0) wrong.push(`${page.path}: id twice: ${twice}`);
  }
  assert.equal(wrong.length, 0, told(wrong));
});
