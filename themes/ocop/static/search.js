// Search over a static index: answers in Vietnamese with exact counts, from a few small files.
//
// const index = await open(base, { lang, read })
//   base  address of the folder of the index, with a slash; lang "vi" (default) or "en"
//   read  optional: (name) => Promise of the bytes of a file of the index. Default: fetch; for a page that was opened
//         from a disk, the script `disk.js` of that folder, which holds all files.
// index.total, index.build    number of products; mark of this very index
// index.facets                [{ name, values: [{ value, label, parent? }] }] in their order; names: province former group
//                             subgroup stars validity (in the core), kind certificate year price (one more file each).
//                             Values are slugs, "0".."5", states, years, "50000-100000"; "" is unknown or none.
// await index.search(query, { facets, count, sort, offset, limit, typing, explain }) =>
//   facets   { province: ["an-giang"], stars: ["4", "5"] }: or within a facet, and between facets
//   count    names of the facets to count; default those of the core and those chosen
//   sort     "relevance" (default), "stars", "name", "newest", "price", "-price"
//   typing   whether the last word may go on; default true, unless the query ends with a space
//   { total, hits, counts, how, corrections: [{ from, to }], corrected, dropped, relax, warnings, missing }
//   hits     cards: { id, slug, href, code, cover, name, nameLang, vietnamese, producer, commune, province, former, group,
//            groupLabel, stars, state, until, price, priceFrom, pack, adult, score, why }
//   counts   { province: { "an-giang": 12 } }: what choosing each value would give under the choices in other facets
//   how      "all" (no query), "full", "story", "split", "near" (guessed spelling), "part" (not all words)
//   relax    where nothing is left: [{ without: facet, total }]
//   warnings errors of files that could not be used; what needs no such file is answered all the same
// await index.suggest(prefix, { limit }) => { hits, labels: [{ facet, value, label, total }], corrected }
// highlight(text, query)      [{ text, hit }], to be put on the page as text, never as HTML
// SearchError                 code: "network", "gone" (a file of another build: reload once), "version" (page and index do not
//                             belong together: reload once), "corrupt", "unsupported" (an old browser)
//
// In queries: "words in quotes" stand side by side and keep their accents, -word must not be there.

const VERSION = 2;
const CORE = "core.bin";

export class SearchError extends Error {
  constructor(code, file, cause) {
    super(`${code}: ${file}`, { cause });
    this.code = code;
    this.file = file;
  }
}

// ---- Words and their keys; src/text/token.rs does the same.

const TONES = { "\u0301": 1, "\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5 };
const bare = (word) => word.toLowerCase().normalize("NFD").replace(/[\p{M}\x01-\x05]/gu, "").replace(/[đðɖ]/g, "d");
const settle = (key) => (key === "dac" ? "dak" : key.replace(/(^qu|[bcdfghj-np-tv-xz])y$/, "$1i"));

// Key without marks and tone.
export const fold = (word) => settle(bare(word));

// Key with the shape of letters; the tone is a character 1-5 at its end.
const canonical = (word) => {
  let tone = 0;
  const shaped = word.toLowerCase().normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => ((tone = TONES[mark]), ""));
  return shaped.normalize("NFC").replace(/[ðɖ]/g, "đ") + (tone ? String.fromCharCode(tone) : "");
};
const shape = (key) => key.replace(/[\x01-\x05]$/, "");
const clean = (text) => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
// The part of an address that follows from a name.
const addressOf = (name) => bare(clean(name)).split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean).join("-");
export const words = (text) => clean(text).split(/[^\p{Alphabetic}\p{N}\p{M}]+/u).filter(bare);

// A canonical key as people write it.
const written = (key) => {
  const tone = key.charCodeAt(key.length - 1);
  if (tone > 5) return key;
  const plain = key.slice(0, -1);
  const start = /^(qu|gi(?=[aăâeêoôơuư]))/.test(plain) ? 2 : 0;
  const vowels = [...plain].map((c, i) => (i >= start && /[aăâeêioôơuưy]/.test(c) ? i : -1)).filter((i) => i >= 0);
  const shaped = vowels.filter((i) => /[ăâêôơư]/.test(plain[i])).pop();
  const closed = vowels.length && vowels[vowels.length - 1] < plain.length - 1;
  const at = shaped ?? vowels[closed || vowels.length > 2 ? Math.min(1, vowels.length - 1) : 0] ?? 0;
  const mark = Object.keys(TONES).find((m) => TONES[m] === tone);
  return (plain.slice(0, at + 1) + mark + plain.slice(at + 1)).normalize("NFC");
};

// Leftovers of an input method that was off: Telex (nuowcs), VNI (nu7o7c1). "" where there are none.
const HATS = { a: "â", e: "ê", o: "ô" };
const HORNS = { a: "ă", o: "ơ", u: "ư" };
const telex = (word) => {
  let tone = 0;
  let x = word;
  const m = /^(.*?[aeiouy].*?)([sfrxj])([a-z]*)$/.exec(x);
  if (m && /^[a-zăâêôơưđ]*$/.test(m[1] + m[3]) && /^(c|ch|m|n|ng|nh|p|t|w|o|e|a|u|i|y|[aeo]w?)*$/.test(m[3])) {
    tone = " sfrxj".indexOf(m[2]);
    x = m[1] + m[3];
  }
  x = x.replace(/^dd/, "đ").replace(/^d(.+)d$/, "đ$1").replace(/uow|uwow|uwo/, "ươ")
    .replace(/([aeo])([^aeiouyw]*)\1/, (all, a, b) => HATS[a] + b)
    .replace(/([aou])([^aeiouyw]*)w/, (all, a, b) => HORNS[a] + b).replace(/uơ/, "ươ");
  return x === word ? "" : x + (tone ? String.fromCharCode(tone) : "");
};
const vni = (word) => {
  if (!/[a-z]\d/.test(word)) return "";
  let tone = 0;
  const x = word.replace(/[1-5]/, (digit) => ((tone = +digit), ""))
    .replace(/d9|^d(.*)9/, "đ$1").replace(/u7?o7/, "ươ")
    .replace(/([aeo])([^6]*)6/, (all, a, b) => HATS[a] + b)
    .replace(/([ou])([^7]*)7/, (all, a, b) => HORNS[a] + b).replace(/a([^8]*)8/, "ă$1").replace(/[0-9]/g, "");
  return x + (tone ? String.fromCharCode(tone) : "");
};

const meantBy = (typed) => {
  const word = typed.toLowerCase().normalize("NFC");
  return vni(word) || telex(word);
};

