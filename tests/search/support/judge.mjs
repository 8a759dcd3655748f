// Judged queries asked of an index: recall at ten and reciprocal rank, by class.
import fs from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { fold } from "./catalogue.mjs";

// The client as the theme has it, or as a build has published it.
export const client = process.env.DACSAN_CLIENT
  ? pathToFileURL(process.env.DACSAN_CLIENT)
  : new URL("../../../themes/ocop/static/search.js", import.meta.url);

// An index on the disk, opened in Node.
export async function openIn(folder, options = {}) {
  const { open } = await import(client);
  const read = (name) => readFile(path.join(folder, name));
  return open("http://index.invalid/", { read, ...options });
}

// Lines of judged.txt: what is typed, and conditions of which a product must fulfil one.
export function judged(text) {
  let kind = "";
  const queries = [];
  for (const line of text.split("\n")) {
    if (!line || line.startsWith("#")) continue;
    const heading = /^\[(.+)\]$/.exec(line);
    if (heading) {
      kind = heading[1];
      continue;
    }
    const [, typed, wanted] = /^(.+) = (.+)$/.exec(line);
    queries.push({ class: kind, q: kind === "nfd" ? typed.normalize("NFD") : typed, wanted: wanted.split(" ") });
  }
  return queries;
}

// Whether a card fulfils one of the conditions; `values` gives the name of a value in the catalogue's language.
export function wanted(card, conditions, named) {
  const fulfils = (condition) =>
    condition.split("+").every((part) => {
      const [, facet, value] = /^(\w+):(.+)$/.exec(part) ?? [];
      if (facet === "group") return card.group === value;
      if (facet) return card[facet] === named(facet, value);
      return new RegExp(`^${part.replaceAll("*", ".*")}$`).test(card.slug);
    });
  return conditions.some(fulfils);
}

// Whether a made-up product is what a query expects.
export function expected(product, expect) {
  const name = product.name.toLowerCase();
  return Object.entries(expect).every(([key, value]) => {
    switch (key) {
      case "namePrefix": return name.startsWith(value);
      case "foldKindPrefix": return fold(product.kind).startsWith(value) || fold(product.name).startsWith(value);
      case "nameHasWord": return name.split(/[^\p{L}\d]+/u).includes(value);
      case "story": return (product.story + " . " + product.name).toLowerCase().includes(value.toLowerCase());
      default: return product[key] === value;
    }
  });
}

// Sums of a class and of all.
export class Table {
  constructor() {
    this.rows = new Map();
    this.all = { recall: 0, rank: 0, count: 0 };
  }
  add(kind, found, relevant) {
    const hits = found.slice(0, 10).filter((it) => relevant.has(it)).length;
    const first = found.findIndex((it) => relevant.has(it));
    const recall = hits / Math.min(10, relevant.size);
    const rank = first < 0 ? 0 : 1 / (first + 1);
    if (!this.rows.has(kind)) this.rows.set(kind, { recall: 0, rank: 0, count: 0 });
    for (const row of [this.rows.get(kind), this.all]) {
      row.recall += recall;
      row.rank += rank;
      row.count++;
    }
    return { recall, rank };
  }
  mean(row) {
    return { recall: row.recall / row.count, mrr: row.rank / row.count, count: row.count };
  }
  lines() {
    const line = (name, row) => {
      const { recall, mrr, count } = this.mean(row);
      return `${name.padEnd(26)} ${recall.toFixed(3)}  ${mrr.toFixed(3)}  ${String(count).padStart(4)}`;
    };
    return [
      "class                      recall   MRR  queries",
      ...[...this.rows].map(([name, row]) => line(name, row)),
      line("all", this.all),
    ];
  }
  // Floors that are not reached, in words.
  short({ recall, mrr, least }) {
    const all = this.mean(this.all);
    const short = [];
    if (all.recall < recall) short.push(`recall ${all.recall.toFixed(4)} < ${recall}`);
    if (all.mrr < mrr) short.push(`MRR ${all.mrr.toFixed(4)} < ${mrr}`);
    for (const [name, row] of this.rows) if (this.mean(row).recall < least) short.push(`${name}: recall ${this.mean(row).recall.toFixed(3)} < ${least}`);
    return short;
  }
}

export const lines = (file) => fs.readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));

// Judges an index of the example catalogue.
export async function judgeExample(index, queries, tell) {
  const { hits: cards } = await index.search("", { limit: index.total, count: [] });
  const named = (facet, value) => index.facets.find((it) => it.name === facet).values.find((it) => it.value === value)?.label;
  const table = new Table();
  for (const query of queries) {
    const relevant = new Set(cards.filter((card) => wanted(card, query.wanted, named)).map((card) => card.slug));
    if (!relevant.size) throw new Error(`no product is right for ${query.q}: ${query.wanted}`);
    const answer = await index.search(query.q, { limit: 10, typing: true, count: [] });
    const found = answer.hits.map((card) => card.slug);
    const { recall, rank } = table.add(query.class, found, relevant);
    if (recall < 1 || rank < 1) tell?.(query, { recall, rank, answer, relevant });
  }
  return table;
}

// Judges an index of a made-up catalogue; cards carry the product's number as code.
export async function judgeMadeUp(index, products, queries, tell) {
  const value = (facet, label) => index.facets.find((it) => it.name === facet).values.find((it) => it.label === label)?.value;
  const table = new Table();
  for (const query of queries) {
    const relevant = new Set(products.filter((product) => expected(product, query.expect)).map((product) => product.id));
    // Facets drawn at random may leave nothing: no answer is right then.
    if (!relevant.size) continue;
    const facets = {};
    for (const [name, label] of Object.entries(query.filters ?? {})) {
      if (name === "star") facets.stars = [String(label)];
      else facets[name] = [value(name, label)];
    }
    const answer = await index.search(query.q, { limit: 10, typing: true, facets, count: [] });
    const found = answer.hits.map((card) => Number(card.code));
    const { recall, rank } = table.add(query.class, found, relevant);
    if (recall < 1 || rank < 1) tell?.(query, { recall, rank, answer, relevant });
  }
  return table;
}
