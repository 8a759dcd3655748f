// The built catalogue under test: its files, its pages, one page of each kind.
//
// The folder comes from DACSAN_OUT (tests/run.sh sets it); without it the example is built into
// target/browser with the binary of DACSAN_BIN or target/release. Reads files only; a browser and
// a server come from browser.mjs.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** Day for which the example is built, so that validity is the same on every run. */
export const AS_OF = "2026-11-23";

/** Top of the project. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");

/** The binary under test. */
export const BIN = process.env.DACSAN_BIN ?? join(TARGET, "release", "dacsan");

/** The folder that holds the built catalogue. */
export const OUT = process.env.DACSAN_OUT ?? build(join(TARGET, "browser"));

/**
 * Kinds of page that a full catalogue must have: a name and the addresses that are of it.
 * Kinds that are not listed here are found by themselves; this list guards against losing one.
 */
export const WANTED = [
  ["home", /^$/],
  ["all products", /^san-pham\/$/],
  ["second page of a list", /^san-pham\/trang\/2\/$/],
  ["product", /^san-pham\/[a-z0-9-]+\/$/],
  ["products from A to Z", /^a-z\/$/],
  ["producers from A to Z", /^chu-the\/$/],
  ["producer", /^chu-the\/[a-z0-9-]+\/$/],
  ["provinces", /^tinh\/$/],
  ["province", /^tinh\/[a-z0-9-]+\/$/],
  ["commune", /^tinh\/[a-z0-9-]+\/(?!nhom|sao|trang)[a-z0-9-]+\/$/],
  ["group within a province", /^tinh\/[a-z0-9-]+\/nhom\/[a-z-]+\/$/],
  ["stars within a province", /^tinh\/[a-z0-9-]+\/sao\/[345]\/$/],
  ["former provinces", /^tinh-cu\/$/],
  ["former province", /^tinh-cu\/[a-z0-9-]+\/$/],
  ["commune of yesterday", /^tinh-cu\/[a-z0-9-]+\/(?!trang)[a-z0-9-]+\/$/],
  ["groups", /^nhom\/$/],
  ["group", /^nhom\/[a-z0-9-]+\/$/],
  ["subgroup", /^nhom\/[a-z0-9-]+\/(?!sao|trang)[a-z0-9-]+\/$/],
  ["stars within a group", /^nhom\/[a-z0-9-]+\/sao\/[345]\/$/],
  ["star tiers", /^sao\/$/],
  ["star tier", /^sao\/4\/$/],
  ["lapsed", /^het-han\/$/],
  ["undated", /^chua-ro-ngay\/$/],
  ["new", /^moi\/$/],
  ["search", /^tim\/$/],
  ["shortlist", /^so-chon\/$/],
  ["missing page", /^404\.html$/],
  ["programme page", /^chuong-trinh\/$/],
  ["English home", /^en\/$/],
  ["English product", /^en\/products\/[a-z0-9-]+\/$/],
  ["English missing page", /^en\/404\.html$/],
];

function build(out) {
  const args = ["build", "--root", ROOT, "--out", out, "--as-of", AS_OF, "--quiet"];
  execFileSync(BIN, args, { stdio: ["ignore", "inherit", "inherit"] });
  return out;
}

/** Paths of all files below the folder, `/`-separated, sorted; dotfiles are not published. */
export function files() {
  return readdirSync(OUT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(OUT, join(entry.parentPath ?? entry.path, entry.name)))
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !path.split("/").some((name) => name.startsWith(".")))
    .sort();
}

export const read = (path) => readFileSync(join(OUT, path));

export const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** Every page: path, route, HTML, kind, language. */
export const pages = once(() =>
  files()
    .filter((path) => path.endsWith(".html"))
    .map((path) => {
      const html = read(path).toString("utf8");
      const route = path.replace(/(^|\/)index\.html$/, "$1");
      const lang = /^en(\/|$)/.test(route) ? "en" : "vi";
      return { path, route, html, lang, kind: kindOf(html) };
    }),
);

