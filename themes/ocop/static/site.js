// What every page gains with a script: ratings that lapse on the right day, and the shortlist. Heavier parts are fetched
// when they are wanted. Every page works without it; all words come from data attributes of the page.
(() => {
const here = document.currentScript.src;
const body = document.body;
const root = new URL(body.dataset.root ?? "./", location.href);
const fill = (text, values) => (text ?? "").replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);

// A module by its own address; from a disk browsers load none, so there its twin is taken.
const load = (path) => {
  if (location.protocol !== "file:") return import(new URL(path, here).href);
  const name = path.slice(2);
  return new Promise((resolve, reject) => {
    const twin = document.createElement("script");
    twin.src = new URL(path.replace(/js$/, "classic.js"), here).href;
    twin.onload = () => resolve(dacsanParts[name]);
    twin.onerror = () => reject(new Error(twin.src));
    document.head.append(twin);
  });
};

// Today in Viet Nam (UTC+7), as 2026-11-24: dates compare as text.
const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
const english = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const readable = (iso) =>
  document.documentElement.lang === "en" ? english.format(new Date(iso)) : iso.split("-").reverse().join("/");

// A page built weeks ago must not show a lapsed certificate as valid.
const turn = (scope) => {
  for (const line of scope.querySelectorAll("[data-until]")) {
    const { until, expiring, state } = line.dataset;
    const badge = line.querySelector(".badge");
    if (!badge || (state !== "valid" && state !== "expiring")) continue;
    const turned = today > until ? "lapsed" : expiring && today >= expiring ? "expiring" : state;
    if (turned === state) continue;
    const short = line.closest(".card") ? body.dataset[turned + "Short"] : undefined;
    badge.textContent = fill(short ?? body.dataset[turned + "Text"], { until: readable(until) });
    badge.dataset.state = line.dataset.state = turned;
  }
};

// The shortlist: names of products in the order of choice, kept in this browser for the whole site.
const picks = { list: [], kept: true, most: 200 };
const place = `dacsan picks ${root.pathname}`;
picks.clean = (text) =>
  [...new Set((text ?? "").split(","))].filter((key) => /^[\w-]{1,100}$/.test(key)).slice(0, picks.most);
picks.read = () => {
  try {
    picks.list = picks.clean(localStorage.getItem(place));
    localStorage.setItem(`${place}?`, "");
    localStorage.removeItem(`${place}?`);
  } catch {
    picks.kept = false; // Storage is refused or full: the list lives as long as the page, and in its address.
  }
};
picks.write = (list) => {
  picks.list = list;
  try {
    if (list.length) localStorage.setItem(place, list.join(","));
    else localStorage.removeItem(place);
    picks.kept = true;
  } catch {
    picks.kept = false;
  }
  document.dispatchEvent(new Event("picks"));
};
picks.address = (list) => `?p=${list.join(",")}`;

const link = document.getElementById("pick-link");
const words = link?.dataset ?? {};
const plain = link?.href;
const said = document.createElement("p");
said.className = "said";
said.setAttribute("role", "status");
body.append(said);
let quiet;
const say = (text) => {
  said.textContent = text;
  clearTimeout(quiet);
  quiet = setTimeout(() => (said.textContent = ""), 6000);
};

const icon = (name) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
};

const toggle = (key, name) => {
  const there = picks.list.includes(key);
  if (!there && picks.list.length >= picks.most) return say(fill(words.full, { n: picks.most }));
  picks.write(there ? picks.list.filter((other) => other !== key) : [...picks.list, key]);
  say(fill(there ? words.removed : words.added, { name, n: picks.list.length }) + (picks.kept ? "" : ` ${words.lost}`));
};

// A button on every card and on the page of a product.
const paint = (scope) => {
  for (const holder of scope.querySelectorAll("[data-pick]")) {
    const key = holder.dataset.pick;
    let button = holder.querySelector(".pick");
    if (!button) {
      const name = holder.querySelector(".card-name")?.textContent ?? document.querySelector("h1").textContent;
      button = document.createElement("button");
      button.type = "button";
      button.className = "pick";
      button.append(icon("pick"), document.createElement("span"));
      button.addEventListener("click", () => toggle(key, name.trim()));
      if (holder.matches(".card")) button.lastChild.textContent = fill(words.card, { name: name.trim() });
      holder.append(button);
    }
    const there = picks.list.includes(key);
    if (holder.matches(".card")) button.setAttribute("aria-pressed", there);
    else button.lastChild.textContent = there ? words.drop : words.take;
    button.classList.toggle("picked", there);
  }
};

