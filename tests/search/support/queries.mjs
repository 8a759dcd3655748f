// Queries for a made-up catalogue: what people type, in 21 ways, each with what it should find. Another seed, other queries.
import { dice, fold } from "./catalogue.mjs";

const lower = (text) => text.toLowerCase();

const TONES = "\u0300\u0301\u0309\u0303\u0323";
const TONE_MARKS = /[\u0300\u0301\u0309\u0303\u0323]/g;
const TELEX = { "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j" };
const VNI = { "\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" };

// What a keyboard sends while the input method is off: the tone's key at the end of the syllable.
const typed = (text, keys, letters) =>
  lower(text)
    .split(" ")
    .map((word) => {
      let tone = "";
      const plain = word.normalize("NFD").replace(TONE_MARKS, (mark) => ((tone = keys[mark]), ""));
      return letters(plain.normalize("NFC")) + tone;
    })
    .join(" ");
const telex = (text) =>
  typed(text, TELEX, (word) =>
    word
      .replace(/đ/g, "dd")
      .replace(/ươ/g, "uow")
      .replace(/[ăơư]/g, (c) => ({ ă: "aw", ơ: "ow", ư: "uw" })[c])
      .replace(/[âêô]/g, (c) => ({ â: "aa", ê: "ee", ô: "oo" })[c]));
const vni = (text) =>
  typed(text, VNI, (word) =>
    word
      .replace(/đ/g, "d9")
      .replace(/[ơư]/g, (c) => ({ ơ: "o7", ư: "u7" })[c])
      .replace(/ă/g, "a8")
      .replace(/[âêô]/g, (c) => ({ â: "a6", ê: "e6", ô: "o6" })[c]));
const halfMarked = (text) => text.split(" ").map((word, i) => (i % 2 ? fold(word) : word)).join(" ");

class Asker {
  constructor(products, seed) {
    this.products = products;
    this.next = dice(seed);
    this.all = [];
    const count = (key) => {
      const counts = new Map();
      for (const product of products) counts.set(key(product), (counts.get(key(product)) || 0) + 1);
      return counts;
    };
    const between = (key, least, most) => [...count(key)].filter(([, n]) => n >= least && n <= most).map(([pair]) => pair.split("|"));
    this.inFormer = between((p) => p.kind + "|" + p.old, 2, 60);
    this.inProvince = between((p) => p.kind + "|" + p.province, 3, 80);
    this.kinds = between((p) => p.kind, 20, Infinity).flat();
    this.long = this.kinds.filter((kind) => kind.includes(" "));
    this.producers = between((p) => p.producer, 1, 12).flat();
    this.names = count((p) => fold(p.name));
    const size = (p) => p.name.split(" ").length;
    this.single = products.filter((p) => this.names.get(fold(p.name)) === 1 && size(p) >= 4 && size(p) <= 8);
    this.ofLong = this.inProvince.filter(([kind]) => this.long.includes(kind));
  }
  below(n) {
    return Math.floor(this.next() * n);
  }
  one(list) {
    return list[this.below(list.length)];
  }
  add(kind, q, expect, filters) {
    this.all.push({ class: kind, q, expect, ...(filters ? { filters } : {}) });
  }
  times(n, ask) {
    for (let i = 0; i < n; i++) ask(i);
  }
  // A product whose name no other has.
  product() {
    let product;
    do product = this.one(this.single);
    while (!this.long.includes(product.kind) && this.next() < 0.5);
    return product;
  }
  wrongTone(text) {
    let done = 0;
    return text
      .split(" ")
      .map((word) => {
        const parts = word.normalize("NFD");
        const [mark] = parts.match(new RegExp("[" + TONES + "]")) ?? [];
        if (!mark || done >= 2) return word;
        done++;
        let other;
        do other = TONES[this.below(5)];
        while (other === mark);
        return parts.replace(mark, other).normalize("NFC");
      })
      .join(" ");
  }
  // A letter lost, doubled, changed or swapped with the next.
  slip(text, way) {
    const words = text.split(" ");
    let at;
    let tries = 0;
    do at = this.below(words.length);
    while (fold(words[at]).length < 4 && tries++ < 20);
    let word = fold(words[at]);
    const j = 1 + this.below(word.length - 2);
    if (way === 0) word = word.slice(0, j) + word.slice(j + 1);
    else if (way === 1) word = word.slice(0, j) + word[j] + word.slice(j);
    else if (way === 2) {
      let other;
      do other = this.one("abcdeghiklmnopqrstuvxy");
      while (other === word[j]);
      word = word.slice(0, j) + other + word.slice(j + 1);
    } else {
      let k = j;
      while (k < word.length - 1 && word[k] === word[k + 1]) k++;
      word = word.slice(0, k) + (word[k + 1] || "") + word[k] + word.slice(k + 2);
    }
    words[at] = word;
    return words.map(fold).join(" ");
  }
}

