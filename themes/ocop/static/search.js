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

const VERSION = 1;

export class SearchError extends Error {
  constructor(code, file, cause) {
    super(`${code}: ${file}`, { cause });
    this.name = "SearchError";
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
  x = x.replace(/^dd/, "đ").replace(/^d(.+)d$/, "đ$1").replace(/uow|uwow|uwo/, "ươ");
  x = x.replace(/([aeo])([^aeiouyw]*)\1/, (all, a, b) => HATS[a] + b);
  x = x.replace(/([aou])([^aeiouyw]*)w/, (all, a, b) => HORNS[a] + b).replace(/uơ/, "ươ");
  return x === word ? "" : x + (tone ? String.fromCharCode(tone) : "");
};
const vni = (word) => {
  if (!/[a-z]\d/.test(word)) return "";
  let tone = 0;
  let x = word.replace(/[1-5]/, (digit) => ((tone = +digit), ""));
  x = x.replace(/d9|^d(.*)9/, "đ$1").replace(/u7?o7/, "ươ").replace(/([aeo])([^6]*)6/, (all, a, b) => HATS[a] + b);
  x = x.replace(/([ou])([^7]*)7/, (all, a, b) => HORNS[a] + b).replace(/a([^8]*)8/, "ă$1").replace(/[0-9]/g, "");
  return x + (tone ? String.fromCharCode(tone) : "");
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
const column = (bytes, n) => {
  const wide = bytes[0] === 2;
  const values = wide ? new Uint16Array(n) : new Uint8Array(n);
  let low = 0;
  let high = 0;
  for (let i = 0; i < n; i++) {
    low = (low + bytes[1 + i]) & 255;
    if (wide) high = (high + bytes[1 + n + i]) & 255;
    values[i] = low | (high << 8);
  }
  return values;
};
const planes = (bytes, n) => {
  const values = new Uint32Array(n);
  for (let p = 0; p < bytes[0]; p++) for (let i = 0; i < n; i++) values[i] |= bytes[1 + p * n + i] << (8 * p);
  return values;
};
const check = (bytes) => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return hash >>> 0;
};
const tagOf = (bytes) => {
  const hash = check(bytes);
  return hex(hash & 255) + hex((hash >>> 8) & 255) + hex((hash >>> 16) & 255);
};
const hex = (byte) => byte.toString(16).padStart(2, "0");
const tagAt = (bytes, i) => hex(bytes[i]) + hex(bytes[i + 1]) + hex(bytes[i + 2]);
// Files of postings and stories are named after their first key.
const named = (kind, key) => kind + (check(new TextEncoder().encode(key)) & 0xffff).toString(16).padStart(4, "0");

const inflate = async (...parts) => {
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const fetched = (base) => async (name) => {
  let answer;
  try {
    answer = await fetch(base + name, name === "core.bin" ? { cache: "no-cache" } : {});
  } catch (cause) {
    throw new SearchError("network", name, cause);
  }
  if (!answer.ok) throw new SearchError(answer.status === 404 || answer.status === 410 ? "gone" : "network", name);
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

// Words of a query that need not be found, with and without accents.
const STOP = new Set("mua bán giá rẻ tìm ngon tốt ở đâu loại chính hãng cho của và nhất nào là gì nên sản phẩm xã phường tỉnh huyện".split(" ").map(canonical));
const STOP_BARE = new Set("mua ban gia re tim ngon tot o loai chinh hang nhat nao gi nen shop xa phuong tinh huyen".split(" ").map(fold));
const UNITS = new Set("xã phường tỉnh huyện".split(" ").map(canonical));

const FIELDS = [0, 1, 2, 3]; // name, producer, commune, other words
const WEIGHT = [1, 0.55, 0.8, 0.5];
const EXACT = [1.5, 2.2, 1.6, 1.6]; // a whole field is the query
const HEAD = 0.4; // first word of a name
const NEAR = 0.7; // two words of the query side by side
const BOTH = 0.1; // found in the text and by a label
const MOST = 16; // words of a query
const FILES = 3; // new files that a word being typed may ask for

class Index {
  constructor(read, lang) {
    this.read = read;
    this.english = lang === "en";
    this.files = new Map();
    this.warnings = [];
  }

  once(key, make) {
    let made = this.files.get(key);
    if (!made) {
      made = make();
      this.files.set(key, made);
      made.catch(() => this.files.delete(key));
    }
    return made;
  }

  // The content of a file: inflated, and checked against what the index says of it.
  file(name, tag, history) {
    const whole = tag ? `${name}-${tag}.bin` : name;
    return this.once(whole, async () => {
      const packed = await this.read(whole);
      let bytes;
      try {
        bytes = await (history ? inflate(history, packed) : inflate(packed));
      } catch (cause) {
        throw new SearchError("corrupt", whole, cause);
      }
      if (history) bytes = bytes.subarray(this.labels.history);
      if (tag && tagOf(bytes) !== tag) throw new SearchError("corrupt", whole);
      return bytes;
    });
  }

  async open() {
    const bytes = await this.file("core.bin");
    if (text.decode(bytes.subarray(0, 3)) !== "DST") throw new SearchError("corrupt", "core.bin");
    if (bytes[3] !== VERSION) throw new SearchError("version", "core.bin");
    const mark = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
    if (check(bytes.subarray(8)) !== mark) throw new SearchError("corrupt", "core.bin");
    this.build = mark.toString(16).padStart(8, "0");
    const core = new Reader(bytes, 8);
    const labels = (this.labels = JSON.parse(text.decode(core.section())));
    const n = (this.total = labels.n);
    this.terms = front(core.section());
    this.frequency = Array.from(core.section(), (b) => ((8 + (b & 7)) * 2 ** (b >> 3)) / 8);
    this.keys = this.terms.map(fold);
    this.shards = [];
    const shards = new Reader(core.section());
    for (let first = 0; shards.at < shards.bytes.length; ) {
      const count = shards.number();
      this.shards.push({ first, tag: tagAt(shards.bytes, shards.at) });
      shards.at += 3;
      first += count;
    }
    this.place = column(core.section(), n);
    this.goods = column(core.section(), n);
    this.tier = column(core.section(), n);
    this.history = core.section();
    // Valid before undated before lapsed, then by stars.
    this.rank = Uint8Array.from(this.tier, (t) => (t < 18 ? 12 : t < 24 ? 6 : 0) + (t % 6));
    this.addWords();
    this.addFacets();
    this.addSynonyms();
    const arrays = (Kind) => FIELDS.map(() => new Kind(n));
    this.score = new Float32Array(n);
    this.covered = new Uint32Array(n);
    this.pairs = new Uint8Array(n); // neighbours of the query that are neighbours here
    this.weight = new Float32Array(n);
    // Bits of positions: where the word before ends, where this one begins and ends, two for phrases.
    this.ends = arrays(Uint32Array);
    this.begins = arrays(Uint32Array);
    this.nextEnds = arrays(Uint32Array);
    this.phrase = [arrays(Uint32Array), arrays(Uint32Array)];
    this.chain = arrays(Uint8Array); // words matched in order from the start of a field
    this.reach = arrays(Uint8Array); // position after them
    this.final = arrays(Uint8Array); // position of the last word, where it was seen
    return this;
  }

  // Groups of words that fold alike; words of labels stand among them.
  addWords() {
    this.groups = new Map();
    const group = (key) => {
      let found = this.groups.get(key);
      if (!found) this.groups.set(key, (found = { key, terms: [], labels: [] }));
      return found;
    };
    this.keys.forEach((key, term) => group(key).terms.push(term));
    this.marks = [];
    const known = new Map();
    const add = (name, facet, value, column, at, weight) => {
      const id = column + name;
      let mark = known.get(id);
      if (!mark) {
        const keys = words(name).map(canonical);
        mark = { facet, value, name, column, at: [], weight, size: keys.length };
        known.set(id, mark);
        const number = this.marks.push(mark) - 1;
        keys.forEach((key, position) => group(fold(key)).labels.push({ label: number, position, key }));
      }
      mark.at.push(at);
    };
    const names = (row) => [row[1], row[2], ...row.slice(4)].filter(Boolean);
    const { provinces, formers, groups, subgroups, places, goods } = this.labels;
    places.forEach(([province, former], at) => {
      for (const name of names(provinces[province])) add(name, "province", provinces[province][0], "place", at, 1.2);
      if (former === null || formers[former][1] === provinces[province][1]) return;
      for (const name of names(formers[former])) add(name, "former", formers[former][0], "place", at, 1.2);
    });
    goods.forEach(([group, subgroup], at) => {
      for (const name of names(groups[group])) add(name, "group", groups[group][0], "goods", at, 0.25);
      for (let s = subgroup ?? -1; s >= 0; s = subgroups[s][3] ?? -1)
        for (const name of names(subgroups[s])) add(name, "subgroup", subgroups[s][0], "goods", at, 0.5);
    });
    this.sorted = [...this.groups.keys()].sort();
    this.bits = Uint32Array.from(this.sorted, letters);
  }

  addFacets() {
    const { labels, english } = this;
    const label = (row) => (english ? row[2] || row[1].normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D") : row[1]);
    const named = (rows, up) => rows.map((row) => ({ value: row[0], label: label(row), ...(row[3] >= 0 && up ? { parent: up[row[3]][0] } : {}) }));
    const plain = (values) => values.map((value) => ({ value, label: value }));
    const above = (s) => (s === null || s === undefined ? [] : [s, ...above(labels.subgroups[s][3])]);
    const { bands } = labels;
    const band = bands.map((from, i) => `${from}-${bands[i + 1] ?? ""}`);
    const years = Array.from({ length: 60 }, (_, i) => (i ? String(2017 + i) : ""));
    const facet = (name, column, values, of) => ({ name, column, values, of });
    const identity = (values) => values.map((_, i) => [i]);
    const tiers = Array.from({ length: 42 }, (_, t) => t);
    const certificates = [...named(labels.certificates), { value: "", label: "" }];
    this.facets = [
      facet("province", "place", named(labels.provinces), labels.places.map(([p]) => [p])),
      facet("former", "place", named(labels.formers, labels.provinces), labels.places.map(([, f]) => (f === null ? [] : [f]))),
      facet("group", "goods", named(labels.groups), labels.goods.map(([g]) => [g])),
      facet("subgroup", "goods", named(labels.subgroups, labels.subgroups), labels.goods.map(([, s]) => above(s))),
      facet("stars", "tier", plain(["0", "1", "2", "3", "4", "5"]), tiers.map((t) => [t % 6])),
      facet("validity", "tier", plain(labels.states), tiers.map((t) => [Math.floor(t / 6)])),
      facet("kind", "kind", named(labels.makers), identity(labels.makers)),
      facet("certificate", "certificate", certificates, labels.sets.map((set) => (set.length ? set : [certificates.length - 1]))),
      facet("year", "year", plain(years), identity(years)),
      facet("price", "price", plain(["", ...band]), identity(["", ...band])),
    ];
  }

  // Groups of words that mean the same, by the folded words of each.
  addSynonyms() {
    this.synonyms = new Map();
    this.longest = 1;
    for (const same of this.labels.synonyms) {
      const all = same.map((name) => words(name).map(canonical));
      all.forEach((keys) => {
        const folded = keys.map(fold).join(" ");
        this.longest = Math.max(this.longest, keys.length);
        const known = this.synonyms.get(folded) ?? [];
        this.synonyms.set(folded, known.concat({ keys, others: all.filter((other) => other !== keys) }));
      });
    }
  }

  // ---- Postings.

  shardOf(term) {
    let low = 0;
    let high = this.shards.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.shards[middle].first <= term) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // Products and marks of a word; null where its file cannot be used.
  async list(term) {
    const number = this.shardOf(term);
    const { first, tag } = this.shards[number];
    let shard;
    try {
      shard = await this.once("shard" + number, async () => {
        const bytes = await this.file(named("t", this.keys[first]), tag);
        const reader = new Reader(bytes, 2);
        const heads = Array.from({ length: reader.number() }, () => [reader.number(), reader.number()]);
        let at = reader.at;
        const lists = heads.map(([count, length]) => [count, at, (at += length)]);
        return { bytes, lists, done: [] };
      });
    } catch (error) {
      this.warnings.push(error);
      return null;
    }
    return (shard.done[term - first] ??= this.decode(shard, term - first));
  }

  decode({ bytes, lists }, i) {
    const [count, start, end] = lists[i];
    const reader = new Reader(bytes, start);
    const ids = new Uint32Array(count);
    for (let k = 0, id = 0; k < count; k++) ids[k] = id += reader.number();
    return { ids, marks: bytes.subarray(end - count, end) };
  }

  // Products whose stories hold every pair of neighbours, or every lone word.
  async story(tokens) {
    const cut = (key) => {
      while (new TextEncoder().encode(key).length > 8) key = key.slice(0, -1);
      return key;
    };
    const keys = tokens.length > 1 ? tokens.slice(1).map((token, i) => cut(tokens[i].fold) + " " + cut(token.fold)) : tokens.map((token) => cut(token.fold));
    try {
      const roots = await this.once("roots", async () => {
        const reader = new Reader(await this.file("stories", this.labels.stories), 2);
        return { firsts: front(reader.section()), tags: reader.rest() };
      });
      // A word that no name has decides first: most such words are slips, and then no more files are asked for.
      const odd = (i) => tokens[i]?.unknown || (tokens.length > 1 && tokens[i + 1]?.unknown);
      const lists = [];
      for (const first of [true, false]) {
        const some = keys.filter((_, i) => !!odd(i) === first);
        lists.push(...(await Promise.all(some.map((key) => this.storyList(roots, key)))));
        if (lists.some((list) => !list)) return [];
      }
      if (!lists.length) return [];
      return lists.reduce((all, list) => {
        const has = new Set(list);
        return all.filter((id) => has.has(id));
      });
    } catch (error) {
      this.warnings.push(error);
      return [];
    }
  }

  async storyList({ firsts, tags }, key) {
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= key) low = middle;
      else high = middle - 1;
    }
    if (high < 0) return null;
    const shard = await this.once("story" + low, async () => {
      const bytes = await this.file(named("s", firsts[low]), tagAt(tags, low * 3));
      const reader = new Reader(bytes, 2);
      const count = reader.number();
      const keys = front(reader.section());
      const heads = Array.from({ length: count }, () => [reader.number(), reader.number()]);
      let at = reader.at;
      const lists = new Map(keys.map((key, i) => [key, [heads[i][0], (at += heads[i][1]) - heads[i][1]]]));
      return { bytes, lists };
    });
    const found = shard.lists.get(key);
    if (!found) return null;
    const reader = new Reader(shard.bytes, found[1]);
    let id = 0;
    return Array.from({ length: found[0] }, () => (id += reader.number()));
  }

  // ---- What the words of a query may mean.

  // Every accented form of a key, with how well it fits.
  variants(group, token, plain, most = 1) {
    // A word alone that is known just so means no other word.
    const sure = token.alone && group.terms.some((term) => this.terms[term] === token.key) ? 0.4 : 1;
    const fit = (key) => most * (key === token.key ? 1 : plain ? 0.95 : token.key === token.bare ? 0.85 : key.replace(/đ/g, "d") === token.key ? 0.95 : sure * (shape(key) === shape(token.key) ? 0.72 : 0.6));
    return [
      ...group.terms.map((term) => ({ term, fit: fit(this.terms[term]) })),
      ...group.labels.map(({ label, position, key }) => ({ label, position, fit: fit(key) })),
    ];
  }

  // How common a key is.
  mass(key) {
    const { terms, labels } = this.groups.get(key);
    return terms.reduce((sum, term) => sum + this.frequency[term], labels.length * 50);
  }

  // Known keys within a few edits, the nearest and commonest first.
  nearest(key, limit, most = key.length >= 7 ? 2 : key.length >= 3 ? 1 : 0) {
    const found = [];
    const bits = letters(key);
    if (most)
      for (let i = 0; i < this.sorted.length; i++) {
        if (ones(this.bits[i] ^ bits) > 2 * most) continue;
        const other = this.sorted[i];
        const distance = other === key ? 9 : edits(key, other, most);
        if (distance <= most) found.push([distance + (other[0] === key[0] ? 0 : 0.4), this.mass(other), other]);
      }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return found.slice(0, limit);
  }

  guesses(token, limit) {
    return this.nearest(token.fold, limit).flatMap(([distance, , key]) =>
      this.variants(this.groups.get(key), { fold: key, key }, true, distance < 2 ? 0.62 - 0.1 * distance : 0.35).map((it) => ({ ...it, loose: true })));
  }

  // Two or three known keys that were written as one.
  parts(key) {
    let best = null;
    const has = (part) => part.length > 1 && this.groups.has(part);
    const take = (parts, factor) => {
      const worth = Math.min(...parts.map((part) => this.mass(part))) * factor;
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

  token(word) {
    const key = canonical(word);
    return { word, key, fold: fold(key), bare: bare(word) };
  }

  // The words as slots, each with what may fill it.
  analyse(list, typing, split) {
    const plain = list.every((word) => canonical(word) === bare(word));
    const slots = [];
    for (let i = 0; i < list.length && slots.length < MOST; ) {
      const same = this.same(list, i, plain);
      if (same) {
        slots.push(same);
        i += same.words.length;
        continue;
      }
      const last = typing && i === list.length - 1;
      slots.push(...this.slot(list[i++], list.length, split, last));
    }
    slots.plain = plain || slots.every((slot) => slot.key === slot.bare);
    if (list.length === 1) for (const token of slots[0].words ?? slots) token.alone = true;
    return slots;
  }

  // A slot of synonyms, where they begin here.
  same(list, at, plain) {
    for (let size = Math.min(this.longest, list.length - at); size > 0; size--) {
      const tokens = list.slice(at, at + size).map((word) => this.token(word));
      const known = this.synonyms.get(tokens.map((token) => token.fold).join(" "));
      const meant = known?.filter(({ keys }) => plain || tokens.every((token, i) => token.key === keys[i] || token.key === token.bare));
      if (!meant?.length) continue;
      const sure = tokens.some((token) => token.key !== token.fold) || tokens.length > 1;
      return { words: tokens, others: meant.flatMap(({ others }) => others), sure, key: tokens[0].key, fold: tokens[0].fold, bare: tokens[0].bare };
    }
    return null;
  }

  slot(word, count, split, last) {
    const token = this.token(word);
    token.optional = count > 1 && UNITS.has(token.key);
    if (this.groups.has(token.fold)) return [token];
    const meant = vni(bare2(word)) || telex(bare2(word));
    const known = meant && this.groups.has(fold(meant));
    // A word that is being typed may be the beginning of a known one.
    if (last && token.bare.length > 2 && this.from(token.bare).length) return [{ ...token, meant: known ? meant : "" }];
    if (known) return [{ word, key: meant, fold: fold(meant), bare: bare(meant), input: true }];
    const near = token.fold.length < 8 && this.nearest(token.fold, 1, 1).length;
    const parts = token.fold.length >= 4 && (split || !near) && this.parts(token.bare);
    if (parts) return parts.map((part) => ({ word, key: part, fold: part, bare: part, joined: true }));
    token.unknown = true;
    return [token];
  }

  // Ways to fill a slot: each a list of variants for each of its words.
  ways(slot, slots, mode) {
    if (slot.words) {
      const own = slot.words.map((token) => {
        const group = this.groups.get(token.fold);
        let found = group ? this.variants(group, token, slots.plain) : [];
        if (slot.quoted) found = found.filter(({ fit }) => fit >= (token.key === token.bare && !slot.strict ? 0.85 : 1));
        return found;
      });
      const others = (slot.others ?? []).map((keys) => keys.map((key) => {
        const group = this.groups.get(fold(key));
        const fit = slot.sure ? 0.8 : 0.6;
        return group ? this.variants(group, { key, fold: fold(key) }, false, fit).filter((it) => it.fit === fit) : [];
      }));
      return [own, ...others].filter((way) => way.every((found) => found.length));
    }
    const group = this.groups.get(slot.fold);
    let found = group ? this.variants(group, slot, (slots.plain && !slot.input) || slot.joined) : [];
    if (mode.typing && slot === slots[slots.length - 1] && !slot.input && !slot.joined && slot.bare.length > 1) {
      found = found.concat(this.longer(slot, slots.plain));
    }
    if (slot.meant) found = found.concat(this.variants(this.groups.get(fold(slot.meant)), { key: slot.meant, fold: fold(slot.meant), bare: bare(slot.meant) }, false, 0.6));
    if ((!group && !found.length) || mode.near) found = found.concat(this.guesses(slot, mode.near ? 8 : 6));
    return found.length ? [[found]] : [];
  }

  // Known keys that begin so.
  from(start) {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.sorted[end]?.startsWith(start)) end++;
    return this.sorted.slice(low, end);
  }

  // Words that go on from the one being typed; few new files.
  longer(slot, plain) {
    const keys = this.from(slot.bare).filter((key) => key !== slot.fold);
    keys.sort((a, b) => this.mass(b) - this.mass(a));
    const asked = new Set();
    return keys.slice(0, 40).flatMap((key) => {
      const group = this.groups.get(key);
      const fresh = [...new Set(group.terms.map((term) => this.shardOf(term)))].filter((n) => !this.files.has("shard" + n) && !asked.has(n));
      if (asked.size + fresh.length > FILES) return [];
      fresh.forEach((n) => asked.add(n));
      const most = 0.4 + (0.4 * slot.bare.length) / key.length;
      return this.variants(group, slot, plain, most).map((it) =>
        ({ ...it, loose: true, fit: !plain && it.term !== undefined && this.terms[it.term].startsWith(shape(slot.key)) ? most : it.fit }));
    });
  }

  // ---- Scores.

  // Notes the places of one word of a way; gives the products that have it.
  note(found, lists, masks, seen) {
    found.forEach((variant, i) => {
      const list = lists[i];
      if (!list) return;
      const { ids, marks } = list;
      for (let k = 0; k < ids.length; k++) {
        const id = ids[k];
        const mark = marks[k];
        const field = mark >> 6;
        const position = mark & 31;
        if (mark & 32 && !variant.loose) this.final[field][id] = position;
        seen(id, field, position, variant.fit);
        masks[field][id] |= 1 << position;
      }
    });
  }

  // Fills a slot in all ways: sets weight, begins, nextEnds; gives the products and the labels that were met.
  fill(ways, lists, optional) {
    const { weight, begins, nextEnds } = this;
    const touched = [];
    const factor = optional ? 0.3 : 1;
    const met = new Map();
    const raise = (id, value) => {
      if (weight[id] === 0) touched.push(id);
      if (value > weight[id]) weight[id] = value;
    };
    const meet = (label, from, to, fit) => {
      const known = met.get(label) ?? { from: 0, to: 0, fit: 0 };
      met.set(label, { from: known.from | from, to: known.to | to, fit: Math.max(known.fit, fit) });
    };
    ways.forEach((way, w) => {
      if (way.length === 1) {
        const [found] = way;
        this.note(found, lists[w][0], begins, (id, field, position, fit) =>
          raise(id, factor * WEIGHT[field] * fit * (field === 0 && position === 0 ? 1 + HEAD : 1)));
        for (const { label, position, fit } of found) if (label !== undefined) meet(label, 1 << position, 1 << position, fit);
      } else {
        this.fillPhrase(way, lists[w], raise, meet);
      }
    });
    for (const id of touched) for (const f of FIELDS) nextEnds[f][id] |= begins[f][id];
    for (const phrase of this.phrases ?? []) {
      for (const f of FIELDS) {
        begins[f][phrase.id] |= phrase.from[f];
        nextEnds[f][phrase.id] |= phrase.to[f];
      }
    }
    this.phrases = null;
    return { touched, met, factor };
  }

  // A way of several words: they stand side by side in one field.
  fillPhrase(way, lists, raise, meet) {
    let [masks, next] = this.phrase;
    let ids = [];
    let labels = new Map();
    let fit = 1;
    way.forEach((found, i) => {
      const now = [];
      fit = Math.min(fit, Math.max(...found.map((it) => it.fit)));
      this.note(found, lists[i], next, (id) => now.push(id));
      const kept = [];
      for (const id of now) {
        let any = 0;
        for (const f of FIELDS) any |= next[f][id] = i ? next[f][id] & (masks[f][id] << 1) : next[f][id];
        if (any) kept.push(id);
      }
      for (const id of ids) for (const f of FIELDS) masks[f][id] = 0;
      const met = new Map();
      for (const { label, position } of found) {
        if (label === undefined || (i && !((labels.get(label) << 1) & (1 << position)))) continue;
        met.set(label, (met.get(label) ?? 0) | (1 << position));
      }
      labels = met;
      // A product is noted once for each place; masks were narrowed the first time already.
      ids = [...new Set(kept)];
      [masks, next] = [next, masks];
    });
    const size = way.length;
    const strength = 1 + 0.7 * (size - 1);
    this.phrases ??= [];
    for (const id of ids) {
      const to = FIELDS.map((f) => masks[f][id]);
      const from = to.map((bits) => bits >>> (size - 1));
      for (const f of FIELDS) {
        if (to[f]) raise(id, WEIGHT[f] * fit * strength * (f === 0 && from[f] & 1 ? 1 + HEAD : 1));
        masks[f][id] = 0;
      }
      this.phrases.push({ id, from, to });
    }
    for (const [label, bits] of labels) meet(label, bits >>> (size - 1), bits, fit * strength);
  }

  // Adds what labels give: weights by value of place and goods, spread over all products.
  spread({ touched, met }) {
    if (!met.size) return;
    const { weight, place, goods } = this;
    const at = { place: new Float32Array(this.labels.places.length), goods: new Float32Array(this.labels.goods.length) };
    for (const [label, { fit }] of met) {
      const mark = this.marks[label];
      const value = mark.weight * fit * (0.75 + 0.25 / mark.size);
      for (const v of mark.at) if (value > at[mark.column][v]) at[mark.column][v] = value;
    }
    for (let id = 0; id < this.total; id++) {
      const value = Math.max(at.place[place[id]], at.goods[goods[id]]);
      if (!value) continue;
      const own = weight[id];
      if (own === 0) touched.push(id);
      weight[id] = value > own ? value + BOTH * own : own + BOTH * value;
    }
  }

  // Scores all products for the slots; `full` are those that have every one that must be there.
  async run(slots, mode, watch) {
    const ways = slots.map((slot) => this.ways(slot, slots, mode));
    const lists = await Promise.all(ways.map((all) => Promise.all(all.map((way) => Promise.all(way.map((found) =>
      Promise.all(found.map(({ term }) => (term === undefined ? null : this.list(term))))))))));
    const { score, covered, weight, total, place, goods, chain, reach, final } = this;
    score.fill(0);
    covered.fill(0);
    this.pairs.fill(0);
    for (const f of FIELDS) {
      for (const array of [this.ends, this.begins, this.nextEnds, chain, reach]) array[f].fill(0);
      final[f].fill(255);
    }
    let all = 0;
    let must = 0;
    let before = { touched: [], met: new Map(), idf: 0 };
    let fewest = null;
    slots.forEach((slot, i) => {
      const filled = this.fill(ways[i], lists[i], slot.optional);
      this.spread(filled);
      const { touched, met } = filled;
      const idf = Math.log(1 + (total - touched.length + 0.5) / (touched.length + 0.5)) + 0.05;
      const side = i ? NEAR * Math.min(idf, before.idf) : 0;
      const beside = { place: null, goods: null };
      for (const [label, { from }] of met) {
        const last = before.met.get(label);
        if (!last || !((last.to << 1) & from)) continue;
        const mark = this.marks[label];
        const at = (beside[mark.column] ??= new Float32Array(this.labels[mark.column === "place" ? "places" : "goods"].length));
        for (const v of mark.at) at[v] = Math.max(at[v], mark.weight);
      }
      for (const id of touched) {
        let close = 0;
        if (side) {
          for (const f of FIELDS) {
            const ends = this.ends[f][id];
            const begins = this.begins[f][id];
            if (!ends || !begins) continue;
            if ((ends << 1) & begins) close = Math.max(close, WEIGHT[f]);
            else if ((this.nextEnds[f][id] << 1) & ends) close = Math.max(close, WEIGHT[f] * 0.3);
          }
          if (beside.place) close = Math.max(close, beside.place[place[id]]);
          if (beside.goods) close = Math.max(close, beside.goods[goods[id]]);
        }
        if (!slot.optional)
          for (const f of FIELDS)
            if (chain[f][id] === must && (this.begins[f][id] >>> reach[f][id]) & 1) {
              chain[f][id]++;
              const ends = this.nextEnds[f][id] >>> reach[f][id];
              reach[f][id] += 32 - Math.clz32(ends & -ends);
            }
        const gained = idf * weight[id] + side * close;
        if (watch?.has(id)) watch.get(id).push({ word: slot.words?.map(({ word }) => word).join(" ") ?? slot.word, rarity: idf, weight: weight[id], beside: side * close, score: gained });
        if (close > 0.3) this.pairs[id]++;
        score[id] += gained;
        covered[id] |= 1 << i;
        weight[id] = 0;
      }
      for (const id of before.touched) for (const f of FIELDS) this.ends[f][id] = 0;
      for (const id of touched) for (const f of FIELDS) this.begins[f][id] = 0;
      if (!slot.optional) {
        all |= 1 << i;
        must++;
        if (!fewest || touched.length < fewest.length) fewest = touched;
      }
      [this.ends, this.nextEnds] = [this.nextEnds, this.ends];
      before = { touched, met, idf };
    });
    const full = [];
    for (const id of fewest ?? []) if ((covered[id] & all) === all) full.push(id);
    for (const id of full) {
      let factor = 1 + (0.2 * chain[0][id]) / must;
      for (const f of FIELDS) if (chain[f][id] === must && final[f][id] === reach[f][id] - 1) factor = Math.max(factor, EXACT[f]);
      score[id] *= factor;
      if (watch?.has(id) && factor > 1) watch.get(id).push({ word: "", factor });
    }
    return { full };
  }

  // ---- Answers.

  // The products that answer, and how they were found.
  async match(parts, typing) {
    const plainWords = parts.filter((part) => !part.quoted && !part.minus).flatMap((part) => part.words);
    const quoted = parts.filter((part) => part.quoted && !part.minus && part.words.length).map((part) => {
      const tokens = part.words.map((word) => this.token(word));
      return { words: tokens, quoted: true, key: tokens[0].key, fold: tokens[0].fold, bare: tokens[0].bare };
    });
    const join = (slots) => Object.assign([...quoted, ...slots], { plain: slots.plain });
    let slots = join(this.analyse(plainWords, typing));
    const mode = { typing };
    let { full } = await this.run(slots, mode);
    let how = "full";
    let used = [slots, mode];
    let dropped = [];
    const unknown = slots.some((slot) => slot.unknown);
    if (quoted.length && !plainWords.length) {
      if (!full.length) {
        full = await this.story(quoted[0].words);
        how = "story";
        for (const id of full) this.score[id] = 1;
      }
      return { full, how, used, dropped, slots };
    }
    const retry = async (next, nextMode, name) => {
      const found = await this.run(next, nextMode);
      used = [next, nextMode];
      if (!found.full.length) return;
      full = found.full;
      how = name;
      slots = next;
    };
    const asked = slots.flatMap((slot) => slot.words ?? slot);
    if (!full.length) {
      const kept = join(Object.assign(slots.filter((slot, i) => !slot.quoted && !(slots.plain ? STOP_BARE.has(slot.fold) || (slot.fold === "dau" && slots[i - 1]?.fold === "o") : STOP.has(slot.key))), { plain: slots.plain }));
      if (kept.length && kept.length < slots.length) {
        dropped = slots.filter((slot) => !kept.includes(slot)).map((slot) => slot.word);
        await retry(kept, {}, "full");
      }
    }
    const most = full.reduce((best, id) => Math.max(best, this.pairs[id]), 0);
    const size = slots.length - quoted.length;
    // Words that stand scattered over names may stand together in a story.
    const scattered = full.length > 0 && full.length <= 24 && size > 1 && most * 2 < size - 1;
    const tales = full.length && !unknown && !scattered ? [] : await this.story(asked);
    if (tales.length) {
      if (!full.length) this.score.fill(0);
      const has = new Set(full);
      for (const id of tales) {
        if (!has.has(id)) {
          this.score[id] = 0.01;
          full.push(id);
        }
        if (unknown || scattered) this.score[id] += 1e3;
      }
      how = "story";
    }
    if (!full.length && unknown) {
      const parted = join(this.analyse(plainWords, typing, true));
      if (parted.length > slots.length) await retry(parted, mode, "split");
    }
    if (!full.length) await retry(slots, { ...mode, near: true }, "near");
    if (!full.length && !quoted.length) {
      const { covered, total } = this;
      let most = 1;
      for (let id = 0; id < total; id++) {
        const count = ones(covered[id]);
        if (count > most) {
          most = count;
          full = [];
        }
        if (count === most) full.push(id);
      }
      how = "part";
    }
    return { full, how, used, dropped, slots };
  }

  // Without the products that have a word which must not be there.
  async without(ids, parts) {
    const strict = parts.some((part) => part.words.some((word) => canonical(word) !== bare(word)));
    for (const { words: list } of parts.filter((part) => part.minus && part.words.length)) {
      const tokens = list.map((word) => this.token(word));
      const slot = { words: tokens, quoted: true, strict, key: tokens[0].key, fold: tokens[0].fold, bare: tokens[0].bare };
      const kept = { score: this.score.slice(), covered: this.covered.slice() };
      const { full } = await this.run(Object.assign([slot], { plain: false }), {});
      this.score.set(kept.score);
      this.covered.set(kept.covered);
      const out = new Set(full);
      ids = ids.filter((id) => !out.has(id));
    }
    return ids;
  }

  async column(name) {
    if (this[name]?.length === this.total) return this[name];
    return (this[name] = await this.once("column" + name, async () => column((await this.file(name, this.labels.columns[name])).subarray(2), this.total)));
  }

  async order(name) {
    return this.once("order" + name, async () => planes((await this.file(name, this.labels.columns[name])).subarray(2), this.total));
  }

  search(query, options = {}) {
    // One at a time: answers share their arrays.
    const turn = (this.turn ?? Promise.resolve()).catch(() => {}).then(() => this.answer(String(query ?? "").slice(0, 500), options));
    this.turn = turn;
    return turn;
  }

  async answer(query, { facets = {}, count, sort = "relevance", offset = 0, limit = 24, typing = !/\s$/.test(query), explain = false }) {
    this.warnings = [];
    if (!this.tags) this.once("tags", () => this.file("cards", this.labels.cards)).catch(() => {});
    const parts = parse(query);
    const has = parts.some((part) => !part.minus && part.words.length);
    let ids;
    let found = { how: "all", used: null, dropped: [], slots: [] };
    if (has) {
      found = await this.match(parts, typing);
      ids = found.full;
    } else {
      ids = Array.from({ length: this.total }, (_, id) => id);
      this.score.fill(0);
    }
    if (parts.some((part) => part.minus)) ids = await this.without(ids, parts);
    const result = await this.count(ids, facets, count);
    const compare = await this.comparison(sort);
    const chosen = top(result.ids, offset + limit, compare).slice(offset);
    const scores = new Map(chosen.map((id) => [id, this.score[id]]));
    let why = null;
    if (explain && found.used) {
      why = new Map(chosen.map((id) => [id, []]));
      await this.run(...found.used, why);
    }
    const hits = await this.cards(chosen);
    for (const hit of hits) Object.assign(hit, { score: scores.get(hit.id), ...(why ? { why: why.get(hit.id) } : {}) });
    const corrections = this.corrections(found.slots, found.how);
    let corrected = corrections.length ? query : "";
    for (const { from, to } of corrections) corrected = corrected.replace(from, to);
    return {
      total: result.ids.length, hits, counts: result.counts, how: found.how, corrections, corrected, dropped: found.dropped,
      relax: result.ids.length ? [] : result.relax, warnings: this.warnings, missing: chosen.length - hits.length,
    };
  }

  // What was read otherwise than it was typed.
  corrections(slots, how) {
    const common = (key) => {
      const { terms } = this.groups.get(key);
      const term = terms.reduce((best, t) => (best < 0 || this.frequency[t] > this.frequency[best] ? t : best), -1);
      return term < 0 ? key : written(this.terms[term]);
    };
    const changed = new Map();
    for (const slot of slots) {
      if (slot.input) changed.set(slot.word, [written(slot.key)]);
      else if (slot.joined) changed.set(slot.word, [...(changed.get(slot.word) ?? []), common(slot.fold)]);
      else if (slot.unknown && how !== "story") {
        const [near] = this.nearest(slot.fold, 1);
        if (near) changed.set(slot.word, [common(near[2])]);
      }
    }
    return [...changed].map(([from, to]) => ({ from, to: to.join(" ") }));
  }

  // Keeps what the choices allow and counts all facets in one pass: a product that fails in one facet counts there alone.
  async count(ids, facets, wanted) {
    const asked = this.facets.filter(({ name }) => facets[name]?.length);
    const counted = this.facets.filter((f) => (wanted ? wanted.includes(f.name) : "place goods tier".includes(f.column)) || asked.includes(f));
    const usable = [];
    for (const facet of counted) {
      try {
        await this.column(facet.column);
        usable.push(facet);
      } catch (error) {
        this.warnings.push(error);
      }
    }
    const chosen = usable.filter((facet) => asked.includes(facet)).map((facet) => {
      const values = new Set([].concat(facets[facet.name]).map(String));
      const allowed = facet.of.map((of) => of.some((v) => values.has(facet.values[v].value)));
      return { facet, column: this[facet.column], allowed };
    });
    const tallies = usable.map((facet) => ({ facet, column: this[facet.column], tally: new Uint32Array(facet.of.length) }));
    const kept = [];
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i];
      let failed = null;
      let fails = 0;
      for (let c = 0; c < chosen.length && fails < 2; c++)
        if (!chosen[c].allowed[chosen[c].column[id]]) {
          fails++;
          failed = chosen[c].facet;
        }
      if (fails > 1) continue;
      if (!fails) kept.push(id);
      for (let t = 0; t < tallies.length; t++) {
        const { facet, column, tally } = tallies[t];
        if (!fails || facet === failed) tally[column[id]]++;
      }
    }
    const counts = {};
    const relax = [];
    for (const { facet, tally } of tallies) {
      const sums = new Uint32Array(facet.values.length);
      let all = 0;
      facet.of.forEach((of, i) => {
        all += tally[i];
        for (const v of of) sums[v] += tally[i];
      });
      counts[facet.name] = Object.fromEntries(facet.values.map(({ value }, v) => [value, sums[v]]));
      if (chosen.some((it) => it.facet === facet) && all) relax.push({ without: facet.name, total: all });
    }
    return { ids: kept, counts, relax };
  }

  async comparison(sort) {
    const { score, rank } = this;
    const relevance = (a, b) => score[b] - score[a] || rank[b] - rank[a] || a - b;
    if (sort === "stars") return (a, b) => rank[b] - rank[a] || relevance(a, b);
    const name = { name: "by-name", newest: "by-day", price: "by-price", "-price": "by-price" }[sort];
    if (!name) return relevance;
    let order;
    try {
      order = await this.order(name);
    } catch (error) {
      this.warnings.push(error);
      return relevance;
    }
    if (sort === "newest") return (a, b) => order[b] - order[a] || relevance(a, b);
    if (sort !== "-price") return (a, b) => order[a] - order[b] || relevance(a, b);
    // Those without a price have the last place either way.
    const none = order.reduce((most, place) => Math.max(most, place), 0);
    const last = (id) => (order[id] === none && this.unpriced ? 1 : 0);
    this.unpriced ??= await this.column("price").then((bands) => bands.includes(0), () => true);
    return (a, b) => last(a) - last(b) || order[b] - order[a] || relevance(a, b);
  }

  async cards(ids) {
    const { block } = this.labels;
    const numbers = [...new Set(ids.map((id) => Math.floor(id / block)))];
    const blocks = new Map(await Promise.all(numbers.map(async (number) => {
      try {
        this.tags ??= await this.once("tags", () => this.file("cards", this.labels.cards));
        const bytes = await this.file("c" + number, tagAt(this.tags, 2 + number * 3), this.history);
        return [number, text.decode(bytes.subarray(2)).split("\n")];
      } catch (error) {
        this.warnings.push(error);
        return [number, null];
      }
    })));
    return ids.map((id) => {
      const rows = blocks.get(Math.floor(id / block));
      return rows && this.card(id, rows[id % block]);
    }).filter(Boolean);
  }

  card(id, row) {
    const { labels, english } = this;
    const [name, producer = "", commune = "", price = "", pack = "", address = "", until = "", cover = "", other = "", code = "", age = ""] = row.split("\t");
    const own = bare(clean(name)).split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean).join("-");
    const slug = address[0] === "/" ? address.slice(1) : own + address;
    const [province, former] = labels.places[this.place[id]];
    const [group] = labels.goods[this.goods[id]];
    const facet = (n, i) => this.facets[n].values[i].label;
    const isEnglish = english && other !== "";
    return {
      id, slug, code, href: labels.routes[english && labels.routes[1] ? 1 : 0] + slug + "/",
      name: isEnglish ? other : name, nameLang: isEnglish ? "en" : "vi", vietnamese: name,
      producer, commune, province: facet(0, province), former: former === null ? "" : facet(1, former),
      group: labels.groups[group][0], groupLabel: facet(2, group),
      stars: this.tier[id] % 6, state: labels.states[Math.floor(this.tier[id] / 6)],
      until: until && new Date(Date.UTC(2018, 0, 1) + until * 864e5).toISOString().slice(0, 10),
      price: price ? parseInt(price, 10) : null, priceFrom: price.endsWith("+"), pack,
      adult: age !== "",
      cover: cover || `${labels.covers}${slug}.svg`,
    };
  }

