// Photos that nobody has made yet: the preview stands at once, and makes each when it is asked for.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { BIN, ROOT } from "./support/site.mjs";

const CATALOGUE = fileURLToPath(new URL("../fixtures/cao-nguyen", import.meta.url));
/** More than the preview makes by itself once it has nothing else to do. */
const COUNT = 320;

/** The same picture with another comment is another file. */
function photos(folder) {
  const own = join(CATALOGUE, "content/products/son-la/hong-treo-gio/bia.jpg");
  const jpeg = readFileSync(own);
  const lines = [];
  for (let n = 0; n < COUNT; n += 1) {
    const words = Buffer.from(`photo ${n}`);
    const head = Buffer.from([0xff, 0xfe, 0, words.length + 2]);
    writeFileSync(join(folder, `anh-${n}.jpg`), Buffer.concat([jpeg.subarray(0, 2), head, words, jpeg.subarray(2)]));
    lines.push(`![Ảnh ${n}](anh-${n}.jpg)`);
  }
  writeFileSync(join(folder, "anh.md"), `---\ntitle: Ảnh\nsummary: Nhiều ảnh\n---\n${lines.join("\n\n")}\n`);
}

const kept = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((name) => /\.(webp|jpg)$/.test(name)) : [];

describe("photos that are made on request", { timeout: 300_000 }, () => {
  let root;
  let child;
  let address;
  const lines = [];
  const common = () => ["--root", root, "--as-of", "2026-11-23", "--base-url", "https://vi-du.vn/"];

  before(async () => {
    root = join(mkdtempSync(join(tmpdir(), "dacsan-promised-")), "site");
    cpSync(CATALOGUE, root, { recursive: true });
    mkdirSync(join(root, "content/pages"), { recursive: true });
    photos(join(root, "content/pages"));
    child = spawn(BIN, ["serve", "--port", "0", ...common()], { stdio: ["ignore", "pipe", "inherit"], cwd: ROOT });
    await new Promise((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`serve ended with ${code}`)));
      createInterface({ input: child.stdout }).on("line", (line) => {
        lines.push(line);
        if (lines.length === 2) resolve();
      });
    });
    address = /https?:\/\/\S+/.exec(lines[0])[0];
  });
  after(() => {
    child?.kill();
    if (root) rmSync(join(root, ".."), { recursive: true });
  });

  const cache = () => join(root, ".dacsan/cache");
  let asked = [];

  it("the preview stands without them and says how many there are", () => {
    assert.match(lines[1], /ảnh làm khi có người xem/);
    assert.equal(kept(join(root, ".dacsan")).length, 0);
  });

  it("one that is asked for comes, once however many ask, and is kept", async () => {
    const page = await (await fetch(new URL("anh/", address))).text();
    const all = [...new Set([...page.matchAll(/anh\/[0-9a-f]{12}-\d+\.webp/g)].map(([path]) => path))];
    assert.equal(all.length, COUNT * 2);
    asked = all.slice(0, 4);
    const answers = await Promise.all(
      [...asked, ...asked, ...asked].map(async (path) => {
        const answer = await fetch(new URL(path, address));
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get("content-type"), "image/webp");
        return Buffer.from(await answer.arrayBuffer());
      }),
    );
    for (const [index, bytes] of answers.entries()) {
      assert.equal(bytes.subarray(8, 12).toString(), "WEBP");
      assert.ok(bytes.equals(answers[index % asked.length]));
    }
    assert.equal(kept(cache()).length, asked.length);
  });

  it("pictures for other sites come in the same way", async () => {
    const page = await (await fetch(new URL("san-pham/khan-tho-cam/", address))).text();
    const [, path] = /property="og:image" content="https:\/\/vi-du\.vn\/([^"]+)"/.exec(page);
    const answer = await fetch(new URL(path, address));
    assert.equal(answer.headers.get("content-type"), "image/jpeg");
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.ok(bytes.length > 10_000 && bytes.length <= 100_000, `${bytes.length} bytes`);
  });

  it("what was never promised is not made", async () => {
    for (const path of ["anh/000000000000-320.webp", asked[0].replace(/-\d+/, "-777"), asked[0].replace("webp", "jpg")]) {
      assert.equal((await fetch(new URL(path, address))).status, 404, path);
    }
  });

  it("a build makes the same bytes", async () => {
    const served = await Promise.all(asked.map(async (path) => Buffer.from(await (await fetch(new URL(path, address))).arrayBuffer())));
    const out = join(root, "../built");
    const built = spawnSync(BIN, ["build", ...common(), "--out", out, "--cache", join(root, "../other"), "--quiet"]);
    assert.equal(built.status, 0, built.stderr.toString());
    for (const [index, path] of asked.entries()) {
      assert.ok(readFileSync(join(out, path)).equals(served[index]), path);
    }
  });
});
