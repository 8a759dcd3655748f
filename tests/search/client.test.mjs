// The client on the index of the example catalogue: exact counts, bad input, broken files.
//
// DACSAN_INDEX names the folder of the index; tests/run.sh sets it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import fs from "node:fs";
import { dice } from "./support/catalogue.mjs";
import { client, openIn } from "./support/judge.mjs";

const FOLDER = process.env.DACSAN_INDEX;
const { fold, highlight, open, SearchError } = await import(client);
const cards = async (index) => (await index.search("", { limit: index.total })).hits;

// Opens the index with some files replaced: the function gets name and bytes.
const spoiled = (spoil) =>
  open("http://index.invalid/", {
    read: async (name) => {
      const bytes = await readFile(path.join(FOLDER, name));
      return spoil(name, bytes) ?? bytes;
    },
  });

test("folding is that of the builder", () => {
  const table = JSON.parse(fs.readFileSync(new URL("folding.json", import.meta.url), "utf8"));
  for (const [word, folded] of Object.entries(table)) assert.equal(fold(word), folded, word);
});

test("counts are exact under any choice", async () => {
  const index = await openIn(FOLDER);
  const all = await cards(index);
  const draw = dice(5);
  const facts = {
    province: (card) => index.facets[0].values.find(({ label }) => label === card.province).value,
    group: (card) => card.group,
    stars: (card) => String(card.stars),
    validity: (card) => card.state,
  };
  const names = Object.keys(facts);
  for (let round = 0; round < 60; round++) {
    const facets = {};
    for (const name of names) {
      if (draw() < 0.5) continue;
      const values = [...new Set(all.map(facts[name]))];
      facets[name] = values.filter(() => draw() < 0.4);
    }
    const query = ["", "mật ong", "tra", "gao nep"][round % 4];
    const base = query ? (await index.search(query, { limit: index.total })).hits : all;
    const fits = (card, but) => names.every((name) => name === but || !facets[name]?.length || facets[name].includes(facts[name](card)));
    const { total, counts, hits } = await index.search(query, { facets, limit: index.total });
    assert.equal(total, base.filter((card) => fits(card)).length);
    assert.equal(hits.length, total);
    for (const name of names)
      for (const [value, n] of Object.entries(counts[name]))
        assert.equal(n, base.filter((card) => fits(card, name) && facts[name](card) === value).length, `${name} ${value}`);
  }
});

test("facets that are asked for seldom are counted too", async () => {
  const index = await openIn(FOLDER);
  const { counts, total } = await index.search("", { count: ["year", "price", "kind", "certificate"], limit: 1 });
  for (const name of ["year", "price", "kind"]) {
    const sum = Object.values(counts[name]).reduce((a, b) => a + b, 0);
    assert.equal(sum, total, name);
  }
  assert.deepEqual(Object.keys(counts), ["kind", "certificate", "year", "price"]);
});

test("every order is kept from the first to the last", async () => {
  const index = await openIn(FOLDER);
  const sorted = async (sort) => (await index.search("", { sort, limit: index.total })).hits;
  const collator = new Intl.Collator("vi", { numeric: true, ignorePunctuation: true });
  const names = (await sorted("name")).map((card) => card.vietnamese);
  const wrong = names.slice(1).filter((name, i) => collator.compare(names[i], name) > 0);
  assert.ok(wrong.length <= names.length / 50, `not in Vietnamese order: ${wrong}`);
  const counting = (card) => (["valid", "expiring", "unsure"].includes(card.state) ? 2 : card.state === "undated" ? 1 : 0) * 6 + card.stars;
  const ranks = (await sorted("stars")).map(counting);
  assert.deepEqual(ranks, ranks.toSorted((a, b) => b - a));
  for (const [sort, sign] of [["price", 1], ["-price", -1]]) {
    const prices = (await sorted(sort)).map((card) => card.price);
    const known = prices.filter((price) => price !== null);
    assert.deepEqual(known, known.toSorted((a, b) => sign * (a - b)));
    assert.ok(prices.slice(known.length).every((price) => price === null), "without a price last");
  }
  assert.equal((await sorted("newest")).length, index.total);
});

test("pages of one answer join without a seam", async () => {
  const index = await openIn(FOLDER);
  const whole = (await index.search("tra", { limit: 60 })).hits.map((card) => card.slug);
  const first = (await index.search("tra", { limit: 30 })).hits.map((card) => card.slug);
  const second = (await index.search("tra", { offset: 30, limit: 30 })).hits.map((card) => card.slug);
  assert.deepEqual([...first, ...second], whole);
});

test("any text may be typed", async () => {
  const index = await openIn(FOLDER);
  const odd = [
    "x".repeat(10_000), "mật ong ".repeat(2000), "🍯🐝", "שלום عسل", "<script>alert(1)</script>", "\"", "-", "--", "\"\"", "-\"", "\0\u202e",
    "'; drop table", "%00", "\u0301\u0323", "a\u0301".repeat(300), "đ".repeat(500), "𝕞𝕒̣̂𝕥", "ﬀ", "İ", "茶", "....", "1", "a -", "\"a",
  ];
  for (const query of odd) {
    const answer = await index.search(query, { explain: true });
    assert.ok(answer.total >= 0 && answer.hits.length <= 24, query.slice(0, 20));
    assert.equal(highlight("Mật ong <b>", query).map((part) => part.text).join(""), "Mật ong <b>");
  }
  assert.ok((await index.search("mật ong ".repeat(2000))).total > 0);
  for (const query of [null, undefined, 7, {}]) await index.search(query);
  const { total } = await index.search("mật ong", { facets: { province: ["<b>", "nowhere"], nothing: ["x"] } });
  assert.equal(total, 0);
});

