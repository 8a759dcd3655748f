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
const storage = `dacsan picks ${root.pathname}`;
picks.clean = (text) =>
  [...new Set((text ?? "").split(","))].filter((key) => /^[\w-]{1,100}$/.test(key)).slice(0, picks.most);
picks.read = () => {
  try {
    picks.list = picks.clean(localStorage.getItem(storage));
    localStorage.setItem(`${storage}?`, "");
    localStorage.removeItem(`${storage}?`);
  } catch {
    picks.kept = false; // Storage is refused or full: the list lives as long as the page, and in its address.
  }
};
picks.write = (list) => {
  picks.list = list;
  try {
    if (list.length) localStorage.setItem(storage, list.join(","));
    else localStorage.removeItem(storage);
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
      (holder.querySelector(".card-cover") ?? holder).append(button);
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
addEventListener("storage", (event) => event.key === storage && again());
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

// What a visitor needs without a signal. On this machine itself it would only be in the way of those who edit.
const own = /^(localhost|127\.|\[::1\])/.test(location.hostname);
const store = (() => {
  try {
    return localStorage.getItem("dacsan worker");
  } catch {
    return null;
  }
})();
const workers = isSecureContext && root.protocol !== "file:" ? navigator.serviceWorker : undefined;
const worker = workers && body.dataset.worker && (!own || store === "on");
if (worker) {
  addEventListener("load", () => workers.register(new URL(body.dataset.worker, root), { scope: root.pathname }).catch(() => {}));
} else if (workers) {
  workers.getRegistration(root.href).then((it) => it?.scope === root.href && it.unregister(), () => {});
}
const keep = () => {
  if (worker && !navigator.connection?.saveData) workers.ready.then((it) => it.active?.postMessage("keep"));
};

const page = { root, keep, fill, load, turn, paint, picks, say, icon, readable, again: reload };
const start = (id, path) => {
  const part = document.getElementById(id);
  if (!part) return;
  load(path).then((module) => module.start(part, page)).catch(async () => (await reload()) || (part.dataset.broken = ""));
};
start("picks", "./pick.js");
start("viewer", "./viewer.js");

start("search", "./find.js");

// A box for words: what it needs is fetched when it gets the focus, all at once.
const hint = (rel, href, as) => {
  if (location.protocol === "file:") return;
  const link = document.createElement("link");
  Object.assign(link, { rel, href });
  if (as) Object.assign(link, { as, crossOrigin: "anonymous" });
  document.head.append(link);
};
const folder = body.dataset.index;
const wanted = (field, run) => {
  const once = () => {
    field.removeEventListener("focus", once);
    for (const path of ["./search.js", "./words.js", "./find.js"]) hint("modulepreload", new URL(path, here).href);
    hint("preload", new URL(`${folder}core.bin`, root).href, "fetch");
    run();
  };
  if (document.activeElement === field) once();
  else field.addEventListener("focus", once);
};
for (const form of document.querySelectorAll(".search-form, .top-search")) {
  if (form.id === "list-find" || document.getElementById("search")?.contains(form) || body.matches(".page-search")) continue;
  wanted(form.elements.q, () => load("./suggest.js").then((module) => module.attach(form, page, folder)).catch(() => {}));
}

// On small screens the box opens below the masthead.
const box = document.getElementById("top-search");
document.querySelector(".tool-search")?.addEventListener("click", (event) => {
  if (!box || getComputedStyle(box).display !== "none") return;
  event.preventDefault();
  box.classList.add("open");
  box.elements.q.focus();
});

// A list is filtered in its place as soon as something is asked of it.
const place = document.getElementById("filter");
if (place) {
  const form = document.getElementById("list-find");
  const field = form.elements.q;
  let running;
  const filter = () =>
    (running ??= load("./find.js").then((module) => {
      const sheet = document.createElement("link");
      Object.assign(sheet, { rel: "stylesheet", href: place.dataset.tools });
      sheet.onload = sheet.onerror = () => module.startList(place, page, field);
      document.head.append(sheet);
    }).catch(() => (running = undefined)));
  let ready;
  wanted(field, () => (ready = load("./find.js")));
  const begin = (event) => {
    if (running) return;
    event.preventDefault();
    filter();
  };
  form.addEventListener("submit", begin);
  field.addEventListener("input", begin);
  if (location.search.length > 1) filter();
}

// A product's page as one sheet of paper: its code, then the browser's own printing. Without a script the link tells how.
const sheet = document.getElementById("to-in");
sheet?.firstElementChild.addEventListener("click", async () => {
  const text = sheet.dataset.url;
  if (text && !sheet.querySelector("svg")) {
    const { outline, qr } = await load("./qr.js");
    const rows = qr(text);
    const size = rows.length + 8;
    sheet.insertAdjacentHTML("beforeend", `<svg class="qr" viewBox="-4 -4 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="QR"><path d="${outline(rows)}"/></svg>`);
  }
  setTimeout(print);
});
})();
