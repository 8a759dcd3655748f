// A cache that machines share, against a real S3-compatible server on this machine, whole and with faults in between.
//
// DACSAN_BIN is a binary with the feature `remote-cache`, MOTO the program `moto_server` (tests/run.sh cache installs it).
// Each run has a cache folder of its own, so it stands for a machine of its own. What decides is always the same: the built
// site is byte for byte that of a build without any cache, whatever the server does.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const { DACSAN_BIN: BIN, MOTO = "moto_server" } = process.env;
const CATALOGUE = fileURLToPath(new URL("../fixtures/cao-nguyen", import.meta.url));
const PHOTOS = 9;

let folder;
let root;
let moto;
let upstream;
let wanted;
let machines = 0;
/** Seconds that a build takes without any cache. */
let plainly;
/** The same on a machine that is busier by now, and what the faults may cost. */
const bound = (seconds) => plainly * 3 + seconds;

/** A port that is free now. */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The same picture with another comment is another file. */
function catalogue(into) {
  cpSync(CATALOGUE, into, { recursive: true });
  const pages = join(into, "content/pages");
  mkdirSync(pages, { recursive: true });
  const jpeg = readFileSync(join(CATALOGUE, "content/products/son-la/hong-treo-gio/bia.jpg"));
  const lines = Array.from({ length: PHOTOS }, (_, n) => {
    const words = Buffer.from(`photo ${n}`);
    const head = Buffer.from([0xff, 0xfe, 0, words.length + 2]);
    writeFileSync(join(pages, `anh-${n}.jpg`), Buffer.concat([jpeg.subarray(0, 2), head, words, jpeg.subarray(2)]));
    return `![Ảnh ${n}](anh-${n}.jpg)`;
  });
  writeFileSync(join(pages, "anh.md"), `---\ntitle: Ảnh\nsummary: Nhiều ảnh\n---\n${lines.join("\n\n")}\n`);
}

/** Runs the program as a machine of its own; `at` is the server it speaks to. */
function machine(args, { at = upstream, cache, bucket = "anh", own = `machine-${(machines += 1)}` } = {}) {
  const config = cache ?? `s3://${bucket}/kho`;
  const settings = join(folder, own, "site");
  cpSync(root, settings, { recursive: true });
  const yaml = join(settings, "content/catalogue.yaml");
  if (config !== "none") writeFileSync(yaml, `${readFileSync(yaml, "utf8")}\ncache: ${config}\n`);
  const env = {
    PATH: process.env.PATH,
    AWS_ACCESS_KEY_ID: "may",
    AWS_SECRET_ACCESS_KEY: "thu-nghiem",
    AWS_REGION: "us-east-1",
    AWS_ENDPOINT_URL: at,
    AWS_ALLOW_HTTP: "true",
  };
  const start = Date.now();
  return new Promise((resolve) => {
    const child = spawn(BIN, [...args, "--root", settings, "--as-of", "2026-11-23", "--base-url", "https://vi-du.vn/", "--lang", "en"], { env });
    let said = "";
    child.stdout.on("data", (data) => (said += data));
    child.stderr.on("data", (data) => (said += data));
    child.on("exit", (status) => resolve({ status, said, seconds: (Date.now() - start) / 1000, out: join(settings, "public"), own }));
  });
}

/** Hash of every file of a built site. */
function fingerprint(out) {
  const names = readdirSync(out, { recursive: true }).filter((name) => !name.startsWith(".dacsan") && statSync(join(out, name)).isFile());
  const hash = (name) => createHash("sha256").update(readFileSync(join(out, name))).digest("hex");
  return Object.fromEntries(names.sort().map((name) => [name, hash(name)]));
}

function same(run) {
  assert.equal(run.status, 0, run.said);
  assert.deepEqual(fingerprint(run.out), wanted);
}

