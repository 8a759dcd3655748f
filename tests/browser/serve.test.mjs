// The live preview as an editor sees it: what is saved appears, what is wrong is said, and the
// place on the page is kept.
//
// Each test has a copy of the small catalogue of the Rust tests, its own `dacsan serve`, and waits
// for what must appear, never for a time.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./support/browser.mjs";
import { BIN } from "./support/site.mjs";

const CATALOGUE = fileURLToPath(new URL("../fixtures/cao-nguyen", import.meta.url));
const SCARF = "content/products/son-la/khan-tho-cam.md";
const SCARF_PAGE = "san-pham/khan-tho-cam/";
const STYLE = "themes/ocop/static/style.css";
const PATIENCE = 30_000;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** A catalogue in a folder of its own, shown by the program. */
async function desk() {
  const folder = mkdtempSync(join(tmpdir(), "dacsan-desk-"));
  const root = join(folder, "site");
  cpSync(CATALOGUE, root, { recursive: true });
  const args = ["serve", "--port", "0", "--root", root, "--as-of", "2026-11-23"];
  const child = spawn(BIN, args, { stdio: ["ignore", "pipe", "ignore"] });
  const lines = [];
  const ready = new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      const found = /https?:\/\/\S+/.exec(lines[0]);
      if (found && lines.length > 1) resolve(found[0]);
    });
  });
  const address = await ready;
  const path = (name) => join(root, name);
  return {
    root,
    path,
    /** Rounds that were built so far. */
    rounds: () => lines.length - 1,
    url: (route) => new URL(route, address).href,
    text: (name) => readFileSync(path(name), "utf8"),
    write: (name, text) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    edit(name, from, to) {
      const text = this.text(name);
      assert.equal(text.split(from).length, 2, `${from} in ${name}`);
      this.write(name, text.replace(from, to));
    },
    close: () =>
      new Promise((resolve) => {
        child.removeAllListeners("exit");
        child.once("exit", () => resolve(rmSync(folder, { recursive: true, force: true })));
        child.kill("SIGINT");
      }),
  };
}

