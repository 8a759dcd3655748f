import { highlight, open } from "./search-9cb7affb.js";
import { words as said } from "./words-9835ca26.js";

const SIZE = 24;
const LONGEST = 200;
const FACETS = ["group", "subgroup", "province", "stars", "validity", "former", "kind", "certificate", "year", "price"];
const EXTRA = ["former", "kind", "certificate", "year", "price"];
const SORTS = ["relevance", "stars", "name", "newest", "price", "-price"];

const isOld = ({ code }) => code === "gone" || code === "version";

const lang = document.documentElement.lang === "en" ? "en" : "vi";
const numbers = new Intl.NumberFormat(lang === "en" ? "en" : "vi");
export const word = (key, values = {}) =>
  (said[lang][key] ?? said.vi[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

export const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (key === "on") for (const [type, run] of Object.entries(value)) element.addEventListener(type, run);
    else if (key in element && typeof value !== "string") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== ""));
  return element;
};

const svg = (name, attributes, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/** What of a text fits the query, as marked words; text stays text. */
export const marked = (text, query) =>
  highlight(text, query).map(({ text: part, hit }) => (hit ? make("mark", {}, part) : part));

export const starRow = (stars) =>
  svg("svg", { class: "star-row", viewBox: "0 0 110 22", "aria-hidden": "true" },
    ...[0, 1, 2, 3, 4].map((at) =>
      svg("use", { href: "#i-star", x: at * 22, width: 22, height: 22, ...(at < stars ? {} : { class: "empty" }) })));

const rating = (hit, page) => {
  const grey = hit.state === "lapsed" || hit.state === "withdrawn";
  const dated = hit.until && (hit.state === "valid" || hit.state === "expiring");
  const until = hit.until ? page.readable(hit.until) : "";
  const text = word(`find.badge.${hit.state}${until && hit.state !== "unsure" ? "" : ".undated"}`, { until });
  return make("p", { class: "rating", "data-state": hit.state, "data-until": dated ? hit.until : undefined },
    hit.stars ? make("span", { class: grey ? "stars grey" : "stars" }, starRow(hit.stars), " ",
      make("span", { class: "stars-words" }, word("find.stars", { n: hit.stars }))) : "",
    " ", make("span", { class: "badge", "data-state": hit.state }, text));
};

/** A card that looks as those of the lists. */
export function card(hit, query, page) {
  const link = make("a", { href: new URL(hit.href, page.root).href }, ...marked(hit.name, query));
  const place = [hit.commune, hit.province].filter(Boolean).join(", ");
  const price = hit.price === null ? "" : make("p", { class: "card-price" },
    hit.priceFrom ? make("span", { class: "card-from" }, word("find.from") + " ") : "",
    make("strong", {}, `${numbers.format(hit.price)} đ`), hit.pack ? ` / ${hit.pack}` : "");
  return make("article", { class: "card", "data-group": hit.group, "data-pick": hit.code || hit.slug },
    make("div", { class: "card-cover" },
      make("img", { src: new URL(hit.cover, page.root).href, width: "640", height: "480", alt: "", loading: "lazy", decoding: "async" })),
    make("div", { class: "card-text" },
      make("p", { class: "kicker" }, said.vi[`group.${hit.group}`] ? word(`group.${hit.group}`) : hit.groupLabel),
      make("h3", { class: "card-name", lang: hit.nameLang === lang ? undefined : hit.nameLang }, link),
      rating(hit, page),
      make("p", { class: "card-who" }, ...marked(hit.producer, query)),
      make("p", { class: "card-place" }, ...marked(place, query),
        hit.former && hit.former !== hit.province ? make("span", { class: "former" }, " ", word("find.formerly", { place: hit.former })) : ""),
      price,
      hit.adult ? make("p", { class: "card-notice" }, make("strong", {}, word("find.adult")), " ", word("find.adult_text")) : ""));
}

/** State of the page as its address tells it, and back. Nothing but what it knows is taken from an address. */
export function parse(search) {
  const given = new URLSearchParams(search);
  const facets = {};
  for (const name of FACETS) {
    const values = [...new Set(given.getAll(name))].filter((value) => value.length < 100).slice(0, 50);
    if (values.length) facets[name] = values;
  }
  return {
    q: (given.get("q") ?? "").slice(0, LONGEST),
    facets,
    sort: SORTS.includes(given.get("sort")) ? given.get("sort") : "relevance",
    page: Math.max(1, Math.min(1e5, Math.floor(Number(given.get("page")) || 1))),
    explain: given.get("explain") === "1",
  };
}

export function search({ q, facets, sort, page, explain }) {
  const made = new URLSearchParams();
  if (q.trim()) made.set("q", q.trim());
  for (const name of FACETS) for (const value of facets[name] ?? []) made.append(name, value);
  if (sort !== "relevance") made.set("sort", sort);
  if (page > 1) made.set("page", page);
  if (explain) made.set("explain", "1");
  const text = made.toString();
  return text ? `?${text}` : "";
}

/**
 * Starts on a page: `folder` is that of the index, `fixed` the choices of a list, as an address.
 * `main` and `side` are the columns to fill, `field` the box for words, `typed` whether what is in it counts already, and
 * `leave` is called when the visitor goes back to where nothing is asked.
 */
export function begin(page, { folder, fixed = "", main, side, field, typed, leave }) {
  const own = parse(`?${fixed}`).facets;
  const base = new URL(folder, page.root).href;
  let state = parse(location.search);
  let index;
  let result;
  let turn = 0;
  let kept = false;
  const opened = new Set();

  const count = make("h2", { class: "find-count", tabIndex: -1 }, word("find.working"));
  const told = make("p", { class: "hidden", role: "status" });
  const notes = make("div", { class: "find-notes" });
  const chips = make("ul", { class: "chips", "aria-label": word("find.chosen") });
  const list = make("ul", { class: "cards" });
  const pager = make("nav", { class: "pager", "aria-label": word("find.pages") });
  const sort = make("select", { id: "find-sort" });
  for (const name of SORTS) sort.append(make("option", { value: name }, word(`find.sort.${name}`)));
  const filter = make("button", { class: "button find-filter", type: "button", "aria-expanded": "false", "aria-controls": "find-side" });
  const panel = make("div", { class: "find-side", id: "find-side" });
  const bar = make("div", { class: "find-bar" }, count,
    make("p", { class: "find-sort" }, make("label", { for: "find-sort" }, word("find.sort")), " ", sort), filter);
  main.replaceChildren(bar, chips, notes, ...main.querySelectorAll(".cards.ghosts"), list, pager, told);
  side.replaceChildren(panel);

  let later;
  const announce = (text) => {
    clearTimeout(later);
    later = setTimeout(() => (told.textContent = text), 600);
  };
  const note = (text, ...buttons) => make("div", { class: "find-note" }, make("p", {}, text), ...buttons);
  const press = (text, run) => make("button", { class: "button", type: "button", on: { click: run } }, text);
  const label = (name, value) => {
    const facet = index?.facets.find((it) => it.name === name);
    if (name === "group" && said.vi[`group.${value}`]) return word(`group.${value}`);
    if (name === "stars") return value === "0" ? word("find.no_stars") : word("find.stars", { n: value });
    return facet?.values.find((it) => it.value === value)?.label || word("find.unknown");
  };

  const go = (change, { typing = false, focus } = {}) => {
    state = { ...state, page: 1, ...change };
    const address = location.pathname + search(state);
    if (typing) history.replaceState(null, "", address);
    else if (address !== location.pathname + location.search) history.pushState(null, "", address);
    return show({ typing, focus });
  };
  const toggle = (name, value, on) => {
    const values = (state.facets[name] ?? []).filter((other) => other !== value);
    if (on) values.push(value);
    const facets = { ...state.facets, [name]: values };
    if (!values.length) delete facets[name];
    return facets;
  };

  const boxes = new Map();
  const build = () => {
    const shown = FACETS.map((name) => index.facets.find((it) => it.name === name)).filter((it) => it && !own[it.name]);
    panel.replaceChildren(make("h2", { class: "facets-title" }, word("find.narrow")));
    for (const { name, values } of shown) {
      const items = make("ul", { class: "choices" });
      for (const { value, parent } of values) {
        const input = make("input", { type: "checkbox", on: { change: () => go({ facets: toggle(name, value, input.checked) }) } });
        const n = make("span", { class: "n" });
        const text = label(name, value);
        const item = make("li", { class: parent && value.includes("/") ? "choice below" : "choice" },
          make("label", {}, input, make("span", {}, text), n));
        items.append(item);
        boxes.set(`${name} ${value}`, { input, n, item });
      }
      const folded = make("details", { class: "choice-set", open: !EXTRA.includes(name) },
        make("summary", {}, word(`find.facet.${name}`)), items);
      folded.addEventListener("toggle", () => {
        if (!folded.open || !EXTRA.includes(name) || opened.has(name)) return;
        opened.add(name);
        show({ still: true });
      });
      folded.dataset.facet = name;
      panel.append(folded);
    }
  };
  const recount = () => {
    for (const [key, { input, n, item }] of boxes) {
      const at = key.indexOf(" ");
      const [name, value] = [key.slice(0, at), key.slice(at + 1)];
      const total = result.counts[name]?.[value];
      input.checked = state.facets[name]?.includes(value) ?? false;
      n.textContent = total === undefined ? "" : numbers.format(total);
      item.classList.toggle("none", total === 0);
      input.disabled = total === 0 && !input.checked;
    }
    for (const set of panel.querySelectorAll("details")) if (state.facets[set.dataset.facet]) set.open = true;
  };

  const drawChips = () => {
    const all = FACETS.flatMap((name) => (state.facets[name] ?? []).map((value) => [name, value]));
    const chip = ([name, value], at) => {
      const text = label(name, value);
      return make("li", {}, make("button", {
        class: "chip", type: "button", "aria-label": word("find.drop", { what: text }),
        on: {
          click: async () => {
            await go({ facets: toggle(name, value, false) });
            (chips.querySelectorAll("button")[at] ?? chips.querySelector("button") ?? count).focus();
          },
        },
      }, text, page.icon("remove")));
    };
    chips.replaceChildren(...all.map(chip));
    if (all.length > 1) {
      chips.append(make("li", {}, make("button", {
        class: "chip all", type: "button",
        on: { click: async () => { await go({ facets: {} }); count.focus(); } },
      }, word("find.drop_all"))));
    }
    filter.textContent = all.length ? word("find.filter_n", { n: all.length }) : word("find.filter");
  };

  const drawNotes = () => {
    notes.replaceChildren();
    const { corrected, dropped, how, warnings, total, relax, missing } = result;
    const asked = state.q.trim();
    if (total && asked && corrected && corrected !== asked) notes.append(note(word("find.read_as", { q: corrected })));
    if (total && dropped?.length) notes.append(note(word("find.dropped", { words: dropped.join(" ") })));
    else if (total && how === "part") notes.append(note(word("find.part")));
    if (warnings?.length) {
      const again = () => show({ still: true });
      notes.append(note(missing ? word("find.missing", { n: missing }) : word("find.warning"), press(word("find.retry"), again)));
    }
    if (total) return;
    const offers = [];
    if (corrected && corrected !== asked) offers.push(press(word("find.try", { q: corrected }), () => go({ q: (field.value = corrected) })));
    for (const { without, total: n } of relax ?? []) {
      if (own[without]) continue;
      const { [without]: gone, ...facets } = state.facets;
      offers.push(press(word("find.relax", { what: word(`find.facet.${without}`), n: numbers.format(n) }), () => go({ facets })));
    }
    if (asked && Object.keys(state.facets).length) offers.push(press(word("find.drop_all"), () => go({ facets: {} })));
    if (asked) offers.push(press(word("find.no_words"), () => go({ q: (field.value = "") })));
    notes.append(note(asked ? word("find.none", { q: asked }) : word("find.none_chosen"), make("p", { class: "find-offers" }, ...offers)));
    if (asked) notes.append(make("p", { class: "find-hint" }, word("find.none_hint")));
  };

  const drawPager = () => {
    const pages = Math.ceil(result.total / SIZE);
    pager.hidden = pages < 2;
    const step = (n, text, attributes = {}) =>
      make("a", {
        href: location.pathname + search({ ...state, page: n }), ...attributes,
        on: { click: (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
          event.preventDefault();
          go({ page: n }, { focus: true });
        } },
      }, text);
    const near = (n) => n === 1 || n === pages || Math.abs(n - state.page) <= 1;
    const items = [];
    for (let n = 1; n <= pages; n += 1) {
      if (near(n)) items.push(make("li", {}, step(n, numbers.format(n), n === state.page ? { "aria-current": "page" } : {})));
      else if (near(n - 1)) items.push(make("li", { class: "gap" }, "…"));
    }
    pager.replaceChildren(
      state.page > 1 ? step(state.page - 1, word("find.prev"), { class: "pager-step", rel: "prev" }) : "",
      make("ul", {}, ...items),
      state.page < pages ? step(state.page + 1, word("find.next"), { class: "pager-step", rel: "next" }) : "",
    );
  };

  const why = (hit) => make("pre", { class: "why" }, `${hit.score?.toFixed?.(3) ?? ""}\n${[].concat(hit.why ?? []).map((it) => (typeof it === "string" ? it : JSON.stringify(it))).join("\n")}`);

  const draw = () => {
    const asked = state.q.trim();
    const key = `find.${asked ? "found" : "all"}${result.total === 1 ? "_one" : ""}`;
    count.textContent = result.total ? word(key, { n: numbers.format(result.total), q: asked }) : word("find.nothing");
    announce(count.textContent);
    sort.value = state.sort;
    drawChips();
    drawNotes();
    list.replaceChildren(...result.hits.map((hit) => make("li", {}, card(hit, asked, page), state.explain ? why(hit) : "")));
    drawPager();
    recount();
    page.turn(list);
    page.paint(list);
  };

  const fail = async (error) => {
    if (isOld(error) && (await page.again())) return;
    const key = ["network", "gone", "version", "corrupt", "unsupported"].includes(error.code) ? error.code : "network";
    count.textContent = word("find.trouble");
    notes.replaceChildren(note(word(`find.error.${key}`), key === "unsupported" ? "" : press(word("find.retry"), () => show({}))));
    announce(word(`find.error.${key}`));
  };

  const ready = async () => {
    index ??= await open(base, { lang });
    if (!boxes.size) build();
    return index;
  };

  async function show({ typing = false, focus = false, still = false } = {}) {
    const mine = (turn += 1);
    const asked = state;
    try {
      const { total } = await ready();
      const core = FACETS.filter((name) => !EXTRA.includes(name) || opened.has(name) || asked.facets[name]);
      const options = {
        facets: { ...asked.facets, ...own },
        count: core, sort: asked.sort, limit: SIZE, offset: (asked.page - 1) * SIZE, typing, explain: asked.explain,
      };
      if (!asked.q.trim() && asked.sort === "relevance") options.sort = "stars";
      let found = await index.search(asked.q, options);
      const last = Math.max(1, Math.ceil(found.total / SIZE));
      if (asked.page > last) {
        if (mine === turn) state.page = last;
        found = await index.search(asked.q, { ...options, offset: (last - 1) * SIZE });
      }
      if (mine !== turn) return;
      if (found.warnings?.some(isOld) && (await page.again())) return;
      result = found;
      main.dataset.total = total;
      draw();
      if (!kept) page.keep();
      kept = true;
    } catch (error) {
      if (mine !== turn) return;
      await fail(error);
    }
    main.removeAttribute("aria-busy");
    main.querySelector(".ghosts")?.remove();
    if (focus) {
      count.focus({ preventScroll: true });
      main.scrollIntoView();
    } else if (!still && history.state?.y !== undefined && restore) {
      scrollTo({ top: history.state.y, behavior: "instant" });
      restore = false;
    }
  }

  let restore = true;
  history.scrollRestoration = "manual";
  const remember = () => history.replaceState({ ...history.state, y: Math.round(scrollY) }, "");
  let resting;
  addEventListener("scroll", () => {
    clearTimeout(resting);
    resting = setTimeout(remember, 150);
  }, { passive: true });
  addEventListener("pagehide", remember);
  addEventListener("popstate", () => {
    state = parse(location.search);
    field.value = state.q;
    restore = true;
    if (leave && !location.search) leave();
    else show({});
  });

  sort.addEventListener("change", () => go({ sort: sort.value }));
  filter.addEventListener("click", () => {
    const on = filter.getAttribute("aria-expanded") !== "true";
    filter.setAttribute("aria-expanded", on);
    side.classList.toggle("open", on);
    if (on) side.scrollIntoView({ block: "nearest" });
  });
  let wait;
  field.maxLength = LONGEST;
  field.addEventListener("input", (event) => {
    clearTimeout(wait);
    if (event.isComposing) return;
    wait = setTimeout(() => go({ q: field.value.slice(0, LONGEST) }, { typing: true }), 120);
  });
  field.addEventListener("compositionend", () => go({ q: field.value.slice(0, LONGEST) }, { typing: true }));
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    go({ q: field.value.slice(0, LONGEST) });
  });
  main.setAttribute("aria-busy", "true");
  drawChips();
  if (typed && !location.search) return go({ q: field.value }, { typing: true });
  field.value = state.q;
  return show({});
}

/** The search page. */
export const start = (place, page) =>
  begin(page, {
    folder: place.dataset.folder,
    main: place.querySelector(".list-main"),
    side: place.querySelector(".list-side"),
    field: document.getElementById("q"),
  });

/** A list: its cards give way while something is asked, and come back afterwards. */
export function startList(place, page, field) {
  const [main, side] = [place.querySelector(".list-main"), place.querySelector(".facets") ?? place.appendChild(make("div", { class: "facets" }))];
  const before = [[...main.childNodes], [...side.childNodes]];
  return begin(page, {
    folder: place.dataset.folder, fixed: place.dataset.fixed, main, side, field, typed: field.value !== "",
    leave: () => {
      main.replaceChildren(...before[0]);
      side.replaceChildren(...before[1]);
    },
  });
}