/** A server in between, which `fault` may let answer for itself. */
async function between(fault, body) {
  const state = { gets: 0, puts: 0 };
  const server = createServer((ask, answer) => {
    // Its number as it came: answers come back in any order.
    const nth = (state[ask.method === "PUT" ? "puts" : "gets"] += 1);
    const chunks = [];
    ask.on("data", (chunk) => chunks.push(chunk));
    ask.on("end", () => {
      if (fault.before?.(ask, answer, state)) return;
      const onward = request(new URL(ask.url, upstream), { method: ask.method, headers: ask.headers }, (came) => {
        const parts = [];
        came.on("data", (part) => parts.push(part));
        came.on("end", () => {
          let bytes = Buffer.concat(parts);
          if (fault.bytes) bytes = fault.bytes(ask, bytes, nth);
          answer.writeHead(came.statusCode, { ...came.headers, "content-length": bytes.length });
          answer.end(bytes);
        });
      });
      onward.on("error", () => answer.destroy());
      onward.end(Buffer.concat(chunks));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await body(`http://127.0.0.1:${server.address().port}`, state);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const refuse = (answer) => {
  answer.writeHead(403, { "content-type": "application/xml" });
  answer.end("<Error><Code>AccessDenied</Code><Message>no</Message></Error>");
  return true;
};

async function bucket(name) {
  await new Promise((resolve, reject) => {
    const headers = { Authorization: "AWS4-HMAC-SHA256 Credential=may/20261123/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0" };
    request(new URL(`/${name}`, upstream), { method: "PUT", headers }, (came) => came.resume().on("end", resolve)).on("error", reject).end();
  });
}

describe("a cache that machines share", { timeout: 900_000 }, () => {
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "dacsan-shared-"));
    root = join(folder, "catalogue");
    catalogue(root);
    const port = await freePort();
    upstream = `http://127.0.0.1:${port}`;
    moto = spawn(MOTO, ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
    for (let tries = 0; ; tries += 1) {
      try {
        await fetch(upstream);
        break;
      } catch (error) {
        if (tries > 300) throw error;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
    for (const name of ["anh", "rieng", "hong", "hai", "doc", "chet"]) await bucket(name);
    const plain = await machine(["build"], { cache: "none" });
    assert.equal(plain.status, 0, plain.said);
    wanted = fingerprint(plain.out);
    plainly = plain.seconds;
    assert.ok(Object.keys(wanted).filter((name) => name.startsWith("anh/")).length >= 2 * PHOTOS);
  });
  after(() => {
    moto?.kill();
    if (folder) rmSync(folder, { recursive: true });
  });

  it("is filled by machines that each do a part, and the last one builds without developing any", async () => {
    const parts = await Promise.all([1, 2, 3].map((part) => machine(["photos", "--shard", `${part}/3`])));
    let developed = 0;
    for (const part of parts) {
      assert.equal(part.status, 0, part.said);
      developed += Number(/(\d+) developed/.exec(part.said)[1]);
      assert.match(part.said, /Shared cache: 0 files fetched, [1-9]\d* sent/);
    }
    assert.equal(developed, PHOTOS + 2);
    const checked = await machine(["photos"]);
    assert.match(checked.said, /: 0 developed, 11 kept/);
    assert.match(checked.said, /Shared cache: [1-9]\d* files fetched, 0 sent/);
    same(await machine(["build"]));
  });

  it("may be a folder", async () => {
    const cache = `file://${join(folder, "chung")}`;
    const first = await machine(["photos"], { cache });
    assert.match(first.said, /11 developed[^]*Shared cache: 0 files fetched, [1-9]\d* sent/);
    const second = await machine(["photos"], { cache });
    assert.match(second.said, /: 0 developed, 11 kept/);
    same(await machine(["build"], { cache }));
  });

  it("that nobody can reach costs a few tries and a word", async () => {
    const run = await machine(["build"], { at: `http://127.0.0.1:${await freePort()}` });
    same(run);
    assert.match(run.said, /cache-unused[^]*does not answer/);
    assert.ok(run.seconds < bound(30), `${run.seconds} s`);
  });

  it("that dies in the middle leaves the rest to the machine", async () => {
    const fault = { before: (ask, answer, state) => state.gets + state.puts > 12 && (ask.socket.destroy(), true) };
    await between(fault, async (at) => {
      const run = await machine(["build"], { at, bucket: "chet" });
      same(run);
      assert.match(run.said, /cache-unused[^]*does not answer/);
      assert.ok(run.seconds < bound(30), `${run.seconds} s`);
    });
  });

  it("that never answers does not hold a build up for ever", async () => {
    await between({ before: () => true }, async (at) => {
      const run = await machine(["build"], { at });
      same(run);
      assert.match(run.said, /cache-unused[^]*does not answer/);
      assert.ok(run.seconds < bound(60), `${run.seconds} s`);
    });
  });

  it("that denies everything is told of", async () => {
    await between({ before: (_, answer) => refuse(answer) }, async (at) => {
      const run = await machine(["build"], { at });
      same(run);
      assert.match(run.said, /cache-unused[^]*may not be (read|written)/);
    });
  });

  it("that may only be read is read", async () => {
    assert.equal((await machine(["photos", "--shard", "1/2"], { bucket: "doc" })).status, 0);
    await between({ before: (ask, answer) => ask.method === "PUT" && refuse(answer) }, async (at) => {
      const run = await machine(["photos"], { at, bucket: "doc" });
      assert.match(run.said, /may not be written/);
      assert.match(run.said, /[1-9]\d* files fetched/);
    });
  });

  it("that gives damaged bytes is not believed, and mended", async () => {
    assert.equal((await machine(["photos"], { bucket: "hong" })).status, 0);
    const fault = {
      bytes(ask, bytes, nth) {
        // Every third object has one bit wrong; another is cut short.
        if (ask.method !== "GET" || bytes.length < 40 || nth % 3) return bytes;
        if (nth % 6 === 0) return bytes.subarray(0, bytes.length - 7);
        const wrong = Buffer.from(bytes);
        wrong[wrong.length >> 1] ^= 1;
        return wrong;
      },
    };
    await between(fault, async (at) => {
      const told = await machine(["photos"], { at, bucket: "hong" });
      assert.equal(told.status, 0, told.said);
      assert.match(told.said, /[1-9]\d* damaged and made anew/);
      same(await machine(["build"], { at, bucket: "hong" }));
    });
    const mended = await machine(["photos"], { bucket: "hong" });
    assert.match(mended.said, /: 0 developed, 11 kept/);
    assert.doesNotMatch(mended.said, /damaged/);
  });

  it("takes two writers at once", async () => {
    const both = await Promise.all([machine(["build"], { bucket: "hai" }), machine(["build"], { bucket: "hai" })]);
    both.forEach(same);
    const third = await machine(["photos"], { bucket: "hai" });
    assert.match(third.said, /: 0 developed, 11 kept/);
    assert.doesNotMatch(third.said, /damaged/);
  });

  it("never has its keys printed", async () => {
    await between({ before: (_, answer) => refuse(answer) }, async (at) => {
      const run = await machine(["build", "--verbose"], { at });
      assert.doesNotMatch(run.said, /thu-nghiem/);
    });
  });
});
