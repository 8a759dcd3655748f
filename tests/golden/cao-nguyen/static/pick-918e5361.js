import { outline, qr } from "./qr-5373337f.js";

const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
};

/** FNV-1a, 32 bits: the shelf of a name, as the build works it out. */
export function shelfOf(name, count) {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash % count;
}

/** A cell that no spreadsheet takes for a formula. */
export function cell(value) {
  const text = String(value ?? "").replace(/\s+/g, " ").trim();
  const safe = /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

/** Rows as CSV that Excel reads as UTF-8. */
export const csv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

/** A brochure's file; every value is quoted, so none of them can mean anything else. */
export const brochure = (title, kind, keys) =>
  `title: ${JSON.stringify(title)}\nkind: ${kind}\nproducts:\n${keys.map((key) => `  - ${JSON.stringify(key)}\n`).join("")}`;

export function start(place, page) {
  const { root, fill, picks, say } = page;
  const words = place.dataset;
  const find = (name) => place.querySelector(`[data-part="${name}"]`);
  const count = Number(words.shelves);
  const shelves = new Map();
  const known = new Map();
  let shown = [];
  let shared = false;

  const waiting = new Map();
  window.dacsanShelf = (all, index, facts) => all === count && waiting.get(index)?.(facts);
  const shelf = (index) => {
    if (shelves.has(index)) return shelves.get(index);
    const promise = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(index, resolve);
      script.src = new URL(`${words.folder}${count}-${index}.js`, root).href;
      script.onerror = () => reject(new Error(script.src));
      script.onload = () => reject(new Error(script.src));
      document.head.append(script);
    });
    shelves.set(index, promise);
    promise.catch(() => shelves.delete(index));
    return promise;
  };

  const lookUp = async (key, hops = 2) => {
    if (known.has(key)) return known.get(key);
    try {
      const facts = await shelf(shelfOf(key, count));
      const found = Object.hasOwn(facts, key) ? facts[key] : null;
      const product = typeof found === "string" ? (hops ? await lookUp(found, hops - 1) : null) : found && { key, ...found };
      if (product !== undefined) known.set(key, product);
      return product;
    } catch {
      return undefined;
    }
  };

  const address = (product) => {
    const base = words.base || (root.protocol === "file:" ? "" : root.href);
    const short = document.documentElement.lang === "vi" && product.short;
    return base && new URL(short || product.href, base).href;
  };

  const rating = ([stars, label, state, text, until, expiring]) => {
    const line = make("p", "rating");
    line.dataset.state = state;
    if (until) line.dataset.until = until;
    if (expiring) line.dataset.expiring = expiring;
    if (label) {
      const all = make("span", state === "lapsed" || state === "withdrawn" ? "stars grey" : "stars");
      const row = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      row.setAttribute("class", "star-row");
      row.setAttribute("viewBox", "0 0 110 22");
      row.setAttribute("aria-hidden", "true");
      for (let at = 0; at < 5; at += 1) {
        const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
        use.setAttribute("href", "#i-star");
        use.setAttribute("x", at * 22);
        use.setAttribute("width", 22);
        use.setAttribute("height", 22);
        if (at >= stars) use.setAttribute("class", "empty");
        row.append(use);
      }
      all.append(row, " ", make("span", "stars-words", label));
      line.append(all, " ");
    }
    const badge = make("span", "badge", text);
    badge.dataset.state = state;
    line.append(badge);
    return line;
  };

  const price = ({ packs }) => {
    const priced = packs.filter((pack) => pack[3] !== null);
    const least = priced.sort((a, b) => a[3] - b[3])[0];
    return least ? [least[2], least[1] || least[0]].filter(Boolean).join(" / ") : "";
  };

  const code = (text, label) => {
    const rows = text && qr(text);
    if (!rows) return "";
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("class", "qr");
    svg.setAttribute("viewBox", `-4 -4 ${rows.length + 8} ${rows.length + 8}`);
    svg.setAttribute("shape-rendering", "crispEdges");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    path.setAttribute("d", outline(rows));
    svg.append(path);
    return svg;
  };

  const tool = (what, label, name, off) => {
    const button = make("button", "pick-tool");
    button.type = "button";
    button.dataset.do = what;
    button.disabled = off;
    button.setAttribute("aria-label", fill(label, { name }));
    button.append(page.icon(what));
    return button;
  };

  const named = (element, { name, lang }) => {
    element.textContent = name;
    if (lang !== document.documentElement.lang) element.lang = lang;
    return element;
  };

  const places = ({ place: [now, before] }) =>
    [make("p", "", now), before ? make("p", "former", before) : ""].filter(Boolean);

  const item = (product, at, all) => {
    const li = make("li", "pick-item");
    li.dataset.key = product.key;
    li.dataset.group = product.group[0];
    const image = make("img");
    const [src, width, height] = product.cover;
    Object.assign(image, { src: new URL(src, root).href, width, height, alt: "", loading: "lazy", decoding: "async" });
    const text = make("div", "pick-text");
    const heading = make("h3", "card-name");
    const link = named(make("a"), product);
    link.href = new URL(product.href, root).href;
    heading.append(link);
    text.append(make("p", "kicker", product.group[1]), heading, rating(product.stars));
    if (product.maker) text.append(make("p", "", product.maker));
    text.append(...places(product));
    const least = price(product);
    if (least) text.append(make("p", "card-price", least));
    const [contact] = product.contacts;
    if (contact) text.append(make("p", "pick-contact", `${contact[0]}: ${contact[1]}`));
    if (product.adult) text.append(make("p", "card-notice", words.adult));
    if (product.notice) text.append(make("p", "card-notice", product.notice));
    li.append(image, text, code(address(product), fill(words.code, { name: product.name })));
    if (!shared) {
      const tools = make("div", "pick-tools");
      tools.append(
        tool("up", words.up, product.name, at === 0),
        tool("down", words.down, product.name, at === all.length - 1),
        tool("remove", words.remove, product.name, false),
      );
      li.append(tools);
    }
    return li;
  };

  const table = (products) => {
    const labels = words.rows.split("|");
    const rows = [
      [labels[0], (it) => rating(it.stars)],
      [labels[1], (it) => it.maker],
      [labels[2], (it) => places(it)],
      [labels[3], (it) => it.packs.map((pack) => [[pack[0], pack[1]].filter(Boolean).join(", "), pack[2]].filter(Boolean).join(": "))],
      [labels[4], (it) => it.certificates],
    ];
    for (const label of new Set(products.flatMap((it) => it.facts.map((fact) => fact[0])))) {
      rows.push([label, (it) => it.facts.filter((fact) => fact[0] === label).map((fact) => fact[1])]);
    }
    rows.push([labels[5], (it) => it.contacts.map((contact) => `${contact[0]}: ${contact[1]}`)]);
    const whole = make("table");
    const head = make("tr");
    head.append(make("td"));
    for (const product of products) {
      const cell = make("th");
      const link = named(make("a"), product);
      cell.scope = "col";
      link.href = new URL(product.href, root).href;
      cell.append(link);
      head.append(cell);
    }
    const top = make("thead");
    top.append(head);
    const main = make("tbody");
    for (const [label, value] of rows) {
      const values = products.map(value);
      if (values.every((one) => !one || one.length === 0)) continue;
      const row = make("tr");
      const name = make("th", "", label);
      name.scope = "row";
      row.append(name);
      for (const one of values) {
        const cell = make("td");
        for (const line of [one].flat().filter(Boolean)) cell.append(line instanceof Element ? line : make("p", "", line));
        if (!cell.hasChildNodes()) cell.append(make("span", "aside", "–"));
        row.append(cell);
      }
      main.append(row);
    }
    whole.append(top, main);
    return whole;
  };

  const draw = async () => {
    const wanted = shared ? picks.clean(new URLSearchParams(location.search).get("p")) : picks.list;
    const turn = (draw.turn = (draw.turn ?? 0) + 1);
    const found = await Promise.all(wanted.map((key) => lookUp(key)));
    if (turn !== draw.turn) return;
    const broken = found.filter((product) => product === undefined).length;
    const gone = wanted.filter((key, at) => found[at] === null);
    shown = found.filter(Boolean);
    if (broken && (await page.again())) return;
    const n = shown.length;
    find("count").textContent = n ? fill(n === 1 ? words.one : words.some, { n }) : "";
    find("broken").hidden = !broken;
    find("broken").firstElementChild.textContent = fill(words.broken, { n: broken });
    find("gone").hidden = !gone.length;
    find("gone").firstElementChild.textContent = fill(words.gone, { names: gone.join(", ") });
    find("none").hidden = wanted.length > 0;
    find("all").hidden = !n;
    find("shared").hidden = !shared;
    for (const button of find("shared").querySelectorAll("[data-do=take], [data-do=own]")) button.hidden = !picks.list.length;
    find("lost").hidden = picks.kept;
    find("list").replaceChildren(...shown.map(item));
    find("compare").hidden = n < 2;
    if (n > 1) find("table").replaceChildren(table(shown));
    const all = link(wanted);
    find("sheet").replaceChildren(make("p", "", `${document.title} · ${fill(words.some, { n })}`), code(all.startsWith("http") ? all : "", words.whole));
    page.turn(place);
    place.removeAttribute("aria-busy");
  };

  const link = (list) => new URL(picks.address(list), words.base ? new URL(words.folder, words.base) : location.href.split(/[?#]/)[0]).href;

  const settle = () => {
    const asked = new URLSearchParams(location.search).get("p");
    const theirs = picks.clean(asked);
    if (theirs.length && !picks.kept && !picks.list.length) picks.write(theirs);
    shared = asked !== null && theirs.length > 0 && theirs.join() !== picks.list.join();
    if (!shared) {
      const search = picks.list.length ? picks.address(picks.list) : "";
      if (location.search !== search) history.replaceState(history.state, "", location.pathname + search);
    }
    return draw();
  };
  document.addEventListener("picks", () => {
    if (!shared) history.replaceState(history.state, "", location.pathname + (picks.list.length ? picks.address(picks.list) : ""));
    settle();
  });

  const save = (name, type, text) => {
    const file = make("a");
    file.href = URL.createObjectURL(new Blob([text], { type }));
    file.download = name;
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
    say(fill(words.saved, { name }));
  };

  const everything = () => {
    const rows = shown.map((it) => [
      it.key,
      it.name,
      it.group[1],
      it.stars[0] || "",
      it.stars[3],
      it.maker,
      it.place[0],
      it.place[1],
      it.packs.map((pack) => [pack[0], pack[1]].filter(Boolean).join(", ")).join("; "),
      it.packs.map((pack) => pack[3] ?? "").join("; "),
      it.certificates.join("; "),
      it.contacts.map((contact) => `${contact[0]}: ${contact[1]}`).join("; "),
      address(it) || it.href,
    ]);
    return csv([words.columns.split("|"), ...rows]);
  };

  const actions = {
    async share() {
      const url = link(shown.map((it) => it.key));
      try {
        await navigator.clipboard.writeText(url);
        say(words.copied);
      } catch {
        const field = find("address");
        field.hidden = false;
        field.querySelector("input").value = url;
        field.querySelector("input").select();
      }
    },
    print: () => window.print(),
    csv: () => save(words.file + ".csv", "text/csv;charset=utf-8", everything()),
    brochure() {
      const title = find("title").value.trim() || words.untitled;
      save(words.file + ".yaml", "application/yaml", brochure(title, find("kind").value, shown.map((it) => it.key)));
    },
    clear() {
      const before = picks.list;
      picks.write([]);
      say(words.cleared);
      find("undo").hidden = false;
      find("undo").onclick = () => {
        find("undo").hidden = true;
        picks.write(before);
      };
    },
    take() {
      picks.write(shown.map((it) => it.key));
      settle();
    },
    add() {
      picks.write([...new Set([...picks.list, ...shown.map((it) => it.key)])].slice(0, picks.most));
      history.replaceState(history.state, "", location.pathname + picks.address(picks.list));
      settle();
    },
    own() {
      history.replaceState(history.state, "", location.pathname);
      settle();
    },
    retry() {
      history.replaceState(null, "");
      location.reload();
    },
    drop() {
      picks.write(shown.map((it) => it.key));
    },
  };

  const move = async (li, what) => {
    const list = [...picks.list];
    const key = shown.find((it) => it.key === li.dataset.key)?.key;
    const at = list.findIndex((one) => known.get(one)?.key === key);
    if (at < 0) return;
    const [one] = list.splice(at, 1);
    if (what !== "remove") list.splice(at + (what === "up" ? -1 : 1), 0, one);
    picks.list = list;
    picks.write(list);
    await draw();
    const items = [...find("list").children];
    const to = what === "remove" ? items[Math.min(at, items.length - 1)] : items.find((it) => it.dataset.key === key);
    const button = to?.querySelector(`[data-do="${what}"]:not(:disabled)`) ?? to?.querySelector("button:not(:disabled)");
    (button ?? find("none").querySelector("a"))?.focus();
  };

  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    const li = button.closest("li[data-key]");
    if (li) move(li, button.dataset.do);
    else actions[button.dataset.do]?.();
  });
  return settle();
}
