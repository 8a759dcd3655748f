// The theme's QR encoder: what another program's decoder reads is what was written, in every version.

import assert from "node:assert/strict";
import { test } from "node:test";
import jsqr from "jsqr";
import { outline, qr } from "../../themes/ocop/static/qr.js";

const SCALE = 3;
const QUIET = 4;

/** What a decoder reads from the modules, drawn as a picture. */
function decoded(rows) {
  const size = (rows.length + 2 * QUIET) * SCALE;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let at = 0; at < SCALE * SCALE; at += 1) {
        const px = (x + QUIET) * SCALE + (at % SCALE);
        const py = (y + QUIET) * SCALE + Math.floor(at / SCALE);
        pixels.fill(0, (py * size + px) * 4, (py * size + px) * 4 + 3);
      }
    }),
  );
  return jsqr(pixels, size, size)?.data;
}

test("every version is read by another program", () => {
  const seen = new Set();
  for (let length = 1; length < 2332; length += length < 400 ? 12 : 37) {
    const text = `https://vi-du.vn/p/${length}/`.padEnd(length, "abcdefghij0123456789").slice(0, length);
    const rows = qr(text);
    seen.add((rows.length - 17) / 4);
    assert.equal(decoded(rows), text, `${length} characters`);
  }
  assert.deepEqual([...seen].sort((a, b) => a - b), Array.from({ length: 40 }, (_, at) => at + 1));
});

test("Vietnamese text is read as it was written, and too much text is refused", () => {
  assert.equal(decoded(qr("Mật ong bạc hà Mèo Vạc")), "Mật ong bạc hà Mèo Vạc");
  assert.equal(qr("a".repeat(2331))?.length, 177);
  assert.equal(qr("a".repeat(2332)), undefined);
});

test("the outline draws each dark module once", () => {
  const rows = qr("https://vi-du.vn/");
  const dark = rows.reduce((sum, row) => sum + row.reduce((all, it) => all + it, 0), 0);
  const drawn = [...outline(rows).matchAll(/h(\d+)/g)].reduce((sum, [, run]) => sum + Number(run), 0);
  assert.equal(drawn, dark);
});
