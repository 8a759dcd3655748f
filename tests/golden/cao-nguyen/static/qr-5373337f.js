
const CHECKS = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37,
  38, 40, 43, 45, 47, 49,
];

const capacity = (version) => {
  let modules = (16 * version + 128) * version + 64;
  if (version > 1) {
    const lines = Math.floor(version / 7) + 2;
    modules -= (25 * lines - 10) * lines - 55;
  }
  if (version > 6) modules -= 36;
  return modules >> 3;
};

const times = (a, b) => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
};

const generator = (degree) => {
  const factors = new Uint8Array(degree);
  factors[degree - 1] = 1;
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let at = 0; at < degree; at += 1) {
      factors[at] = times(factors[at], root);
      if (at + 1 < degree) factors[at] ^= factors[at + 1];
    }
    root = times(root, 2);
  }
  return factors;
};

const remainder = (data, divisor) => {
  const rest = new Uint8Array(divisor.length);
  for (const byte of data) {
    const factor = byte ^ rest[0];
    rest.copyWithin(0, 1);
    rest[rest.length - 1] = 0;
    divisor.forEach((value, at) => (rest[at] ^= times(value, factor)));
  }
  return rest;
};

const words = (bytes, version, room) => {
  const out = new Uint8Array(room);
  let at = 0;
  const put = (value, bits) => {
    for (let bit = bits - 1; bit >= 0; bit -= 1, at += 1) out[at >> 3] |= ((value >>> bit) & 1) << (7 - (at & 7));
  };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  at = (Math.min(at + 4, room * 8) + 7) & ~7;
  for (let pad = 0xec; at < room * 8; pad ^= 0xec ^ 0x11) put(pad, 8);
  return out;
};

const interleave = (data, version) => {
  const checks = CHECKS[version - 1];
  const count = BLOCKS[version - 1];
  const total = capacity(version);
  const divisor = generator(checks);
  const short = Math.floor(total / count) - checks;
  const longFrom = count - (total % count);
  const blocks = [];
  for (let at = 0, block = 0; block < count; block += 1) {
    const length = short + (block >= longFrom ? 1 : 0);
    const part = data.subarray(at, (at += length));
    blocks.push({ part, check: remainder(part, divisor) });
  }
  const out = [];
  for (let at = 0; at <= short; at += 1) for (const { part } of blocks) if (at < part.length) out.push(part[at]);
  for (let at = 0; at < checks; at += 1) for (const { check } of blocks) out.push(check[at]);
  return out;
};

const alignments = (version, size) => {
  if (version === 1) return [];
  const lines = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + lines * 3 + 5) / (lines * 4 - 4)) * 2;
  const places = [6];
  for (let at = size - 7; places.length < lines; at -= step) places.splice(1, 0, at);
  return places;
};

const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

const square = (version) => {
  const size = version * 4 + 17;
  const dark = Array.from({ length: size }, () => new Uint8Array(size));
  const fixed = Array.from({ length: size }, () => new Uint8Array(size));
  const set = (x, y, value) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    dark[y][x] = value ? 1 : 0;
    fixed[y][x] = 1;
  };
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const ring = (cx, cy, reach, light) => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        set(cx + dx, cy + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    }
  };
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) ring(x, y, 4, [2, 4]);
  const places = alignments(version, size);
  const last = places.length - 1;
  places.forEach((x, i) =>
    places.forEach((y, j) => {
      const corner = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!corner) ring(x, y, 2, [1]);
    }),
  );
  return { size, dark, fixed, set };
};

const format = ({ size, set }, mask) => {
  let rest = mask;
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const bit = (at) => (bits >>> at) & 1;
  for (let at = 0; at < 6; at += 1) set(8, at, bit(at));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let at = 9; at < 15; at += 1) set(14 - at, 8, bit(at));
  for (let at = 0; at < 8; at += 1) set(size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at += 1) set(8, size - 15 + at, bit(at));
  set(8, size - 8, 1);
};

const edition = ({ size, set }, version) => {
  if (version < 7) return;
  let rest = version;
  for (let step = 0; step < 12; step += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at += 1) {
    const bit = (bits >>> at) & 1;
    const far = size - 11 + (at % 3);
    const near = Math.floor(at / 3);
    set(far, near, bit);
    set(near, far, bit);
  }
};

const lay = ({ size, dark, fixed }, bytes) => {
  let at = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const up = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y][x]) continue;
        if (at < bytes.length * 8) dark[y][x] = (bytes[at >> 3] >>> (7 - (at & 7))) & 1;
        at += 1;
      }
    }
  }
};

const turn = ({ size, dark, fixed }, mask) => {
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (!fixed[y][x] && MASKS[mask](x, y) === 0) dark[y][x] ^= 1;
  }
};

const penalty = ({ size, dark }) => {
  let sum = 0;
  let total = 0;
  const line = (at) => {
    let text = "";
    for (let i = 0; i < size; i += 1) text += at(i);
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
    const padded = `0000${text}0000`;
    for (const figure of ["00001011101", "10111010000"]) {
      for (let i = padded.indexOf(figure); i >= 0; i = padded.indexOf(figure, i + 1)) sum += 40;
    }
  };
  for (let y = 0; y < size; y += 1) {
    line((x) => dark[y][x]);
    line((x) => dark[x][y]);
    for (let x = 0; x < size; x += 1) {
      total += dark[y][x];
      if (x && y) {
        const four = dark[y][x] + dark[y - 1][x] + dark[y][x - 1] + dark[y - 1][x - 1];
        if (four === 0 || four === 4) sum += 3;
      }
    }
  }
  return sum + Math.floor(Math.abs((total * 20) / (size * size) - 10)) * 10;
};

/** Rows of modules (1 is dark) for a text; undefined where even the largest square is too small. */
export function qr(text) {
  const bytes = new TextEncoder().encode(text);
  const room = (version) => capacity(version) - CHECKS[version - 1] * BLOCKS[version - 1];
  let version = 1;
  while (version <= 40 && bytes.length + (version < 10 ? 2 : 3) > room(version)) version += 1;
  if (version > 40) return undefined;
  const code = interleave(words(bytes, version, room(version)), version);
  const made = MASKS.map((_, mask) => {
    const it = square(version);
    format(it, mask);
    edition(it, version);
    lay(it, code);
    turn(it, mask);
    return it;
  });
  const costs = made.map(penalty);
  return made[costs.indexOf(Math.min(...costs))].dark;
}

/** The outline of all dark modules as data of an SVG path, one unit a module, without a quiet zone. */
export function outline(rows) {
  const runs = rows.flatMap((row, y) => [...row.join("").matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1H${index}z`));
  return runs.join("");
}
