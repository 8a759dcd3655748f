// Runs and scores what run.sh has made ready. The original of every score is sharp's own picture before compression.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { basename, join } from "node:path";

const { DEVELOP, SCORE, SHARP, WORK } = process.env;
const RUNS = Number(process.env.RUNS);
const files = process.argv.slice(2);
const SIZES = [320, 480, 960];
/** Qualities of sharp's WebP around ours, to find its bytes at our score. */
const AROUND = [70, 74, 78, 80, 82, 86, 90];

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;

/** CPU milliseconds and peak megabytes of a command. */
function timed(command, args, env = {}) {
  const probe = ["-f", "%U %S %M", command, ...args];
  const { stderr, status } = spawnSync("/usr/bin/time", probe, { env: { ...process.env, ...env }, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  const [user, system, peak] = stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return { cpu: (user + system) * 1000, peak: peak / 1024 };
}

const PEER = `
const sharp = require(process.env.SHARP);
sharp.concurrency(1); sharp.cache(false);
const [out, ...files] = process.argv.slice(1);
(async () => { for (const [n, file] of files.entries()) {
  const base = sharp(file).rotate();
  const at = (width) => base.clone().resize({ width, withoutEnlargement: true });
  for (const width of ${JSON.stringify(SIZES)}) await at(width).webp({ quality: 80, effort: 4 }).toFile(out + "/" + n + "-" + width + ".webp");
  await at(960).jpeg({ quality: 78 }).toFile(out + "/" + n + "-960.jpg");
} })();`;

function contestants() {
  const folder = (name) => (mkdirSync(join(WORK, name), { recursive: true }), join(WORK, name));
  const vips = (files) => {
    const out = folder("vips");
    const spent = files.flatMap((file, n) => [
      ...SIZES.map((width) => timed("vipsthumbnail", [file, "--size", `${width}x>`, "-o", `${out}/${n}-${width}.webp[Q=80,effort=4]`], { VIPS_CONCURRENCY: "1" })),
      timed("vipsthumbnail", [file, "--size", "960x>", "-o", `${out}/${n}-960.jpg[Q=78]`], { VIPS_CONCURRENCY: "1" }),
    ]);
    return { cpu: spent.reduce((sum, { cpu }) => sum + cpu, 0), peak: Math.max(...spent.map(({ peak }) => peak)) };
  };
  return {
    dacsan: (files) => timed(DEVELOP, [folder("dacsan"), ...files]),
    sharp: (files) => timed("node", ["-e", PEER, folder("sharp"), ...files]),
    libvips: vips,
  };
}

function times() {
  const all = contestants();
  const found = Object.fromEntries(Object.keys(all).map((name) => [name, { cpu: [], peak: [] }]));
  // In turns, so that what else runs on the machine meets all alike.
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, work] of Object.entries(all)) {
      // The start of a program is no work on photos.
      const start = name === "libvips" ? 0 : work([]).cpu;
      const { cpu, peak } = work(files);
      found[name].cpu.push((cpu - start) / files.length);
      found[name].peak.push(peak);
    }
  }
  const own = median(found.dacsan.cpu);
  const peer = median(found.sharp.cpu);
  console.log(`| | CPU ms a photo | beside sharp | peak MB |\n| --- | --- | --- | --- |`);
  for (const [name, { cpu, peak }] of Object.entries(found)) {
    console.log(`| ${name} | ${median(cpu).toFixed(0)} (${Math.min(...cpu).toFixed(0)}–${Math.max(...cpu).toFixed(0)}) | ${(median(cpu) / peer).toFixed(2)} | ${Math.max(...peak).toFixed(0)} |`);
  }
  return own / peer;
}

const score = (pairs) => execFileSync(SCORE, pairs.flat(), { encoding: "utf8", maxBuffer: 1 << 24 }).trim().split("\n").map(Number);
const bytes = (path) => statSync(path).size;

async function qualities() {
  const { default: sharp } = await import(SHARP);
  const folder = join(WORK, "around");
  mkdirSync(folder, { recursive: true });
  console.log(`\n| | score | bytes | sharp's score | sharp's bytes | sharp's bytes at our score | ours beside them |\n| --- | --- | --- | --- | --- | --- | --- |`);
  for (const width of SIZES) {
    const rows = [];
    for (const [n, file] of files.entries()) {
      const original = join(folder, `${n}-${width}.png`);
      const own = join(WORK, "dacsan", `${n}-${width}.webp`);
      // The two round the height their own way, and a score wants equal sizes.
      const { height } = await sharp(own).metadata();
      const at = () => sharp(file).rotate().resize({ width, height, fit: "fill" });
      await at().removeAlpha().png({ compressionLevel: 1 }).toFile(original);
      const around = AROUND.map((quality) => join(folder, `${n}-${width}-${quality}.webp`));
      for (const [index, path] of around.entries()) await at().webp({ quality: AROUND[index], effort: 4 }).toFile(path);
      const [ours, ...theirs] = score([[original, own], ...around.map((path) => [original, path])]);
      const curve = theirs.map((value, index) => [value, bytes(around[index])]).sort((a, b) => a[0] - b[0]);
      const above = curve.findIndex(([value]) => value >= ours);
      if (above < 1) continue;
      const [[low, small], [high, large]] = [curve[above - 1], curve[above]];
      const equal = small + ((large - small) * (ours - low)) / (high - low);
      const peer = AROUND.indexOf(80);
      rows.push({ ours, own: bytes(own), theirs: theirs[peer], peer: bytes(around[peer]), equal, ratio: bytes(own) / equal });
    }
    const of = (key) => mean(rows.map((row) => row[key]));
    console.log(`| ${width} (${rows.length} photos) | ${of("ours").toFixed(1)} | ${of("own").toFixed(0)} | ${of("theirs").toFixed(1)} | ${of("peer").toFixed(0)} | ${of("equal").toFixed(0)} | ${of("ratio").toFixed(3)} |`);
  }
}

const pixels = mean(files.map((file) => bytes(file)));
console.log(`${files.length} files, ${(pixels / 1000).toFixed(0)} KB on average (${basename(files[0])} … ${basename(files.at(-1))}); sharp ${JSON.parse(readFileSync(join(WORK, "node_modules/sharp/package.json"))).version}, ${execFileSync("vips", ["--version"], { encoding: "utf8" }).trim()}; ${RUNS} runs; load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors\n`);
const ratio = times();
await qualities();
if (ratio > 1) process.exitCode = 1;
