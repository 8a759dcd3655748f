// A made-up catalogue of any size: names, producers, places and stories as they are in Viet Nam, the same in every run.
//
//   node tests/search/support/catalogue.mjs 20000 2026 OUT.jsonl
//
// Stories hold phrases of the trade, and a tenth of noise from made-up syllables, so that an index meets as many words
// as it would in life. Draws of the dice stand in one order, which decides all that follows: change none of them.
import fs from "node:fs";
import { pathToFileURL } from "node:url";
import * as W from "./words.mjs";

export const fold = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").normalize("NFC");
const capital = (text) => text[0].toUpperCase() + text.slice(1);

// A generator of numbers in [0, 1) from a seed.
export const dice = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

export class Draws {
  constructor(seed) {
    this.next = dice(seed);
    this.sums = new Map();
  }
  below(n) {
    return Math.floor(this.next() * n);
  }
  one(list) {
    return list[this.below(list.length)];
  }
  chance(share) {
    return this.next() < share;
  }
  // Early members of a list more often than late ones (Zipf).
  early(list, steepness = 0.8) {
    const key = steepness;
    let known = this.sums.get(list);
    if (known?.key !== key) {
      let sum = 0;
      known = { key, sums: list.map((_, i) => (sum += 1 / Math.pow(i + 1, steepness))) };
      this.sums.set(list, known);
    }
    const { sums } = known;
    const x = this.next() * sums[sums.length - 1];
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < x) low = middle + 1;
      else high = middle;
    }
    return list[low];
  }
}

const TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

function syllable(draws) {
  const onset = draws.one(W.ONSETS);
  let rhyme = draws.one(W.RHYMES);
  const tone = draws.one(TONES);
  if (tone) {
    const vowels = [...rhyme.matchAll(/[aăâeêioôơuưy]/g)].map((match) => match.index);
    let at = vowels[0];
    if (vowels.length > 1 && rhyme.length > 2 && /(iê|uô|ươ|yê|oa|uy|uyê)/.test(rhyme)) at = vowels[1];
    const shaped = [...rhyme].findLastIndex((letter) => "ăâêôơư".includes(letter));
    if (shaped >= 0) at = shaped;
    rhyme = rhyme.slice(0, at + 1) + tone + rhyme.slice(at + 1);
  }
  return (onset + rhyme).normalize("NFC");
}

function syllables(draws, count) {
  const found = new Set();
  while (found.size < count) found.add(syllable(draws));
  return [...found];
}

const SOURCES = 3321; // communes of the country

function communes(draws, formers) {
  const all = [];
  const seen = new Set();
  for (const former of formers) {
    const count = Math.round(SOURCES / formers.length);
    for (let i = 0; i < count; i++) {
      let name;
      let tries = 0;
      do {
        const r = draws.next();
        if (W.NORTHERN_MOUNTAINS.has(former.old) && r < 0.75) name = draws.one(W.NORTH_FIRST) + " " + draws.one(W.NORTH_SECOND);
        else if (W.HIGHLANDS.has(former.old) && r < 0.7) name = draws.one(W.HIGH_FIRST) + " " + draws.one(W.HIGH_SECOND);
        else name = draws.one(W.LOW_FIRST) + " " + draws.one(W.LOW_SECOND);
      } while ((seen.has(former.old + name) || /^(\S+) \1$/.test(name)) && tries++ < 60);
      seen.add(former.old + name);
      all.push({ ...former, name, urban: draws.chance(0.2) });
    }
  }
  return all;
}

// Sentences of a story; each may draw.
const sentences = (d) => {
  const { places, processes, certificates, traits, markets, people, feasts } = W.PHRASES;
  return [
    (x) => `${x.kind} của ${x.producer} được làm tại ${x.unit} ${x.commune}, tỉnh ${x.province}.`,
    () => `Nhờ ${d.early(places)} nên sản phẩm có ${d.early(traits)} khó lẫn với nơi khác.`,
    () => `Nguyên liệu được chọn kỹ từng mẻ, sau đó ${d.early(processes)} rồi mới đóng gói.`,
    () => `Cơ sở đã đạt ${d.early(certificates)} và duy trì kiểm tra định kỳ mỗi năm.`,
    () => `Hiện nay sản phẩm có mặt tại ${d.early(markets)} và ${d.early(markets)}.`,
    () => `Việc sản xuất tạo việc làm cho ${5 + d.below(120)} lao động, trong đó phần lớn là ${d.early(people)}.`,
    () => `Ngày trước người dân chỉ làm vào dịp ${d.early(feasts)} để dùng trong gia đình và biếu khách quý.`,
    (x) => `Năm ${x.year} sản phẩm được công nhận OCOP ${x.star} sao.`,
    () => `Diện tích vùng nguyên liệu hơn ${2 + d.below(300)} ha, sản lượng khoảng ${1 + d.below(500)} tấn mỗi năm.`,
    () => `Người làm nghề tin rằng bí quyết nằm ở khâu ${d.early(processes)} và lòng kiên nhẫn.`,
    () => `Bao bì dùng giấy tái chế, in mã để khách tra cứu nguồn gốc.`,
    () => `Sản phẩm thích hợp làm quà biếu, dùng hằng ngày, hạn sử dụng ${3 + d.below(21)} tháng kể từ ngày sản xuất.`,
    () => `Chính quyền hỗ trợ máy móc, tập huấn kỹ thuật và xúc tiến thương mại cho tổ hợp tác.`,
    (x) => `Anh ${x.person} kể lại câu chuyện khởi nghiệp từ ${1 + d.below(30)} gốc cây đầu tiên trong vườn nhà.`,
    () => `Khách thường khen ${d.early(traits)}, ${d.early(traits)} và giá bán phù hợp.`,
  ];
};