/** Runs `body` with a desk and a page that looks at `route`. */
async function looking(route, body, options = {}) {
  const site = await desk();
  const context = await browser.newContext({ viewport: { width: 1000, height: 500 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  try {
    await page.goto(site.url(route));
    await body(page, site);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    await site.close();
  }
}

/** Text of the overlay once it holds `wanted`. */
async function overlay(page, wanted) {
  const panel = page.locator("dacsan-desk section");
  await panel.filter({ hasText: wanted }).waitFor();
  return panel.innerText();
}

/** Waits until no error is told; a mere warning may stay. */
const mended = (page) => page.locator("dacsan-desk .error").first().waitFor({ state: "detached" });
const scrolled = (page) => page.evaluate(() => Math.round(scrollY));
const mark = (page) => page.evaluate(() => (window.mark = true));
const isMarked = (page) => page.evaluate(() => window.mark === true);

describe("the live preview", { timeout: 600_000 }, () => {
  it("shows a saved story where the reader was", () =>
    looking(SCARF_PAGE, async (page, site) => {
      await page.evaluate(() => scrollTo(0, 400));
      assert.equal(await scrolled(page), 400);
      site.edit(SCARF, "sợi bông nhuộm chàm", "sợi lanh nhuộm củ nâu");
      await page.getByText("sợi lanh nhuộm củ nâu").first().waitFor();
      await page.waitForFunction(() => Math.round(scrollY) === 400);
    }));

  it("leaves a page alone that did not change", () =>
    looking("san-pham/hat-mac-ca/", async (page, site) => {
      await mark(page);
      const before = site.rounds();
      site.edit(SCARF, "sợi bông nhuộm chàm", "sợi lanh");
      while (site.rounds() === before) await page.waitForTimeout(50);
      const seen = await page.evaluate(async () => (await fetch("/_dacsan/news?seen=&path=/")).json());
      assert.ok(seen.version >= 2, `version ${seen.version}`);
      assert.equal(await isMarked(page), true);
    }));

  it("shows the pages of a brochure as pictures, or says what is missing", () =>
    looking("san-pham/", async (page, site) => {
      // A page of the site would load itself again in the midst.
      await page.goto("about:blank");
      const before = site.rounds();
      site.write("content/brochures/thu.yaml", "title: Thử in\nkind: shelf-cards\nlapsed: true\nproducts: [khan-tho-cam]\n");
      while (site.rounds() === before) await page.waitForTimeout(50);
      const answer = await page.goto(site.url("__brochure/thu/"));
      if (answer.status() === 501) {
        assert.match(await page.innerText("body"), /không kèm máy dàn trang/);
        return;
      }
      const first = page.locator("#pages img").first();
      await page.waitForFunction(() => document.querySelector("#pages img").naturalWidth > 0);
      const source = await first.getAttribute("src");
      await mark(page);
      site.edit(SCARF, "Ví Dụ\nsummary", "Ví Dụ mới\nsummary");
      await page.waitForFunction((old) => document.querySelector("#pages img").getAttribute("src") !== old, source);
      assert.equal(await isMarked(page), true);
      const wrong = await page.request.get(site.url("__brochure/thu/"), { headers: { Host: "vi-du.vn" } });
      assert.equal(wrong.status(), 421);
    }));

  it("puts another style on without loading the page again", () =>
    looking(SCARF_PAGE, async (page, site) => {
      await page.evaluate(() => scrollTo(0, 300));
      await mark(page);
      site.write(STYLE, "body { background: rgb(1, 2, 3); min-height: 3000px }");
      await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(1, 2, 3)");
      site.write(STYLE, "body { background: rgb(4, 5, 6); min-height: 3000px }");
      await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(4, 5, 6)");
      assert.equal(await isMarked(page), true);
      assert.equal(await scrolled(page), 300);
      assert.equal(await page.locator('link[rel="stylesheet"]').count(), 1);
    }));

  it("says what is wrong over the page, keeps the page, and is silent when it is mended", () =>
    looking(SCARF_PAGE, async (page, site) => {
      const title = await page.title();
      await mark(page);
      site.edit(SCARF, "province: Sơn La", "province: Sơn Lạ Lùng");
      const text = await overlay(page, "Sơn Lạ Lùng");
      assert.match(text, /khan-tho-cam\.md:\d+:\d+/);
      assert.match(text, /lỗi/);
      const line = await page.locator("dacsan-desk pre").first().innerText();
      assert.match(line, /^\d+ │ province: Sơn Lạ Lùng/);
      assert.equal(await page.locator("dacsan-desk mark").first().innerText(), "Sơn Lạ Lùng");
      assert.deepEqual([await page.title(), await isMarked(page)], [title, true]);
      site.edit(SCARF, "province: Sơn Lạ Lùng", "province: Sơn La");
      await mended(page);
      assert.deepEqual([await page.title(), await isMarked(page)], [title, true]);
    }));

  it("does not take the words for a missing page for the page before the mistake", () =>
    looking(SCARF_PAGE.replace("khan", "khong-co-khan"), async (page, site) => {
      await mark(page);
      site.edit(SCARF, "province: Sơn La", "province: Sơn Lạ Lùng");
      const text = await overlay(page, "Sơn Lạ Lùng");
      assert.match(text, /Chưa có trang nào ở địa chỉ này/);
      assert.doesNotMatch(text, /trước khi lỗi/);
      site.edit(SCARF, "province: Sơn Lạ Lùng", "province: Sơn La");
      await mended(page);
      assert.equal(await isMarked(page), true);
      site.write(SCARF.replace("khan", "khong-co-khan"), site.text(SCARF).replace(/^aliases:.*$/m, ""));
      await page.waitForFunction(() => document.title.includes("Khăn thổ cẩm"));
    }));

  it("bears a dossier that is saved half-way, letter by letter", () =>
    looking(SCARF_PAGE, async (page, site) => {
      const title = await page.title();
      const whole = site.text(SCARF);
      for (const part of [0, 3, 40, 120]) {
        const rounds = site.rounds();
        site.write(SCARF, whole.slice(0, part));
        while (site.rounds() === rounds) await page.waitForTimeout(20);
        assert.equal(await page.title(), title);
      }
      site.write(SCARF, whole.replace("sợi bông", "sợi tơ"));
      await page.getByText("sợi tơ nhuộm chàm").first().waitFor();
      await mended(page);
    }));

  it("shows the mistake of a template with its line and leaves the last good site", () =>
    looking(SCARF_PAGE, async (page, site) => {
      const title = await page.title();
      const name = "themes/ocop/templates/product.html";
      site.write(name, '{% extends "default/product.html" %}\n{% block content %}\n{{ p.khong_co }}\n{% endblock content %}\n');
      const text = await overlay(page, "khong_co");
      assert.match(text, /product\.html:3/);
      assert.match(text, /san-pham\/|products\//);
      assert.equal(await page.title(), title);
      rmSync(site.path(name));
      await mended(page);
      assert.equal(await page.title(), title);
    }));

  it("outlives its folder", () =>
    looking(SCARF_PAGE, async (page, site) => {
      const title = await page.title();
      renameSync(site.path("content"), site.path("away"));
      await overlay(page, "content");
      assert.equal(await page.title(), title);
      renameSync(site.path("away"), site.path("content"));
      await mended(page);
      site.edit(SCARF, "name: Khăn thổ cẩm", "name: Khăn dệt tay");
      await page.waitForFunction(() => document.title.includes("Khăn dệt tay"));
    }));

  it("takes many files at once for one change", () =>
    looking("san-pham/", async (page, site) => {
      const rounds = site.rounds();
      const text = site.text(SCARF).replace(/^aliases:.*$/m, "");
      for (let n = 0; n < 40; n += 1) {
        site.write(`content/products/son-la/khan-${n}.md`, text.replace("Khăn thổ cẩm", `Khăn số ${n}`));
      }
      await page.getByText("51 sản phẩm").first().waitFor();
      assert.equal(site.rounds() - rounds, 1);
    }));

  it("holds its own under the policy of the pages, and only there", () =>
    looking(SCARF_PAGE, async (page, site) => {
      const blocked = [];
      page.on("console", (message) => {
        if (/Content Security Policy/.test(message.text())) blocked.push(message.text());
      });
      site.edit(SCARF, "province: Sơn La", "province: Sơn Lạ Lùng");
      await overlay(page, "Sơn Lạ Lùng");
      await page.getByRole("button", { name: "Thu gọn" }).click();
      assert.equal(await page.locator("dacsan-desk article").first().isVisible(), false);
      assert.deepEqual(blocked, []);
      const written = readFileSync(join(site.root, "public", "index.html"), "utf8");
      assert.equal(written.includes("_dacsan"), false);
    }));
});