const ENGLISH =
  "coffee|honey|fish sauce|tea|rice|essential oil|brocade|ceramics|pepper|mushroom|cordyceps|bird nest|cashew|squid|incense".split("|");
const DISTINCT = "dứa|dừa|lạc|mắm|mứt|mực|đậu|tỏi|cam|quế|chè|tương".split("|");
const JOINED = "cà phê|mật ong|nước mắm|hạt điều|thổ cẩm|miến dong".split("|");
const TOLD =
  "rừng ngập mặn|sương mù quanh năm|sấy thăng hoa|đồng bào Cơ Tu|mùa hoa tam giác mạch|phơi sương|lễ hội Ok Om Bok|ủ men truyền thống|muối chượp|sàn Postmart".split("|");

// All queries of a seed. The order of draws decides everything: change none of them.
export function queries(products, seed) {
  const a = new Asker(products, seed);
  const ofLong = () => a.one(a.inProvince.filter(([kind]) => a.long.includes(kind)));
  a.times(10, () => {
    const p = a.product();
    a.add("exact name", p.name, { name: p.name });
  });
  a.times(5, () => {
    const p = a.product();
    a.add("no diacritics", fold(p.name), { name: p.name });
  });
  a.times(7, () => {
    const [kind, province] = ofLong();
    a.add("no diacritics", fold(kind + " " + province), { kind, province });
  });
  a.times(5, () => {
    const p = a.product();
    a.add("partial diacritics", lower(halfMarked(p.name)), { name: p.name });
  });
  a.times(5, () => {
    const [kind, province] = a.one(a.inProvince);
    a.add("partial diacritics", halfMarked(kind + " " + lower(province)), { kind, province });
  });
  const withD = [...new Set(products.filter((p) => /đ/i.test(p.kind) || /đ/i.test(p.name)).map((p) => p.name))];
  const singleWithD = withD.filter((name) => a.names.get(fold(name)) === 1);
  a.times(6, () => {
    const name = a.one(singleWithD);
    a.add("d for đ", lower(name).replace(/đ/g, "d"), { name });
  });
  const pairsWithD = a.inProvince.filter(([kind, province]) => /đ/.test(kind + lower(province)));
  a.times(4, () => {
    const [kind, province] = a.one(pairsWithD);
    a.add("d for đ", lower(kind + " " + province).replace(/đ/g, "d"), { kind, province });
  });
  a.times(5, () => {
    const p = a.product();
    a.add("wrong tone", a.wrongTone(lower(p.name)), { name: p.name });
  });
  a.times(5, () => {
    const [kind, province] = ofLong();
    a.add("wrong tone", a.wrongTone(kind + " " + lower(province)), { kind, province });
  });
  a.times(4, () => {
    const p = a.product();
    a.add("telex leftovers", telex(p.name), { name: p.name });
  });
  a.times(6, () => {
    const [kind, province] = ofLong();
    a.add("telex leftovers", telex(kind + " " + province), { kind, province });
  });
  a.times(6, () => {
    const [kind, province] = ofLong();
    a.add("vni leftovers", vni(kind + " " + province), { kind, province });
  });
  a.times(6, (i) => {
    const p = a.product();
    a.add("nfd input", (i % 2 ? p.name : lower(p.name)).normalize("NFD"), { name: p.name });
  });
  a.times(8, (i) => {
    const p = a.product();
    a.add("one typo", a.slip(p.name, i % 4), { name: p.name });
  });
  const slippery = a.ofLong.filter(([kind]) => fold(kind).split(" ").some((word) => word.length >= 4));
  a.times(8, (i) => {
    const [kind, province] = a.one(slippery);
    a.add("one typo", a.slip(kind + " " + province, i % 4), { kind, province });
  });
  a.times(5, () => {
    const p = a.product();
    const words = p.name.split(" ");
    const cut = 2 + a.below(words.length - 3);
    a.add("order swapped", lower([...words.slice(cut), ...words.slice(0, cut)].join(" ")), { name: p.name });
  });
  a.times(5, () => {
    const [kind, province] = a.one(a.inProvince);
    a.add("order swapped", lower(province) + " " + kind, { kind, province });
  });
  a.times(6, () => {
    const { name } = a.product();
    const start = lower(name).slice(0, name.length - (1 + a.below(3))).trim();
    a.add("prefix typing", start, { namePrefix: start });
  });
  a.times(6, () => {
    const kind = fold(a.one(a.long));
    const start = kind.slice(0, Math.min(kind.lastIndexOf(" ") + 3, kind.length));
    a.add("prefix typing", start, { foldKindPrefix: start });
  });
  a.times(5, () => {
    const producer = a.one(a.producers);
    a.add("producer name", producer, { producer });
  });
  a.times(5, () => {
    const producer = a.one(a.producers);
    a.add("producer name", fold(producer), { producer });
  });
  a.times(5, () => {
    const { unit, commune } = a.one(products);
    a.add("commune name", `${unit} ${commune}`, { commune });
  });
  a.times(5, () => {
    const { commune, province } = a.one(products);
    a.add("commune name", fold(commune + " " + province), { commune, province });
  });
  const provinceOf = new Map(products.map((p) => [p.old, p.province]));
  const vanished = a.inFormer.filter(([, old]) => provinceOf.get(old) !== old);
  a.times(10, (i) => {
    const [kind, old] = a.one(vanished);
    const q = kind + " " + old;
    a.add("former province", i % 2 ? lower(q) : fold(q), { kind, old });
  });
  a.times(8, (i) => {
    const en = a.one(ENGLISH);
    const province = a.one([...new Set(products.filter((p) => p.en === en).map((p) => p.province))]);
    a.add("english words", i < 4 ? en : en + " " + fold(province), i < 4 ? { en } : { en, province });
  });
  a.times(5, () => {
    const [kind, province] = a.one(a.inProvince);
    a.add("with facets", kind, { kind, province }, { province });
  });
  a.times(5, () => {
    const kind = a.one(a.kinds);
    const star = a.one([4, 5]);
    a.add("with facets", fold(kind), { kind, star }, { star });
  });
  a.times(4, () => {
    const { commune, province, group } = a.one(products);
    a.add("with facets", fold(commune), { commune, province, group }, { province, group });
  });
  for (const word of DISTINCT) a.add("diacritic discrimination", word, { nameHasWord: word });
  for (const kind of JOINED) a.add("joined syllables", fold(kind).replace(/ /g, ""), { kind });
  const ofLongKind = products.filter((p) => a.long.includes(p.kind));
  a.times(8, (i) => {
    const { kind, commune } = a.one(ofLongKind);
    a.add("kind + commune", (i % 2 ? lower : fold)(kind + " " + commune), { kind, commune });
  });
  a.times(6, () => {
    const [kind, province] = ofLong();
    const before = a.one(["mua", "tìm", "bán", "giá"]);
    const after = a.one(["ngon", "giá rẻ", "ở đâu", "loại tốt", "chính hãng"]);
    a.add("verbose query", `${before} ${kind} ${lower(province)} ${after}`, { kind, province });
  });
  for (const story of TOLD) a.add("words of the story", a.all.length % 2 ? fold(story) : story, { story });
  return a.all;
}