  // What may be meant while somebody types.
  async suggest(prefix, { limit = 6 } = {}) {
    const { hits, corrected } = await this.search(prefix, { limit, typing: true, count: [] });
    const typed = words(prefix).map(bare);
    const fits = (name) => {
      const own = words(name).map(bare);
      return typed.length && own.some((_, at) => typed.every((word, i) => (i < typed.length - 1 ? own[at + i] === word : own[at + i]?.startsWith(word))));
    };
    const labels = new Map();
    for (const mark of this.marks) if (fits(mark.name) && !labels.has(mark.facet + mark.value)) labels.set(mark.facet + mark.value, mark);
    const totals = [...labels.values()].slice(0, limit).map(({ facet, value }) => {
      const { of, values, column, label } = this.facets.find((it) => it.name === facet);
      const at = values.findIndex((it) => it.value === value);
      const fit = of.map((all) => all.includes(at));
      return { facet, value, label: label ?? values[at].label, total: this[column].reduce((sum, v) => sum + fit[v], 0) };
    });
    return { hits, labels: totals, corrected };
  }
}

const bare2 = (word) => word.toLowerCase().normalize("NFC");

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
  const keys = new Map();
  for (const word of wanted) {
    keys.set(fold(word), bare(word));
    const meant = vni(bare2(word)) || telex(bare2(word));
    if (meant) keys.set(fold(meant), bare(meant));
  }
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

export async function open(base, { lang = "vi", read } = {}) {
  if (typeof DecompressionStream === "undefined") throw new SearchError("unsupported", "DecompressionStream");
  const reader = read ?? (/^file:/.test(new URL(base, globalThis.document?.baseURI).href) ? fromDisk(base) : fetched(base));
  return new Index(reader, lang).open();
}