// The kind stands in the page: class of the body, and the sort of list where it is one.
function kindOf(html) {
  const body = /<body class="page-([a-z0-9-]+)/.exec(html)?.[1];
  if (!body) return /http-equiv="refresh"/.test(html) ? "redirect" : "unknown";
  const list = /class="list-page list-([a-z0-9-]+)/.exec(html)?.[1];
  return list && list !== body ? `${body}-${list}` : body;
}

/** Pages that people read; redirects are checked by their links alone. */
export const readable = once(() => pages().filter((page) => page.kind !== "redirect"));

/**
 * One page of each kind that must be there and of each that is found in either language, then as
 * many more as it takes to see every class name and every state that any Vietnamese page uses:
 * each kind of list, badge, notice and figure.
 */
export const samples = once(() => {
  const chosen = new Map();
  for (const [name, shape] of WANTED) {
    const page = readable().find(({ route }) => shape.test(route));
    if (page) chosen.set(name, page);
  }
  for (const page of readable()) {
    const key = `${page.lang} ${page.kind}`;
    if (!chosen.has(key)) chosen.set(key, page);
  }
  const seen = new Set([...chosen.values()].flatMap((page) => [...marks(page)]));
  const rest = readable().filter((page) => page.lang === "vi");
  for (;;) {
    const gains = rest.map((page) => [...marks(page)].filter((mark) => !seen.has(mark)));
    const best = gains.reduce((top, gain, at) => (gain.length > gains[top].length ? at : top), 0);
    if (!gains[best]?.length) break;
    gains[best].forEach((mark) => seen.add(mark));
    chosen.set(`${rest[best].kind}: ${gains[best].join(" ")}`, rest[best]);
  }
  return [...new Set(chosen.values())];
});

const marks = memo((page) => {
  const found = new Set();
  for (const { attributes } of tags(page.html)) {
    for (const name of (attributes.class ?? "").split(/\s+/)) {
      // Places on the map are of one sort.
      if (name && !/^(col|row|level)-\d+$/.test(name)) found.add(`.${name}`);
    }
    if (attributes["data-state"]) found.add(`state-${attributes["data-state"]}`);
  }
  return found;
});

/** Start tags of a page with their attributes; comments and the insides of scripts are left out. */
export function tags(html) {
  const text = html.replace(/<!--[\s\S]*?-->/g, "").replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, "$1");
  const found = [];
  for (const [, name, rest] of text.matchAll(/<([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi)) {
    const attributes = {};
    for (const part of rest.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
      attributes[part[1].toLowerCase()] ??= unescape(part[2] ?? part[3] ?? part[4] ?? "");
    }
    found.push({ name: name.toLowerCase(), attributes });
  }
  return found;
}

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescape(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (number) return String.fromCodePoint(Number(number));
    return NAMED[name] ?? whole;
  });
}

/** Path below the output folder to which an address leads. */
export function target(page, href) {
  const typed = decodeURI(href.split(/[?#]/)[0]);
  // Addresses from the root count from the output folder.
  const path = typed.startsWith("/") ? `.${typed}` : typed;
  const from = typed.startsWith("/") ? "." : posix.dirname(page.path);
  const joined = path === "" ? page.path : posix.normalize(posix.join(from, path));
  return /(^|\/)\.?$/.test(joined) && joined !== page.path ? posix.join(joined, "index.html") : joined;
}

/** A list of what is wrong, short enough to be read. */
export function told(problems, most = 20) {
  const more = problems.length > most ? `\n… and ${problems.length - most} more` : "";
  return `${problems.length} problem(s)\n${problems.slice(0, most).join("\n")}${more}`;
}

function once(make) {
  let value;
  return () => (value ??= make());
}

function memo(make) {
  const values = new Map();
  return (key) => {
    if (!values.has(key)) values.set(key, make(key));
    return values.get(key);
  };
}