// Edits between two keys (letters lost, added, changed, swapped), 9 where there are more than `most`.
let rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];
const edits = (a, b, most) => {
  const n = a.length;
  const m = b.length;
  if (Math.abs(n - m) > most || m > 60) return 9;
  let [above, last, now] = rows;
  for (let j = 0; j <= m; j++) last[j] = j;
  for (let i = 1; i <= n; i++) {
    let least = (now[0] = i);
    const c = a.charCodeAt(i - 1);
    for (let j = 1; j <= m; j++) {
      const d = b.charCodeAt(j - 1);
      let v = last[j - 1] + (c === d ? 0 : 1);
      if (last[j] + 1 < v) v = last[j] + 1;
      if (now[j - 1] + 1 < v) v = now[j - 1] + 1;
      if (i > 1 && j > 1 && c === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === d && above[j - 2] + 1 < v) v = above[j - 2] + 1;
      now[j] = v;
      if (v < least) least = v;
    }
    if (least > most) return 9;
    [above, last, now] = [last, now, above];
  }
  return last[m];
};
// Letters of a key as bits: keys that differ in more than twice the edits need no closer look.
const letters = (key) => {
  let bits = 0;
  for (let i = 0; i < key.length; i++) bits |= 1 << (key.charCodeAt(i) & 31);
  return bits;
};
const ones = (x) => {
  let n = 0;
  for (; x; x &= x - 1) n++;
  return n;
};

// ---- Reading.

const text = new TextDecoder();
class Reader {
  left = 0; // bits of the byte before `at` that were not taken yet

  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  number() {
    let value = 0;
    let shift = 0;
    let byte;
    do {
      byte = this.bytes[this.at++];
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value;
  }
  section() {
    const length = this.number();
    return this.bytes.subarray(this.at, (this.at += length));
  }
  rest() {
    return this.bytes.subarray(this.at);
  }
  bits(count) {
    let value = 0;
    while (count) {
      if (!this.left) {
        this.at++;
        this.left = 8;
      }
      const now = Math.min(count, this.left);
      this.left -= now;
      count -= now;
      value = (value << now) | ((this.bytes[this.at - 1] >> this.left) & ((1 << now) - 1));
    }
    return value;
  }
  // A number from 1 on: as many zeros as it has bits behind the first, then its bits.
  amount() {
    let more = 0;
    while (more < 31 && !this.bits(1)) more++;
    return (1 << more) | this.bits(more);
  }
  // Rising numbers of low..high, the middle one first, in as few bits as there is room for.
  rising(values, high, low = 0, from = 0, end = values.length) {
    while (from < end) {
      const middle = (from + end) >> 1;
      const least = low + middle - from;
      const room = high - end + 2 + middle - least;
      let value = 0;
      // With no room left the rest is a run.
      if (room > 1) {
        const width = 31 - Math.clz32(room);
        const short = (2 << width) - room;
        value = this.bits(width);
        if (value >= short) value += value + this.bits(1) - short;
      }
      values[middle] = least + value;
      this.rising(values, least + value - 1, low, from, middle);
      low = least + value + 1;
      from = middle + 1;
    }
    return values;
  }
  list(high) {
    return this.rising(new Uint32Array(this.amount() - 1), high);
  }
}
const front = (bytes) => {
  const keys = [];
  const key = new Uint8Array(600);
  for (let at = 0; at < bytes.length; ) {
    const shared = bytes[at];
    const more = bytes[at + 1];
    key.set(bytes.subarray(at + 2, at + 2 + more), shared);
    keys.push(text.decode(key.subarray(0, shared + more)));
    at += 2 + more;
  }
  return keys;
};
// Numbers by bytes: their low bytes, then the next; in columns each is a step from the one before.
const planes = (bytes, n, steps = 0) => {
  const values = new Uint32Array(n);
  for (let p = 0; p < bytes[0]; p++)
    for (let i = 0, byte = 0; i < n; i++) {
      byte = (byte * steps + bytes[1 + p * n + i]) & 255;
      values[i] |= byte << (8 * p);
    }
  return values;
};
const column = (bytes, n) => planes(bytes, n, 1);
const hash = (bytes) => {
  let sum = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i], 0x01000193);
  return sum >>> 0;
};
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
// As files are named: the low bytes first.
const hashOf = (bytes) => hex(new Uint8Array(Uint32Array.of(hash(bytes)).buffer));
const tagAt = (bytes, at, size = 3) => hex(bytes.subarray(at, at + size));
const each = (list, make) => Promise.all(list.map(make));
const times = (length, make) => Array.from({ length }, make);
const joined = (a, b) => {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};
// Files of postings and stories are named after their first key.
const named = (kind, key) => kind + (hash(new TextEncoder().encode(key)) & 0xffff).toString(16).padStart(4, "0");

