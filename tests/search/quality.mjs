// How good the answers are: `node tests/search/quality.mjs --example DIR --made-up DIR FILE.jsonl [--seed N]… [--verbose]`.
//
// DIR is a folder of an index. Prints recall at ten and mean reciprocal rank by class and fails below the floors. The real
// client answers; nothing is random: the same index and queries always give the same figures.
import fs from "node:fs";
import { judgeExample, judgeMadeUp, judged, lines, openIn } from "./support/judge.mjs";
import { queries } from "./support/queries.mjs";

const here = (name) => new URL(name, import.meta.url);
const FLOORS = { recall: 0.98, mrr: 0.97, least: 0.93 };
// A hundred thousand products hold many that differ in one word.
const FLOORS_OF_LARGE = { recall: 0.95, mrr: 0.95, least: 0.8 };

let short = [];
const verbose = process.argv.includes("--verbose");
const tell = (query, { recall, rank, answer, relevant }) => {
  if (!verbose) return;
  console.log(`  ${query.class} | ${query.q} | recall ${recall.toFixed(2)} rank ${rank.toFixed(2)} | ${answer.how} ${answer.total} | ${[...relevant].slice(0, 6).join(" ")}`);
  for (const card of answer.hits.slice(0, 4)) console.log(`      ${card.score.toFixed(1)} ${card.name} · ${card.producer} · ${card.commune} · ${card.former}`);
};
const report = (title, table, floors) => {
  console.log(`\n${title}`);
  for (const line of table.lines()) console.log(line);
  short = short.concat(table.short(floors).map((it) => `${title}: ${it}`));
};

const words = process.argv.slice(2);
const after = (flag, count) => words.flatMap((word, i) => (word === flag ? [words.slice(i + 1, i + 1 + count)] : []));
for (const [folder] of after("--example", 1)) {
  const all = judged(fs.readFileSync(here("judged.txt"), "utf8"));
  report(`example catalogue, ${all.length} queries`, await judgeExample(await openIn(folder), all, tell), FLOORS);
}
for (const [folder, file] of after("--made-up", 2)) {
  const index = await openIn(folder);
  const products = lines(file);
  const floors = products.length > 50_000 ? FLOORS_OF_LARGE : FLOORS;
  const stored = JSON.parse(fs.readFileSync(here("made-up-777.json"), "utf8"));
  const sets = [["stored queries", stored.filter((query) => products.length <= 50_000 || query.expect)]];
  for (const [seed] of after("--seed", 1)) sets.push([`queries of seed ${seed}`, queries(products, +seed)]);
  for (const [title, set] of sets) report(`${products.length} made-up products, ${title}`, await judgeMadeUp(index, products, set, tell), floors);
}
if (short.length) {
  console.error("\nbelow the floor:\n" + short.join("\n"));
  process.exitCode = 1;
}
