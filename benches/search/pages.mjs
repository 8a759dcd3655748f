// The same facts and stories as pages, for a search that reads HTML: `node benches/search/pages.mjs FILE.jsonl OUT`.
import fs from "node:fs";
import path from "node:path";
import { lines } from "../../tests/search/support/judge.mjs";

const [, , file, out] = process.argv;
const escape = (text) => String(text).replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);
for (const p of lines(file)) {
  const folder = path.join(out, "san-pham", p.slug);
  fs.mkdirSync(folder, { recursive: true });
  const place = `${p.unit} ${p.commune}`;
  fs.writeFileSync(
    path.join(folder, "index.html"),
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escape(p.name)}</title></head><body><main data-pagefind-body>
<h1 data-pagefind-weight="7" data-pagefind-meta="title">${escape(p.name)}</h1>
<p data-pagefind-weight="3" data-pagefind-meta="producer">${escape(p.producer)}</p>
<p data-pagefind-weight="3"><span data-pagefind-meta="commune">${escape(place)}</span>, <span data-pagefind-filter="province">${escape(p.province)}</span>,
<span data-pagefind-filter="former">${escape(p.old)}</span></p>
<p><span data-pagefind-filter="group">${escape(p.group)}</span> <span data-pagefind-filter="sub">${escape(p.sub)}</span> <span>${escape(p.en)}</span>
<span data-pagefind-filter="star">${p.star}</span> <span data-pagefind-meta="price">${p.price}</span></p>
<p>${escape(p.story)}</p></main></body></html>\n`,
  );
}