const inflate = async (...parts) => {
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const fetched = (base) => async (name) => {
  const answer = await fetch(base + name, name === CORE ? { cache: "no-cache" } : {}).catch((cause) => {
    throw new SearchError("network", name, cause);
  });
  if (!answer.ok) throw new SearchError(/4(04|10)/.test(answer.status) ? "gone" : "network", name);
  return answer.arrayBuffer();
};
const fromDisk = (base) => {
  const loaded = new Promise((resolve, reject) => {
    if (globalThis.dacsanIndex) return resolve();
    const script = document.createElement("script");
    script.src = base + "disk.js";
    script.onload = resolve;
    script.onerror = () => reject(new SearchError("gone", "disk.js"));
    document.head.append(script);
  });
  return async (name) => {
    await loaded;
    const packed = globalThis.dacsanIndex?.[name];
    if (!packed) throw new SearchError("gone", name);
    return Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  };
};

// ---- What is known of shopping, and how much things weigh.

// Words of a query that need not be found; the first ones without accents too.
const UNITS = "xã phường tỉnh huyện".split(" ");
const CLEAR = [...UNITS, ..."mua bán giá rẻ tìm ngon tốt ở loại chính hãng nhất nào gì nên shop".split(" ")];
const STOP = [...CLEAR, ..."đâu cho của và là sản phẩm".split(" ")].map(canonical);
const STOP_BARE = CLEAR.map(fold);

const FIELDS = [0, 1, 2, 3]; // name, producer, commune, other words
const WEIGHT = [1, 0.55, 0.8, 0.5];
const EXACT = [1.5, 2.2, 1.6, 1.6]; // a whole field is the query
const HEAD = 0.4; // first word of a name
const NEAR = 0.7; // two words of the query side by side
const BOTH = 0.1; // found in the text and by a label
const MOST = 16; // words of a query
const FILES = 2; // new files that a word being typed may ask for

export async function open(base, { lang = "vi", read } = {}) {
  if (!globalThis.DecompressionStream) throw new SearchError("unsupported", "DecompressionStream");
  read ??= /^file:/.test(new URL(base, globalThis.document?.baseURI).href) ? fromDisk(base) : fetched(base);
  const isEnglish = lang === "en";
  const files = new Map();
  let warnings = [];
  let lastTurn;
  const nearby = new Map();
  let stamp = 0;

  function once(key, make) {
    let made = files.get(key);
    if (!made) {
      made = make();
      files.set(key, made);
      made.catch(() => files.delete(key));
    }
    return made;
  }

  // What cannot be had is told, and done without.
  const spared = (made, other) => made.catch((error) => (warnings.push(error), other));

  // The content of a file: inflated, and checked against what the index says of it.
  function file(name, tag, history) {
    const whole = tag ? `${name}-${tag}.bin` : name;
    return once(whole, async () => {
      let bytes = await inflate(history ?? "", await read(whole)).catch((cause) => {
        throw new SearchError("corrupt", whole, cause);
      });
      if (history) bytes = bytes.subarray(labels.history);
      if (tag && !hashOf(bytes).startsWith(tag)) throw new SearchError("corrupt", whole);
      return bytes;
    });
  }

  const core = new Reader(await file(CORE));
  if (text.decode(core.bytes.subarray(0, 3)) !== "DST") throw new SearchError("corrupt", CORE);
  if (core.bytes[3] !== VERSION) throw new SearchError("version", CORE);
  const build = hex(core.bytes.subarray(4, 8));
  core.at = 8;
  if (hashOf(core.rest()) !== build) throw new SearchError("corrupt", CORE);
  const labels = JSON.parse(text.decode(core.section()));
  const { n: total, provinces, formers, groups, subgroups, places, goods } = labels;
  const terms = front(core.section());
  const frequencies = Array.from(core.section(), (b) => ((8 + (b & 7)) * 2 ** (b >> 3)) / 8);
  const folded = terms.map(fold);
  const shards = [];
  const table = new Reader(core.section());
  for (let first = 0; table.at < table.bytes.length; table.at += 3) {
    const count = table.number();
    shards.push({ first, end: (first += count), tag: tagAt(table.bytes, table.at) });
  }
  const rising = new Reader(core.section());
  const columns = {
    place: rising.rising(new Uint32Array(total), rising.number()).map((value, id) => (value - id) % places.length),
    goods: column(core.section(), total),
    tier: column(core.section(), total),
  };
  const history = core.section();
  // Products by the values of a column, those of one value in their own order; and where each value ends.
  const sortedBy = (column, count) => {
    const ends = new Uint32Array(count + 1);
    const order = new Uint32Array(total);
    for (const value of column) ends[value + 1]++;
    for (let i = 1; i < count; i++) ends[i] += ends[i - 1];
    column.forEach((value, id) => (order[ends[value]++] = id));
    return { order, ends };
  };
  const by = { place: sortedBy(columns.place, places.length), goods: sortedBy(columns.goods, goods.length) };
  // Valid before undated before lapsed, then by stars.
  const rank = Uint8Array.from(columns.tier, (t) => (t < 18 ? 12 : t < 24 ? 6 : 0) + (t % 6));

  // Groups of words that fold alike; words of labels stand among them.
  const keyGroups = new Map();
  const groupOf = (key) => {
    let found = keyGroups.get(key);
    if (!found) keyGroups.set(key, (found = { terms: [], labels: [] }));
    return found;
  };
  folded.forEach((key, term) => groupOf(key).terms.push(term));
  const marks = [];
  const known = new Map();
  for (const row of [provinces, formers, groups, subgroups, labels.makers, labels.certificates].flat()) row[0] ||= addressOf(row[1]);
  const addLabel = (facet, row, column, at, weight) => {
    for (const name of [row[1], row[2], ...row.slice(4)]) {
      if (!name) continue;
      let mark = known.get(column + name);
      if (!mark) {
        const keys = words(name).map(canonical);
        mark = { facet, value: row[0], name, column, at: [], weight, size: keys.length };
        known.set(column + name, mark);
        const label = marks.push(mark) - 1;
        keys.forEach((key, position) => groupOf(fold(key)).labels.push({ label, position, key }));
      }
      mark.at.push(at);
    }
  };
  places.forEach(([province, former], at) => {
    addLabel("province", provinces[province], "place", at, 1.2);
    if (former !== null && formers[former][1] !== provinces[province][1]) addLabel("former", formers[former], "place", at, 1.2);
  });
  goods.forEach(([group, subgroup], at) => {
    addLabel("group", groups[group], "goods", at, 0.25);
    for (let s = subgroup ?? -1; s >= 0; s = subgroups[s][3] ?? -1) addLabel("subgroup", subgroups[s], "goods", at, 0.5);
  });
  const allKeys = [...keyGroups.keys()].sort();
  const letterBits = Uint32Array.from(allKeys, letters);
  const facets = facetsOf();

  // Groups of words that mean the same, by the folded words of each.
  const synonyms = new Map();
  let longest = 1;
  for (const same of labels.synonyms) {
    const all = same.map((name) => words(name).map(canonical));
    for (const keys of all) {
      const spoken = keys.map(fold).join(" ");
      longest = Math.max(longest, keys.length);
      synonyms.set(spoken, [...(synonyms.get(spoken) ?? []), { keys, others: all.filter((other) => other !== keys) }]);
    }
  }

  const perField = (Kind) => FIELDS.map(() => new Kind(total));
  const scores = new Float32Array(total);
  const covered = new Uint32Array(total);
  const neighbours = new Uint8Array(total); // neighbours of the query that are neighbours here
  const weights = new Float32Array(total);
  const near = new Float32Array(total); // how near the word before stands
  const stamps = new Uint32Array(total);
  // Bits of positions: where the word before ends, where this one begins and ends, two for phrases.
  let ends = perField(Uint32Array);
  const begins = perField(Uint32Array);
  let nextEnds = perField(Uint32Array);
  const spare = [perField(Uint32Array), perField(Uint32Array)];
  const chain = perField(Uint8Array); // words matched in order from the start of a field
  const reached = perField(Uint8Array); // position after them
  const finals = perField(Uint8Array); // position of the last word, where it was seen

  function facetsOf() {
    const label = (row) => (isEnglish ? row[2] || row[1].normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D") : row[1]);
    const named = (rows, up) => rows.map((row) => ({ value: row[0], label: label(row), ...(row[3] >= 0 && up ? { parent: up[row[3]][0] } : {}) }));
    const plain = (values) => values.map((value) => ({ value, label: value }));
    const above = (s) => (s === null || s === undefined ? [] : [s, ...above(subgroups[s][3])]);
    const bands = labels.bands.map((from, i) => `${from}-${labels.bands[i + 1] ?? ""}`);
    const years = times(60, (_, i) => (i ? String(2017 + i) : ""));
    const facet = (name, column, values, meant) => ({ name, column, values, meant });
    const identity = (values) => values.map((_, i) => [i]);
    const tiers = times(42, (_, t) => t);
    const certificates = [...named(labels.certificates), { value: "", label: "" }];
    return [
      facet("province", "place", named(provinces), places.map(([p]) => [p])),
      facet("former", "place", named(formers, provinces), places.map(([, f]) => (f === null ? [] : [f]))),
      facet("group", "goods", named(groups), goods.map(([g]) => [g])),
      facet("subgroup", "goods", named(subgroups, subgroups), goods.map(([, s]) => above(s))),
      facet("stars", "tier", plain(["0", "1", "2", "3", "4", "5"]), tiers.map((t) => [t % 6])),
      facet("validity", "tier", plain(labels.states), tiers.map((t) => [Math.floor(t / 6)])),
      facet("kind", "kind", named(labels.makers), identity(labels.makers)),
      facet("certificate", "certificate", certificates, labels.sets.map((set) => (set.length ? set : [certificates.length - 1]))),
      facet("year", "year", plain(years), identity(years)),
      facet("price", "price", plain(["", ...bands]), identity(["", ...bands])),
    ];
  }

  // ---- Postings.

  // The last of so many that begins no later.
  const lastOf = (count, fits) => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (fits(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const shardOf = (term) => lastOf(shards.length, (i) => shards[i].first <= term);

  // Where a word stands: products by mark; nothing where its file cannot be used.
  async function listOf(term) {
    const number = shardOf(term);
    const { first, end, tag } = shards[number];
    const lists = await spared(once("shard" + number, async () => {
      const reader = new Reader(await file(named("t", folded[first]), tag), 2);
      return times(end - first, () => decode(reader));
    }));
    return lists?.[term - first];
  }

  // Marks from the highest down: of each the products that had one before, then the others.
  function decode(reader) {
    let mark = 256;
    let known = new Uint32Array();
    reader.left = 0;
    return times(reader.amount(), () => {
      mark -= reader.amount();
      const again = reader.list(known.length - 1).map((i) => known[i]);
      const isByPlace = reader.bits(1);
      const others = reader.list(total - 1).map((i) => (isByPlace ? by.place.order[i] : i));
      const ids = joined(again, others);
      known = joined(known, others).sort();
      return { field: mark >> 6, position: mark & 31, isLast: mark & 32, ids };
    });
  }

  // Products whose stories hold every pair of neighbours, or every lone word.
  const told = (tokens) => spared(storyIds(tokens), []);

  async function storyIds(tokens) {
    const cut = (key) => {
      while (new TextEncoder().encode(key).length > 8) key = key.slice(0, -1);
      return key;
    };
    const keys = tokens.length > 1 ? tokens.slice(1).map((token, i) => cut(tokens[i].fold) + " " + cut(token.fold)) : tokens.map((token) => cut(token.fold));
    const roots = await once("roots", async () => {
      const reader = new Reader(await file("stories", labels.stories), 2);
      return { firsts: front(reader.section()), tags: reader.rest() };
    });
    // A word that no name has decides first: most such words are slips, and then no more files are asked for.
    const odd = (i) => tokens[i]?.unknown || (tokens.length > 1 && tokens[i + 1]?.unknown);
    const lists = [];
    for (const first of [true, false]) {
      const some = keys.filter((_, i) => !!odd(i) === first);
      lists.push(...(await each(some, (key) => storyList(roots, key))));
      if (lists.some((list) => !list)) return [];
    }
    if (!lists.length) return [];
    return lists.reduce((all, list) => {
      const has = new Set(list);
      return all.filter((id) => has.has(id));
    });
  }

  async function storyList({ firsts, tags }, key) {
    if (!firsts.length) return null;
    const low = lastOf(firsts.length, (i) => firsts[i] <= key);
    const lists = await once("story" + low, async () => {
      const reader = new Reader(await file(named("s", firsts[low]), tagAt(tags, low * 3)), 2);
      return new Map(front(reader.section()).map((key) => [key, reader.list(total - 1)]));
    });
    return lists.get(key);
  }

  // ---- What the words of a query may mean.

  // Every accented form of a key, with how well it fits.
  function variantsOf(key, token, plain, most = 1) {
    const group = keyGroups.get(key);
    if (!group) return [];
    // A word alone that is known just so means no other word.
    const sure = token.alone && group.terms.some((term) => terms[term] === token.key) ? 0.4 : 1;
    const fit = (key) => most * (key === token.key ? 1 : plain ? 0.95 : token.key === token.bare ? 0.85 : key.replace(/đ/g, "d") === token.key ? 0.95 : sure * (shape(key) === shape(token.key) ? 0.72 : 0.6));
    return [
      ...group.terms.map((term) => ({ term, fit: fit(terms[term]) })),
      ...group.labels.map(({ label, position, key }) => ({ label, position, fit: fit(key) })),
    ];
  }

  // How common a key is.
  function mass(key) {
    const group = keyGroups.get(key);
    return group.terms.reduce((sum, term) => sum + frequencies[term], group.labels.length * 50);
  }

  // Known keys within a few edits, the nearest and commonest first.
  function nearestTo(key, limit, most = key.length >= 7 ? 2 : key.length >= 3 ? 1 : 0) {
    const known = nearby.get(key + most);
    if (known) return known.slice(0, limit);
    const found = [];
    const bits = letters(key);
    if (most)
      for (let i = 0; i < allKeys.length; i++) {
        if (ones(letterBits[i] ^ bits) > 2 * most) continue;
        const other = allKeys[i];
        const distance = other === key ? 9 : edits(key, other, most);
        if (distance <= most) found.push([distance + (other[0] === key[0] ? 0 : 0.4), mass(other), other]);
      }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    nearby.set(key + most, found);
    return found.slice(0, limit);
  }

  function guessesFor(token, limit) {
    return nearestTo(token.fold, limit).flatMap(([distance, , key]) =>
      variantsOf(key, { key }, true, distance < 2 ? 0.62 - 0.1 * distance : 0.35).map((it) => ({ ...it, loose: true })));
  }

  // Two or three known keys that were written as one.
  function partsOf(key) {
    let best = null;
    const has = (part) => part.length > 1 && keyGroups.has(part);
    const take = (parts, factor) => {
      const worth = Math.min(...parts.map((part) => mass(part))) * factor;
      if (!best || worth > best.worth) best = { worth, parts };
    };
    for (let i = 2; i < key.length - 1; i++) {
      const one = settle(key.slice(0, i));
      if (!has(one)) continue;
      const rest = settle(key.slice(i));
      if (has(rest)) take([one, rest], 1);
      for (let j = i + 2; j < key.length - 1; j++) {
        const two = settle(key.slice(i, j));
        const three = settle(key.slice(j));
        if (has(two) && has(three)) take([one, two, three], 0.5);
      }
    }
    return best?.parts;
  }

  const tokenOf = (word, key = canonical(word)) => ({ word, key, fold: fold(key), bare: bare(key) });

  // The words as slots, each with what may fill it.
  function analyse(list, typing, split) {
    const plain = list.every((word) => canonical(word) === bare(word));
    const slots = [];
    for (let i = 0; i < list.length && slots.length < MOST; ) {
      const same = synonymAt(list, i, plain);
      if (same) {
        slots.push(same);
        i += same.words.length;
        continue;
      }
      const last = typing && i === list.length - 1;
      slots.push(...slotsOf(list[i++], list.length, split, last));
    }
    slots.plain = plain || slots.every((slot) => slot.key === slot.bare);
    if (list.length === 1) for (const token of slots[0].words ?? slots) token.alone = true;
    return slots;
  }

  // A slot of synonyms, where they begin here.
  function synonymAt(list, at, plain) {
    for (let size = Math.min(longest, list.length - at); size > 0; size--) {
      const tokens = list.slice(at, at + size).map((word) => tokenOf(word));
      const known = synonyms.get(tokens.map((token) => token.fold).join(" "));
      const meant = known?.filter(({ keys }) => plain || tokens.every((token, i) => token.key === keys[i] || token.key === token.bare));
      if (!meant?.length) continue;
      const sure = tokens.some((token) => token.key !== token.fold) || tokens.length > 1;
      return { ...tokens[0], words: tokens, others: meant.flatMap(({ others }) => others), sure };
    }
    return null;
  }

  function slotsOf(word, count, split, last) {
    const token = tokenOf(word);
    // One letter at the end is a word that has only begun.
    token.optional = count > 1 && ((last && !word[1]) || UNITS.map(canonical).includes(token.key));
    if (keyGroups.has(token.fold)) return [token];
    const meant = meantBy(word);
    const known = meant && keyGroups.has(fold(meant));
    // A word that is being typed may be the beginning of a known one.
    if (last && token.bare.length > 2 && startingWith(token.bare).length) return [{ ...token, meant: known ? meant : "" }];
    if (known) return [{ ...tokenOf(word, meant), input: true }];
    const near = token.fold.length < 8 && nearestTo(token.fold, 1, 1).length;
    const parts = token.fold.length >= 4 && (split || !near) && partsOf(token.bare);
    if (parts) return parts.map((part) => ({ ...tokenOf(word, part), joined: true }));
    token.unknown = true;
    return [token];
  }

  // Ways to fill a slot: each a list of variants for each of its words.
  function waysOf(slot, slots, mode) {
    const isLast = mode.typing && slot === slots[slots.length - 1] && !slot.quoted;
    const goingOn = (token) => (isLast && token.bare.length > 1 ? longerWords(token, slots.plain) : []);
    if (slot.words) {
      const own = slot.words.map((token) => {
        let found = variantsOf(token.fold, token, slots.plain);
        if (slot.quoted) found = found.filter(({ fit }) => fit >= (token.key === token.bare && !slot.strict ? 0.85 : 1));
        return found;
      });
      // "ga" is a word of its own, and gạo on its way.
      if (own.length < 2 && slot.key === slot.bare) own[0].push(...goingOn(slot.words[0]));
      const others = (slot.others ?? []).map((keys) => keys.map((key) => {
        const fit = slot.sure ? 0.8 : 0.6;
        return variantsOf(fold(key), { key }, false, fit).filter((it) => it.fit === fit);
      }));
      return [own, ...others].filter((way) => way.every((found) => found.length));
    }
    let found = variantsOf(slot.fold, slot, (slots.plain && !slot.input) || slot.joined);
    if (!slot.input && !slot.joined) found = found.concat(goingOn(slot));
    if (slot.meant) found = found.concat(variantsOf(fold(slot.meant), tokenOf(slot.meant, slot.meant), false, 0.6));
    if (!found.length || mode.near) found = found.concat(guessesFor(slot, mode.near ? 8 : 6));
    return found.length ? [[found]] : [];
  }

  // Known keys that begin so.
  function startingWith(start) {
    let low = 0;
    let high = allKeys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (allKeys[middle] < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (allKeys[end]?.startsWith(start)) end++;
    return allKeys.slice(low, end);
  }

  // Words that go on from the one being typed; few new files.
  function longerWords(slot, plain) {
    const keys = startingWith(slot.bare).filter((key) => key !== slot.fold);
    keys.sort((a, b) => mass(b) - mass(a));
    const asked = new Set();
    return keys.slice(0, 40).flatMap((key) => {
      const group = keyGroups.get(key);
      const fresh = [...new Set(group.terms.map((term) => shardOf(term)))].filter((n) => !files.has("shard" + n) && !asked.has(n));
      if (asked.size + fresh.length > FILES) return [];
      fresh.forEach((n) => asked.add(n));
      const most = 0.4 + (0.4 * slot.bare.length) / key.length;
      return variantsOf(key, slot, plain, most).map((it) =>
        ({ ...it, loose: true, fit: !plain && it.term !== undefined && terms[it.term].startsWith(shape(slot.key)) ? most : it.fit }));
    });
  }

  // ---- Scores.

  const raise = (touched, id, value) => {
    if (weights[id] === 0) touched.push(id);
    if (value > weights[id]) weights[id] = value;
  };

  // Notes the places of one word of a way, and the products that have it; raises their weights where a factor is given.
  function noteAll(found, lists, masks, touched, factor) {
    found.forEach((variant, i) => {
      for (const { field, position, isLast, ids } of lists[i] || []) {
        const value = factor * WEIGHT[field] * variant.fit * (field === 0 && position === 0 ? 1 + HEAD : 1);
        const mask = masks[field];
        const final = isLast && !variant.loose && finals[field];
        for (let k = 0; k < ids.length; k++) {
          const id = ids[k];
          if (final) final[id] = position;
          mask[id] |= 1 << position;
          if (factor) raise(touched, id, value);
          else touched.push(id);
        }
      }
    });
  }

  // Fills a slot in all ways: sets weight, begins, nextEnds; gives the products and the labels that were met.
  function fillSlot(ways, lists, optional) {
    const touched = [];
    const met = new Map();
    const meet = (label, from, to, fit) => {
      const known = met.get(label) ?? { from: 0, to: 0, fit: 0 };
      met.set(label, { from: known.from | from, to: known.to | to, fit: Math.max(known.fit, fit) });
    };
    ways.forEach(([found, more], w) => {
      if (more) return;
      noteAll(found, lists[w][0], begins, touched, optional ? 0.3 : 1);
      for (const { label, position, fit } of found) if (label !== undefined) meet(label, 1 << position, 1 << position, fit);
    });
    for (const f of FIELDS) {
      const from = begins[f];
      const to = nextEnds[f];
      for (let k = 0; k < touched.length; k++) to[touched[k]] = from[touched[k]];
    }
    ways.forEach((way, w) => {
      if (way.length > 1) fillPhrase(way, lists[w], touched, meet);
    });
    return { touched, texts: touched.length, met };
  }

  // A way of several words: they stand side by side in one field.
  function fillPhrase(way, lists, touched, meet) {
    let [masks, next] = spare;
    let ids = [];
    let inLabels = new Map();
    let fit = 1;
    way.forEach((found, i) => {
      const now = [];
      const kept = [];
      fit = Math.min(fit, Math.max(...found.map((it) => it.fit)));
      noteAll(found, lists[i], next, now, 0);
      stamp++;
      for (const id of now) {
        // A product is noted once for each place.
        if (stamps[id] === stamp) continue;
        stamps[id] = stamp;
        let any = 0;
        for (const f of FIELDS) any |= next[f][id] &= i ? masks[f][id] << 1 : -1;
        if (any) kept.push(id);
      }
      for (const id of ids) for (const f of FIELDS) masks[f][id] = 0;
      const met = new Map();
      for (const { label, position } of found) {
        if (label === undefined || (i && !((inLabels.get(label) << 1) & (1 << position)))) continue;
        met.set(label, (met.get(label) ?? 0) | (1 << position));
      }
      inLabels = met;
      ids = kept;
      [masks, next] = [next, masks];
    });
    const size = way.length;
    const strength = 1 + 0.7 * (size - 1);
    for (const f of FIELDS)
      for (const id of ids) {
        const to = masks[f][id];
        const from = to >>> (size - 1);
        if (to) raise(touched, id, WEIGHT[f] * fit * strength * (f === 0 && from & 1 ? 1 + HEAD : 1));
        begins[f][id] |= from;
        nextEnds[f][id] |= to;
        masks[f][id] = 0;
      }
    for (const [label, bits] of inLabels) meet(label, bits >>> (size - 1), bits, fit * strength);
  }

  // Adds what labels give to the products of their places and goods.
  function spreadLabels({ touched, met }) {
    const given = [];
    for (const [label, { fit }] of met) {
      const mark = marks[label];
      const value = mark.weight * fit * (0.75 + 0.25 / mark.size);
      const { order, ends } = by[mark.column];
      for (const v of mark.at)
        for (let k = v && ends[v - 1]; k < ends[v]; k++) {
          const id = order[k];
          if (near[id] === 0) given.push(id);
          if (value > near[id]) near[id] = value;
        }
    }
    for (const id of given) {
      const value = near[id];
      const own = weights[id];
      near[id] = 0;
      if (own === 0) touched.push(id);
      weights[id] = value > own ? value + BOTH * own : own + BOTH * value;
    }
  }

  // Scores all products for the slots; `full` are those that have every one that must be there.
  async function scoreAll(slots, mode, watch) {
    const ways = slots.map((slot) => waysOf(slot, slots, mode));
    const lists = await each(ways, (all) => each(all, (way) => each(way, (found) => each(found, ({ term }) => term !== undefined && listOf(term)))));
    for (const array of [scores, covered, neighbours, ...ends, ...chain, ...reached]) array.fill(0);
    for (const f of FIELDS) finals[f].fill(255);
    let all = 0;
    let must = 0;
    let last = { touched: [], texts: 0, met: new Map(), idf: 0 };
    let fewest = null;
    slots.forEach((slot, i) => {
      const filled = fillSlot(ways[i], lists[i], slot.optional);
      spreadLabels(filled);
      const { touched, texts, met } = filled;
      const idf = Math.log(1 + (total - touched.length + 0.5) / (touched.length + 0.5)) + 0.05;
      const side = i ? NEAR * Math.min(idf, last.idf) : 0;
      for (const f of FIELDS) {
        const [before, begin, end, count, reach] = [ends, begins, nextEnds, chain, reached].map((arrays) => arrays[f]);
        for (let k = 0; k < texts; k++) {
          const id = touched[k];
          const now = begin[id];
          if (!now) continue;
          const was = before[id];
          const value = (was << 1) & now ? WEIGHT[f] : (end[id] << 1) & was ? WEIGHT[f] * 0.3 : 0;
          if (value > near[id]) near[id] = value;
          if (!slot.optional && count[id] === must && (now >>> reach[id]) & 1) {
            count[id]++;
            const rest = end[id] >>> reach[id];
            reach[id] += 32 - Math.clz32(rest & -rest);
          }
          begin[id] = 0;
        }
        for (let k = 0; k < last.texts; k++) before[last.touched[k]] = 0;
      }
      const beside = {};
      for (const [label, { from }] of met) {
        const known = last.met.get(label);
        if (!known || !((known.to << 1) & from)) continue;
        const { column, at, weight } = marks[label];
        const values = (beside[column] ??= []);
        for (const v of at) values[v] = Math.max(values[v] ?? 0, weight);
      }
      for (const column in beside)
        for (const id of touched) near[id] = Math.max(near[id], beside[column][columns[column][id]] ?? 0);
      for (const id of touched) {
        const close = side && near[id];
        const gained = idf * weights[id] + side * close;
        if (watch?.has(id)) watch.get(id).push({ word: slot.words?.map(({ word }) => word).join(" ") ?? slot.word, rarity: idf, weight: weights[id], beside: side * close, score: gained });
        if (close > 0.3) neighbours[id]++;
        scores[id] += gained;
        covered[id] |= 1 << i;
        weights[id] = near[id] = 0;
      }
      if (!slot.optional) {
        all |= 1 << i;
        must++;
        if (!fewest || touched.length < fewest.length) fewest = touched;
      }
      [ends, nextEnds] = [nextEnds, ends];
      last = { ...filled, idf };
    });
    const full = [];
    for (const id of fewest ?? []) if ((covered[id] & all) === all) full.push(id);
    for (const id of full) {
      let factor = 1 + (0.2 * chain[0][id]) / must;
      for (const f of FIELDS) if (chain[f][id] === must && finals[f][id] === reached[f][id] - 1) factor = Math.max(factor, EXACT[f]);
      scores[id] *= factor;
      if (watch?.has(id) && factor > 1) watch.get(id).push({ word: "", factor });
    }
    return full;
  }

  // ---- Answers.

  // The products that answer, and how they were found.
  async function matches(parts, typing) {
    const plainWords = parts.filter((part) => !part.quoted && !part.minus).flatMap((part) => part.words);
    const quoted = parts.filter((part) => part.quoted && !part.minus && part.words.length).map((part) => {
      const tokens = part.words.map((word) => tokenOf(word));
      return { ...tokens[0], words: tokens, quoted: true };
    });
    const join = (slots) => Object.assign([...quoted, ...slots], { plain: slots.plain });
    let slots = join(analyse(plainWords, typing));
    const mode = { typing };
    let full = await scoreAll(slots, mode);
    let how = "full";
    let used = [slots, mode];
    let dropped = [];
    const unknown = slots.some((slot) => slot.unknown);
    if (quoted.length && !plainWords.length) {
      if (!full.length) {
        full = await told(quoted[0].words);
        how = "story";
        for (const id of full) scores[id] = 1;
      }
      return { full, how, used, dropped, slots };
    }
    const retry = async (next, nextMode, name) => {
      const found = await scoreAll(next, nextMode);
      used = [next, nextMode];
      if (!found.length) return;
      full = found;
      how = name;
      slots = next;
    };
    const asked = slots.flatMap((slot) => slot.words ?? slot);
    if (!full.length) {
      const kept = join(Object.assign(slots.filter((slot, i) => !slot.quoted && !(slots.plain ? STOP_BARE.includes(slot.fold) || (slot.fold === "dau" && slots[i - 1]?.fold === "o") : STOP.includes(slot.key))), { plain: slots.plain }));
      if (kept.length && kept.length < slots.length) {
        dropped = slots.filter((slot) => !kept.includes(slot)).map((slot) => slot.word);
        await retry(kept, {}, "full");
      }
    }
    const most = full.reduce((best, id) => Math.max(best, neighbours[id]), 0);
    const size = slots.length - quoted.length;
    // Words that stand scattered over names may stand together in a story.
    const scattered = full.length > 0 && full.length <= 24 && size > 1 && most * 2 < size - 1;
    const tales = full.length && !unknown && !scattered ? [] : await told(asked);
    if (tales.length) {
      if (!full.length) scores.fill(0);
      const has = new Set(full);
      for (const id of tales) {
        if (!has.has(id)) {
          scores[id] = 0.01;
          full.push(id);
        }
        if (unknown || scattered) scores[id] += 1e3;
      }
      how = "story";
    }
    if (!full.length && unknown) {
      const parted = join(analyse(plainWords, typing, true));
      if (parted.length > slots.length) await retry(parted, mode, "split");
    }
    if (!full.length) await retry(slots, { ...mode, near: true }, "near");
    if (!full.length && !quoted.length) {
      const counts = covered.map(ones);
      const best = counts.reduce((most, count) => Math.max(most, count), 1);
      for (let id = 0; id < total; id++) if (counts[id] === best) full.push(id);
      how = "part";
    }
    return { full, how, used, dropped, slots };
  }

  // Without the products that have a word which must not be there.
  async function withoutWords(ids, parts) {
    const strict = parts.some((part) => part.words.some((word) => canonical(word) !== bare(word)));
    for (const { words: list } of parts.filter((part) => part.minus && part.words.length)) {
      const tokens = list.map((word) => tokenOf(word));
      const slot = { ...tokens[0], words: tokens, quoted: true, strict };
      const kept = { score: scores.slice(), covered: covered.slice() };
      const full = await scoreAll(Object.assign([slot], { plain: false }), {});
      scores.set(kept.score);
      covered.set(kept.covered);
      const out = new Set(full);
      ids = ids.filter((id) => !out.has(id));
    }
    return ids;
  }

  const listed = (name, read) => once("list" + name, async () => read((await file(name, labels.columns[name])).subarray(2), total));

  async function columnOf(name) {
    return (columns[name] ??= await listed(name, column));
  }

  function search(query, options = {}) {
    // One at a time: answers share their arrays.
    return (lastTurn = Promise.resolve(lastTurn).catch(() => {}).then(() => answerTo(String(query ?? "").slice(0, 500), options)));
  }

  async function answerTo(query, { facets: choice = {}, count, sort = "relevance", offset = 0, limit = 24, typing = !/\s$/.test(query), explain = false }) {
    warnings = [];
    file("cards", labels.cards).catch(() => {});
    const parts = parse(query);
    const has = parts.some((part) => !part.minus && part.words.length);
    let ids;
    let found = { how: "all", used: null, dropped: [], slots: [] };
    if (has) {
      found = await matches(parts, typing);
      ids = found.full;
    } else {
      ids = times(total, (_, id) => id);
      scores.fill(0);
    }
    if (parts.some((part) => part.minus)) ids = await withoutWords(ids, parts);
    const result = await tallied(ids, choice, count);
    const compare = await comparison(sort);
    const chosen = top(result.ids, offset + limit, compare).slice(offset);
    const worth = new Map(chosen.map((id) => [id, scores[id]]));
    let why = null;
    if (explain && found.used) {
      why = new Map(chosen.map((id) => [id, []]));
      await scoreAll(...found.used, why);
    }
    const hits = await cardsOf(chosen);
    for (const hit of hits) Object.assign(hit, { score: worth.get(hit.id), ...(why ? { why: why.get(hit.id) } : {}) });
    const corrections = readings(found.slots, found.how);
    let corrected = corrections.length ? query : "";
    for (const { from, to } of corrections) corrected = corrected.replace(from, to);
    return {
      total: result.ids.length, hits, counts: result.counts, how: found.how, corrections, corrected, dropped: found.dropped,
      relax: result.ids.length ? [] : result.relax, warnings, missing: chosen.length - hits.length,
    };
  }

  // What was read otherwise than it was typed.
  function readings(slots, how) {
    const common = (key) => {
      const term = keyGroups.get(key).terms.reduce((best, t) => (best < 0 || frequencies[t] > frequencies[best] ? t : best), -1);
      return term < 0 ? key : written(terms[term]);
    };
    const changed = new Map();
    for (const slot of slots) {
      if (slot.input) changed.set(slot.word, [written(slot.key)]);
      else if (slot.joined) changed.set(slot.word, [...(changed.get(slot.word) ?? []), common(slot.fold)]);
      else if (slot.unknown && how !== "story") {
        const [near] = nearestTo(slot.fold, 1);
        if (near) changed.set(slot.word, [common(near[2])]);
      }
    }
    return [...changed].map(([from, to]) => ({ from, to: to.join(" ") }));
  }

  // Keeps what the choices allow and counts all facets: a product that fails in one facet counts there alone.
  async function tallied(ids, choice, wanted) {
    const asked = facets.filter(({ name }) => choice[name]?.length);
    const counted = facets.filter((f) => (wanted ? wanted.includes(f.name) : "place goods tier".includes(f.column)) || asked.includes(f));
    const usable = [];
    for (const facet of counted) {
      if (await spared(columnOf(facet.column))) usable.push(facet);
    }
    const chosen = usable.filter((facet) => asked.includes(facet)).map((facet) => {
      const values = new Set([].concat(choice[facet.name]).map(String));
      const allowed = facet.meant.map((meant) => meant.some((v) => values.has(facet.values[v].value)));
      return { facet, column: columns[facet.column], allowed, lost: [] };
    });
    const kept = chosen.length ? [] : ids;
    if (chosen.length)
      for (const id of ids) {
        const failed = chosen.filter(({ column, allowed }) => !allowed[column[id]]);
        if (!failed.length) kept.push(id);
        else if (failed.length < 2) failed[0].lost.push(id);
      }
    const counts = {};
    const relax = [];
    for (const facet of usable) {
      const choosing = chosen.find((it) => it.facet === facet);
      const column = columns[facet.column];
      const tally = new Uint32Array(facet.meant.length);
      const sums = new Uint32Array(facet.values.length);
      for (const list of [kept, choosing?.lost ?? []]) for (let k = 0; k < list.length; k++) tally[column[list[k]]]++;
      facet.meant.forEach((meant, i) => {
        for (const v of meant) sums[v] += tally[i];
      });
      counts[facet.name] = Object.fromEntries(facet.values.map(({ value }, v) => [value, sums[v]]));
      const all = kept.length + (choosing?.lost.length ?? 0);
      if (choosing && all) relax.push({ without: facet.name, total: all });
    }
    return { ids: kept, counts, relax };
  }

  async function comparison(sort) {
    const relevance = (a, b) => scores[b] - scores[a] || rank[b] - rank[a] || a - b;
    if (sort === "stars") return (a, b) => rank[b] - rank[a] || relevance(a, b);
    const name = { name: "by-name", newest: "by-day", price: "by-price", "-price": "by-price" }[sort];
    if (!name) return relevance;
    const order = await spared(listed(name, planes));
    if (!order) return relevance;
    if (sort === "newest") return (a, b) => order[b] - order[a] || relevance(a, b);
    if (sort !== "-price") return (a, b) => order[a] - order[b] || relevance(a, b);
    // Those without a price have the last place either way.
    const none = order.reduce((most, place) => Math.max(most, place), 0);
    const last = (id) => (order[id] === none && unpriced ? 1 : 0);
    const unpriced = await columnOf("price").then((bands) => bands.includes(0), () => true);
    return (a, b) => last(a) - last(b) || order[b] - order[a] || relevance(a, b);
  }

  async function cardsOf(ids) {
    const { block } = labels;
    const numbers = [...new Set(ids.map((id) => Math.floor(id / block)))];
    const blocks = new Map(await each(numbers, async (number) => {
      const rows = async () => {
        const tag = tagAt(await file("cards", labels.cards), 2 + number * 2, 2);
        return text.decode((await file("c" + number, tag, history)).subarray(2)).split("\n");
      };
      return [number, await spared(once("rows" + number, rows))];
    }));
    return ids.map((id) => {
      const rows = blocks.get(Math.floor(id / block));
      return rows && cardOf(id, rows[id % block]);
    }).filter(Boolean);
  }

  function cardOf(id, row) {
    const [name, producer = "", commune = "", price = "", pack = "", address = "", until = "", cover = "", other = "", code = "", age = ""] = row.split("\t");
    const slug = address[0] === "/" ? address.slice(1) : addressOf(name) + address;
    const [province, former] = places[columns.place[id]];
    const [group] = goods[columns.goods[id]];
    const tier = columns.tier[id];
    const facet = (n, i) => facets[n].values[i].label;
    const isOther = isEnglish && other !== "";
    return {
      id, slug, code, href: ((isEnglish && labels.routes[1]) || labels.routes[0]) + slug + "/",
      name: isOther ? other : name, nameLang: isOther ? "en" : "vi", vietnamese: name,
      producer, commune, province: facet(0, province), former: former === null ? "" : facet(1, former),
      group: groups[group][0], groupLabel: facet(2, group),
      stars: tier % 6, state: labels.states[Math.floor(tier / 6)],
      until: until && new Date(Date.UTC(2018, 0, 1) + until * 864e5).toISOString().slice(0, 10),
      price: price ? Math.round(parseFloat(price) * 1000) : null, priceFrom: price.endsWith("+"), pack,
      adult: age !== "",
      cover: cover || `${labels.covers}${slug}.svg`,
    };
  }

  // What may be meant while somebody types.
  async function suggest(prefix, { limit = 6 } = {}) {
    const { hits, corrected } = await search(prefix, { limit, typing: true, count: [] });
    const typed = words(prefix).map(bare);
    const fits = (name) => {
      const own = words(name).map(bare);
      return typed.length && own.some((_, at) => typed.every((word, i) => (i < typed.length - 1 ? own[at + i] === word : own[at + i]?.startsWith(word))));
    };
    const fitting = new Map();
    for (const mark of marks) if (fits(mark.name) && !fitting.has(mark.facet + mark.value)) fitting.set(mark.facet + mark.value, mark);
    const totals = [...fitting.values()].slice(0, limit).map(({ facet, value }) => {
      const { meant, values, column } = facets.find((it) => it.name === facet);
      const at = values.findIndex((it) => it.value === value);
      const fit = meant.map((all) => all.includes(at));
      return { facet, value, label: values[at].label, total: columns[column].reduce((sum, v) => sum + fit[v], 0) };
    });
    return { hits, labels: totals, corrected };
  }

  return { total, build, facets, search, suggest };
}

// A query in parts: words, "phrases", and what must not be there.
const parse = (query) => {
  const parts = [];
  for (const [, minus, quoted, word] of query.normalize("NFC").matchAll(/(?<!\S)(-?)(?:["“”]([^"“”]*)["“”]?|(\S+))|\S+/gu)) {
    if (word === undefined && quoted === undefined) continue;
    parts.push({ minus: minus === "-" && words(quoted ?? word).length > 0, quoted: quoted !== undefined, words: words(quoted ?? word) });
  }
  return parts;
};

// The first k of a list in an order, without sorting all of it.
const top = (list, k, compare) => {
  if (list.length <= k * 8) return list.slice().sort(compare).slice(0, k);
  const best = [];
  for (const item of list) {
    if (best.length === k && compare(item, best[k - 1]) >= 0) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(item, best[middle]) < 0) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, item);
    if (best.length > k) best.pop();
  }
  return best;
};

// The parts of a text that a query has found: whole words that fold alike, and the beginning of the word being typed.
export function highlight(text, query) {
  const wanted = parse(String(query)).filter((part) => !part.minus).flatMap((part) => part.words);
  const keys = new Set(wanted.flatMap((word) => [fold(word), fold(meantBy(word))]));
  keys.delete("");
  const last = wanted.length && !/\s$/.test(query) ? bare(wanted[wanted.length - 1]) : "";
  const out = [];
  const push = (piece, hit) => {
    if (!piece) return;
    const before = out[out.length - 1];
    if (before && before.hit === hit) before.text += piece;
    else out.push({ text: piece, hit });
  };
  let at = 0;
  for (const match of String(text).matchAll(/[\p{Alphabetic}\p{N}\p{M}\u00ad\u200b-\u200f\u2060\ufeff]+/gu)) {
    push(text.slice(at, match.index), false);
    at = match.index + match[0].length;
    const word = match[0];
    if (keys.has(fold(clean(word)))) push(word, true);
    else if (last.length > 1 && bare(clean(word)).startsWith(last)) {
      let end = 0;
      while (bare(clean(word.slice(0, end))).length < last.length) end++;
      while (end < word.length && /\p{M}/u.test(word[end])) end++;
      push(word.slice(0, end), true);
      push(word.slice(end), false);
    } else push(word, false);
  }
  push(text.slice(at), false);
  return out;
}
