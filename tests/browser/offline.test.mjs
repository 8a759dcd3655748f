// Without a signal: what the service worker keeps, how it is replaced, how it is switched off.
//
// On this machine itself the worker is off; the tests switch it on as somebody who tries it would.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launch } from "./support/browser.mjs";
import { OUT } from "./support/site.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };

let browser;
let server;
let address;
/** Text put in place of a file, by its path. */
const replaced = new Map();

before(async () => {
  browser = await launch();
  // The site stands below a path, as on many hosts.
  server = createServer((request, response) => {
    const path = decodeURI(request.url.split("?")[0]).replace(/^\/ocop\//, "");
    let file = join(OUT, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!request.url.startsWith("/ocop/") || !existsSync(file)) {
      response.writeHead(404);
      response.end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(replaced.get(path) ?? readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  address = (route) => `http://127.0.0.1:${server.address().port}/ocop/${route}`;
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function visit(body, { on = true } = {}) {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 900 } });
  if (on) await context.addInitScript(() => localStorage.setItem("dacsan worker", "on"));
  try {
    await body(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

const registered = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const controlled = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
const keptNames = (page) => page.evaluate(() => caches.keys());
const answered = (page) => page.locator(".list-main:not([aria-busy]) .card").first().waitFor();
/** Waits until the whole index is kept: the core comes last. */
const keptIndex = (page) =>
  page.waitForFunction(async () => {
    const name = (await caches.keys()).find((it) => it.endsWith(" index"));
    return name && (await (await caches.open(name)).keys()).some(({ url }) => url.endsWith("core.bin"));
  });

describe("without a signal", { timeout: 180_000 }, () => {
  it("a visitor searches for what was never asked before, and sees what was seen", async () => {
    await visit(async (page, context) => {
      await page.goto(address("tim/?q=che"));
      await answered(page);
      await controlled(page);
      await page.reload(); // From now on the worker answers, and the search asks it to keep the index.
      await answered(page);
      await keptIndex(page);
      await page.locator(".card-name a").first().click();
      await page.waitForURL(/san-pham/);
      const seen = page.url();
      const name = await page.locator("h1").innerText();

      await context.setOffline(true);
      await page.goto(address("tim/?q=nuoc+mam&stars=5"));
      await answered(page);
      assert.ok((await page.locator(".card").count()) > 1);
      assert.match(await page.locator(".find-count").innerText(), /^\d+ sản phẩm/);
      await page.goto(seen);
      assert.equal(await page.locator("h1").innerText(), name);
      await page.goto(address("so-chon/"));
      await page.locator("#pick-none").waitFor();
      await page.goto(address(""));
      await page.locator("#q-home").pressSequentially("ruou", { delay: 10 });
      await page.locator('.suggest [role="option"]').first().waitFor();
      // A page that was never seen: the search stands in for it.
      await page.goto(address("tinh/ha-noi/"));
      await page.locator("#search, .list-page").first().waitFor();
    });
  });

  it("a newer worker takes the place of the older, and nothing old is left", async () => {
    await visit(async (page) => {
      await page.goto(address("tim/"));
      await controlled(page);
      const [before] = (await keptNames(page)).filter((name) => name.includes(" shell "));
      const text = readFileSync(join(OUT, "sw.js"), "utf8");
      replaced.set("sw.js", text.replace(/BUILD = "[^"]*"/, 'BUILD = "next"'));
      try {
        await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
        await page.waitForFunction(async () => (await caches.keys()).filter((name) => name.includes(" shell ")).join() === "dacsan /ocop/ shell next");
        assert.notEqual(before, "dacsan /ocop/ shell next");
        await page.reload();
        await answered(page);
        // A catalogue that wants none any more publishes one that takes itself away.
        replaced.set("sw.js", text.replace(/SHELL = .*;/, "SHELL = null;").replace(/BUILD = "[^"]*"/, 'BUILD = "none"'));
        await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
        await page.waitForFunction(async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0);
      } finally {
        replaced.clear();
      }
    });
  });

  it("nothing is registered on this machine unless it is asked for", async () => {
    await visit(async (page) => {
      await page.goto(address("tim/"));
      await answered(page);
      assert.equal(await registered(page), 0);
      assert.deepEqual(await keptNames(page), []);
    }, { on: false });
  });

  it("where storage is full the pages go on as before", async () => {
    await visit(async (page, context) => {
      await context.addInitScript(() => {
        navigator.serviceWorker.register = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
      });
      await page.goto(address("tim/?q=che"));
      await answered(page);
    });
  });
});