test("queries at the same time do not disturb one another", async () => {
  const index = await openIn(FOLDER);
  const queries = ["mật ong", "nuoc mam", "rượu men lá", "", "kẹo dừa", "ca phe"];
  const alone = [];
  for (const query of queries) alone.push((await index.search(query)).hits.map((card) => card.slug));
  const together = await Promise.all(queries.map((query) => index.search(query)));
  assert.deepEqual(together.map(({ hits }) => hits.map((card) => card.slug)), alone);
});

test("a core that is broken or of another version says so", async () => {
  const core = (change) => spoiled((name, bytes) => (name === "core.bin" ? change(bytes) : undefined));
  const code = (wanted) => (error) => error instanceof SearchError && error.code === wanted;
  await assert.rejects(core((bytes) => bytes.subarray(0, 900)), code("corrupt"));
  await assert.rejects(core(() => Buffer.from("<!doctype html>")), code("corrupt"));
  const changed = (at, value) => (bytes) => {
    const raw = inflateRawSync(bytes);
    raw[at] = value;
    return deflateRawSync(raw);
  };
  await assert.rejects(core(changed(3, 99)), code("version"));
  await assert.rejects(core(changed(400, 7)), code("corrupt"));
  await assert.rejects(open("http://index.invalid/", { read: async () => { throw new SearchError("network", "core.bin"); } }), code("network"));
});

test("what a broken file does not hold is answered all the same", async () => {
  const broken = (pattern, how) => spoiled((name) => {
    if (!pattern.test(name)) return undefined;
    if (how === "gone") throw new SearchError("gone", name);
    return how;
  });
  for (const [pattern, code, how] of [
    [/^c0-/, "gone", "gone"],
    [/^c0-/, "corrupt", Buffer.from([1, 2, 3])],
    [/^cards-/, "gone", "gone"],
  ]) {
    const index = await broken(pattern, how);
    const answer = await index.search("", { limit: index.total });
    assert.equal(answer.total, index.total);
    assert.ok(answer.missing > 0);
    assert.ok(answer.warnings.some((error) => error.code === code), String(answer.warnings));
  }
  const posting = await broken(/^t/, "gone");
  const answer = await posting.search("lâm đồng");
  assert.ok(answer.total > 0, "labels need no file");
  assert.equal(answer.warnings[0].code, "gone");
  const stories = await broken(/^(s|stories)/, Buffer.from("x"));
  assert.ok((await stories.search("mật ong")).total > 0);
  const asked = await stories.search("rừng ngập mặn");
  assert.ok(asked.warnings.length > 0);
  const columns = await broken(/^(year|by-name)-/, "gone");
  const sorted = await columns.search("mật ong", { sort: "name", count: ["year", "stars"] });
  assert.ok(sorted.hits.length > 0 && sorted.counts.stars && !sorted.counts.year);
});

test("a file of another build is not believed", async () => {
  const names = fs.readdirSync(FOLDER).filter((name) => /^c\d+-/.test(name));
  const other = fs.readFileSync(path.join(FOLDER, names[1]));
  const index = await spoiled((name) => (name === names[0] ? other : undefined));
  const answer = await index.search("", { limit: index.total });
  assert.ok(answer.warnings.some((error) => error.code === "corrupt") && answer.missing > 0);
});

test("highlighting respects folding and whole letters", () => {
  const marked = (text, query) => highlight(text, query).map(({ text: part, hit }) => (hit ? `[${part}]` : part)).join("");
  assert.equal(marked("Nước mắm Phú Quốc", "nuoc mam"), "[Nước] [mắm] Phú Quốc");
  assert.equal(marked("Nước mắm Phú Quốc", "nuowcs"), "[Nước] mắm Phú Quốc");
  assert.equal(marked("Mật ong hoa nhãn", "nh"), "Mật ong hoa [nh]ãn");
  assert.equal(marked("Mật ong".normalize("NFD"), "mật ").normalize("NFC"), "[Mật] ong");
  assert.equal(marked("Cà phê Đắk Lắk", "dac "), "Cà phê [Đắk] Lắk");
  assert.equal(marked("<b>Chè</b>", "che b "), "<[b]>[Chè]</[b]>");
  assert.equal(marked("Chè", ""), "Chè");
});

test("suggestions name places and groups with their counts", async () => {
  const index = await openIn(FOLDER);
  const { hits, labels } = await index.suggest("lâm đ");
  assert.ok(hits.length > 0 && hits.length <= 6);
  const label = labels.find(({ facet }) => facet === "province");
  assert.equal(label.value, "lam-dong");
  const { total } = await index.search("", { facets: { province: ["lam-dong"] } });
  assert.equal(label.total, total);
});

test("why a card stands where it does is told on request", async () => {
  const index = await openIn(FOLDER);
  const { hits } = await index.search("mật ong điện biên", { explain: true });
  const sum = hits[0].why.reduce((all, { score = 0, factor = 1 }) => (all + score) * factor, 0);
  assert.ok(Math.abs(sum - hits[0].score) < 0.01, `${sum} ${hits[0].score}`);
});