const count = () => {
  if (!link) return;
  const number = link.querySelector(".pick-n");
  number.textContent = picks.list.length || "";
  number.hidden = !picks.list.length;
  link.href = plain + (picks.kept ? "" : picks.address(picks.list));
};

document.addEventListener("picks", () => {
  count();
  paint(document);
});
const again = () => {
  picks.read();
  document.dispatchEvent(new Event("picks"));
};
addEventListener("storage", (event) => event.key === place && again());
addEventListener("pageshow", (event) => event.persisted && again());
turn(document);
again();

// The menu of small screens is a native popover: close it after a jump inside the page.
const menu = document.getElementById("menu");
menu?.addEventListener("click", (event) => {
  if (menu.hidePopover && event.target.closest("a") && menu.matches(":popover-open")) menu.hidePopover();
});

// What an older page asks for may be gone: the page of today is fetched instead, once, and only where it answers.
const reload = async () => {
  if (history.state?.again) return false;
  const answers = await fetch(location.href, { method: "HEAD", cache: "no-store" }).then((it) => it.ok, () => false);
  if (!answers) return false;
  history.replaceState({ ...history.state, again: true }, "");
  location.reload();
  return true;
};

const page = { root, fill, load, turn, paint, picks, say, icon, readable, again: reload };
const start = (id, path) => {
  const part = document.getElementById(id);
  if (!part) return;
  load(path).then((module) => module.start(part, page)).catch(() => (part.dataset.broken = ""));
};
start("picks", "./pick.js");

const searchPage = document.getElementById("search");
if (searchPage) search(searchPage);

function search(page) {
  const field = document.getElementById("q");
  const status = document.getElementById("search-status");
  const section = document.getElementById("search-results");
  const list = document.getElementById("results");
  const words = page.dataset;
  const SHOWN = 40;
  let names;

  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐð]/g, "d").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  // 0 = the name begins with the query, 1 = a word does, 2 = somewhere in name or place; -1 = no match.
  const rank = (row, query, parts) => {
    const folded = row[1];
    if (!parts.every((part) => folded.includes(part))) return -1;
    if (folded.startsWith(query)) return 0;
    return parts.every((part) => (" " + folded).includes(" " + part)) ? 1 : 2;
  };

  const item = ([name, , href, place, stars]) => {
    const li = document.createElement("li");
    const link = document.createElement("a");
    link.href = words.root + href;
    if (/[^\x20-\x7e]/.test(name)) link.lang = "vi"; // A name in plain letters may be English.
    link.textContent = name;
    const note = document.createElement("span");
    note.className = "aside";
    note.textContent = [stars ? fill(words.stars, { n: stars }) : "", place].filter(Boolean).join(" · ");
    li.append(link, " ", note);
    return li;
  };

  const show = () => {
    const typed = field.value.trim();
    const query = fold(typed);
    const parts = query.split(" ").filter(Boolean);
    section.hidden = true;
    if (!names) return;
    history.replaceState(null, "", typed ? "?q=" + encodeURIComponent(typed) : location.pathname);
    if (!query) {
      status.textContent = "";
      return;
    }
    const found = names
      .map((row, at) => [rank(row, query, parts), at, row])
      .filter(([value]) => value >= 0)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const text = found.length === 0 ? words.none : found.length === 1 ? words.one : words.some;
    const more = found.length > SHOWN ? " " + fill(words.more, { n: found.length - SHOWN }) : "";
    status.textContent = fill(text, { n: found.length, q: typed }) + more;
    list.replaceChildren(...found.slice(0, SHOWN).map(([, , row]) => item(row)));
    section.hidden = found.length === 0;
  };

  const load = async () => {
    try {
      const answer = await fetch(words.names);
      if (!answer.ok) throw new Error(answer.status);
      names = await answer.json();
      show();
    } catch {
      status.textContent = words.error;
    }
  };

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.form.addEventListener("submit", (event) => {
    if (!names) return;
    event.preventDefault();
    show();
  });
  let wait;
  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(show, 120);
  });
  load();
}
})();