// The products, one after another.
export function* products(count, seed) {
  const d = new Draws(seed);
  const formers = Object.entries(W.PROVINCES).flatMap(([province, olds]) => olds.map((old) => ({ old, province })));
  const shares = W.KINDS.flatMap((row) => {
    const [group, sub, en, kind, varieties, share] = row;
    return Array(share).fill({ group, sub, en, kind, varieties });
  });
  // One object for each kind, so that kinds can be told apart by identity.
  const all = communes(d, formers);
  const common = syllables(d, 2600);
  const noises = Array.from({ length: 9000 }, () => d.early(common, 0.6) + " " + d.early(common, 0.6));
  const rare = syllables(d, 1400);
  const noise = () => {
    const size = 6 + d.below(8);
    return capital(Array.from({ length: size }, () => d.early(noises, 0.75)).join(" ")) + ".";
  };
  const SENTENCES = sentences(d);
  const stars = () => {
    const r = d.next();
    return r < 0.02 ? 5 : r < 0.25 ? 4 : r < 0.94 ? 3 : r < 0.98 ? 2 : 1;
  };
  const person = () => {
    const middle = d.one(W.MIDDLE);
    return d.one(W.FAMILY) + " " + (d.chance(0.75) ? middle + " " : "") + d.one(W.GIVEN);
  };
  let sum = 0;
  const weights = formers.map(() => (sum += 0.3 + d.next() * 1.7));
  const perFormer = Math.round(SOURCES / formers.length);
  const taken = new Map();
  let id = 0;
  while (id < count) {
    const x = d.next() * sum;
    const at = weights.findIndex((weight) => weight >= x);
    const place = all[at * perFormer + Math.floor(d.next() * d.next() * perFormer * 0.999 + d.next() * 0.0001)] ?? all[at * perFormer];
    const kind = d.one(shares);
    let brand;
    if (d.chance(0.12)) brand = d.one(W.BRAND_FOREIGN);
    else if (d.chance(0.22)) brand = capital(d.one(rare)) + " " + capital(d.one(rare));
    else brand = d.one(W.BRAND_FIRST) + " " + d.one(W.BRAND_SECOND);
    const who = person();
    const producer = producerName(d.next(), { place, kind, brand, who });
    const size = 1 + Math.floor(-Math.log(1 - d.next()) * 1.6);
    for (let j = 0; j < size && id < count; j++) {
      const goods = d.chance(0.85) ? kind : otherKind(d, shares, kind);
      const variety = d.chance(0.8) ? d.early(goods.varieties, 0.5) : "";
      const r = d.next();
      const where = r < 0.3 ? place.old : r < 0.5 ? place.name : "";
      const label = d.chance(where ? 0.25 : 0.7) ? brand : "";
      const name = capital([goods.kind, variety, fold(variety).includes(fold(where || "#")) ? "" : where, label].filter(Boolean).join(" "));
      const star = stars();
      const year = 2019 + Math.min(6, Math.floor(7 * Math.pow(d.next(), 0.7)));
      const price = goods.group === 5 ? (3 + d.below(27)) * 100000 : Math.round(Math.exp(Math.log(25000) + d.next() * 3.4) / 5000) * 5000 || 15000;
      const unit = place.urban ? "phường" : "xã";
      const told = { kind: capital(goods.kind), producer, commune: place.name, unit, province: place.province, star, year, person: who };
      const story = storyOf(d, SENTENCES, told, noise);
      let slug = fold(name).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
      const uses = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, uses);
      if (uses > 1) slug += "-" + uses;
      const img = ((d.next() * 2 ** 32) >>> 0).toString(16).padStart(8, "0");
      yield {
        id: id++, slug, name, kind: goods.kind, producer, commune: place.name, unit, province: place.province, old: place.old,
        group: W.GROUPS[goods.group], sub: goods.sub, en: goods.en, star, year, price, img, story,
      };
    }
  }
}

function producerName(r, { place, kind, brand, who }) {
  if (r < 0.2) return `HTX nông nghiệp ${place.name}`;
  if (r < 0.32) return `HTX nông nghiệp và dịch vụ ${brand}`;
  if (r < 0.42) return `HTX ${kind.kind} ${place.name}`;
  if (r < 0.62) return `Công ty TNHH ${brand}`;
  if (r < 0.7) return `Công ty cổ phần ${brand}`;
  if (r < 0.86) return `Hộ kinh doanh ${who}`;
  if (r < 0.95) return `Cơ sở sản xuất ${who}`;
  return `Tổ hợp tác ${brand}`;
}

function otherKind(d, shares, kind) {
  let other;
  do other = d.one(shares);
  while (other.group !== kind.group && d.chance(0.8));
  return other;
}

// At least 150 words.
function storyOf(d, SENTENCES, told, noise) {
  let story = SENTENCES[0](told);
  let size = story.split(" ").length;
  const order = [...SENTENCES.keys()].slice(1);
  for (let i = order.length - 1; i > 0; i--) {
    const j = d.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  let next = 0;
  while (size < 150) {
    const sentence = d.chance(0.35) || next >= order.length ? noise() : SENTENCES[order[next++]](told);
    story += " " + sentence;
    size += sentence.split(" ").length;
  }
  return story;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [, , count, seed, path] = process.argv;
  const out = fs.openSync(path, "w");
  let lines = "";
  for (const product of products(+count, +seed)) {
    lines += JSON.stringify(product) + "\n";
    if (lines.length > 1 << 22) {
      fs.writeSync(out, lines);
      lines = "";
    }
  }
  fs.writeSync(out, lines);
  fs.closeSync(out);
}
