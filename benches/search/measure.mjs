// The search beside Pagefind, on one made-up catalogue, in one run: bytes, requests, times in Chromium.
//
//   node benches/search/measure.mjs OURS PAGEFIND FILE.jsonl [queries=24] [warm=30]
//
// With `-` for PAGEFIND ours is measured alone.
// OURS is a folder that examples/search_index wrote into (index and published module), PAGEFIND one that `pagefind --site` wrote `pagefind/` into. Both are
// served by one small server that sends brotli of everything worth it. Every cold figure is of a fresh browser context. Module
// and core of ours are asked for together, as the page of the search does by its two `preload` links.
// Prints a table in Markdown. CPU, memory and size of building are measured by benches/search/run.sh.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { launch } from "../../tests/browser/support/browser.mjs";
import { lines } from "../../tests/search/support/judge.mjs";
import { queries } from "../../tests/search/support/queries.mjs";

const [, , ours, pagefind, file, some = "24", again = "30"] = process.argv;

// ---- A server that counts.
let sent = { bytes: 0, requests: 0 };
const packed = new Map();
const serve = (routes) =>
  new Promise((resolve) => {
    const server = http.createServer((request, answer) => {
      const url = new URL(request.url, "http://x");
      if (url.pathname === "/") {
        answer.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>x</title>");
        return;
      }
      const route = Object.keys(routes).find((prefix) => url.pathname.startsWith(prefix));
      const name = route && path.join(routes[route], url.pathname.slice(route.length));
      if (!name || !fs.existsSync(name)) return answer.writeHead(404).end();
      if (!packed.has(name)) {
        const bytes = fs.readFileSync(name);
        const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
        packed.set(name, small.length < bytes.length * 0.95 ? [small, "br"] : [bytes]);
      }
      const [bytes, encoding] = packed.get(name);
      const type = { ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" }[path.extname(name)] ?? "application/octet-stream";
      sent.bytes += bytes.length;
      sent.requests++;
      answer.writeHead(200, { "content-type": type, "content-length": bytes.length, "cache-control": "max-age=3600", ...(encoding ? { "content-encoding": encoding } : {}) }).end(bytes);
    });
    server.listen(0, () => resolve({ server, address: `http://localhost:${server.address().port}/` }));
  });

// ---- What each engine does in the page. `start` makes it ready to filter; `ask` gives 24 cards and all counts.
const ENGINES = {
  dacsan: {
    start: async () => {
      for (const [rel, href] of [["modulepreload", "/static/search.js"], ["preload", "/index/core.bin"]])
        document.head.append(Object.assign(document.createElement("link"), { rel, href, as: rel === "preload" ? "fetch" : "script", crossOrigin: "" }));
      const { open } = await import("/static/search.js");
      globalThis.index = await open(new URL("/index/", location.href).href);
    },
    ask: async (query) => {
      const answer = await globalThis.index.search(query, { limit: 24 });
      return answer.hits.length;
    },
  },
  pagefind: {
    start: async () => {
      const pagefind = await import("/pagefind/pagefind.js");
      globalThis.pagefind = pagefind;
      await pagefind.options({ noWorker: true });
      await pagefind.init();
      await pagefind.filters();
    },
    ask: async (query) => {
      const answer = await globalThis.pagefind.search(query);
      const cards = await Promise.all(answer.results.slice(0, 24).map((result) => result.data()));
      return cards.length;
    },
  },
};

if (pagefind === "-") delete ENGINES.pagefind;

const quantile = (list, q) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? NaN;
const kb = (bytes) => (bytes / 1000).toFixed(1);
const ms = (time) => time.toFixed(time < 100 ? 1 : 0);

const products = lines(file);
const asked = queries(products, 777).map(({ q }) => q);
const every = (n) => asked.filter((_, i) => i % Math.floor(asked.length / n) === 0).slice(0, n);

const { server, address } = await serve({
  "/static/": path.join(ours, "static"), "/index/": path.join(ours, "tim/du-lieu"), "/pagefind/": path.join(pagefind, "pagefind"),
});
const browser = await launch();

async function fresh(engine, { rate = 1, link } = {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const cdp = await context.newCDPSession(page);
  if (rate > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate });
  if (link) {
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: link[0], downloadThroughput: link[1] / 8, uploadThroughput: link[1] / 8 });
  }
  const step = async (name, query) => {
    const before = { ...sent };
    const took = await page.evaluate(
      async ([name, query]) => {
        const start = performance.now();
        await globalThis.engine[name](query);
        return performance.now() - start;
      },
      [name, query],
    );
    return { took, bytes: sent.bytes - before.bytes, requests: sent.requests - before.requests };
  };
  const { start, ask } = ENGINES[engine];
  await page.evaluate(`globalThis.engine = { start: ${start}, ask: ${ask} }`);
  return { step, close: () => context.close() };
}

const rows = [];
const row = (name, figures) => rows.push([name, ...figures]);
const results = {};
for (const engine of Object.keys(ENGINES)) {
  const r = (results[engine] = { start: [], first: [], later: [], warm: {}, slow: {} });
  for (const query of every(+some)) {
    const visit = await fresh(engine);
    r.start.push(await visit.step("start"));
    r.first.push(await visit.step("ask", query));
    r.later.push(await visit.step("ask", asked[(asked.indexOf(query) + 97) % asked.length]));
    await visit.close();
  }
  for (const rate of [1, 4, 6]) {
    const visit = await fresh(engine, { rate });
    await visit.step("start");
    const times = [];
    for (const query of every(+again)) {
      await visit.step("ask", query);
      for (let i = 0; i < 3; i++) times.push((await visit.step("ask", query)).took);
    }
    r.warm[rate] = times;
    await visit.close();
  }
  for (const link of [[150, 1_600_000], [400, 400_000]]) {
    const times = [];
    for (const query of every(7)) {
      const visit = await fresh(engine, { link });
      const start = await visit.step("start");
      const first = await visit.step("ask", query);
      times.push([start.took, first.took]);
      await visit.close();
    }
    r.slow[link[0]] = times;
  }
  console.error(engine, "done");
}
await browser.close();
server.close();

const of = (pick) => Object.values(results).map(pick);
const traffic = (list, q) => `${quantile(list.map((it) => it.requests), q)} / ${kb(quantile(list.map((it) => it.bytes), q))} KB`;
row("ready to filter, with counts: requests / bytes", of((r) => traffic(r.start, 0.5)));
row("first query with 24 cards after that, median", of((r) => traffic(r.first, 0.5)));
row("same, p95", of((r) => traffic(r.first, 0.95)));
row("later query, median", of((r) => traffic(r.later, 0.5)));
for (const rate of [1, 4, 6]) row(`warm, ${rate}x CPU throttle: p50 / p95 ms`, of((r) => `${ms(quantile(r.warm[rate], 0.5))} / ${ms(quantile(r.warm[rate], 0.95))}`));
for (const [latency, words] of [[150, "150 ms, 1.6 Mbit/s"], [400, "400 ms, 400 kbit/s"]])
  row(`slow link (${words}): start + first 24 cards, median ms`, of((r) => `${ms(quantile(r.slow[latency].map(([a]) => a), 0.5))} + ${ms(quantile(r.slow[latency].map(([, b]) => b), 0.5))}`));
console.log(`| ${products.length} products | ${Object.keys(ENGINES).join(" | ")} |\n| --- |${" --- |".repeat(Object.keys(ENGINES).length)}`);
for (const cells of rows) console.log(`| ${cells.join(" | ")} |`);
