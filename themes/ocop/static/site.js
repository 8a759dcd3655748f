// What the pages gain with a script: ratings that lapse on the right day, and search by name.
// Every page works without it; all words come from data attributes of the page.

const body = document.body;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);

// Today in Viet Nam (UTC+7), as 2026-11-24: dates compare as text.
const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
const english = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const readable = (iso) =>
  document.documentElement.lang === "en" ? english.format(new Date(iso)) : iso.split("-").reverse().join("/");

// A page built weeks ago must not show a lapsed certificate as valid.
for (const line of document.querySelectorAll("[data-until]")) {
  const { until, expiring, state } = line.dataset;
  const badge = line.querySelector(".badge");
  if (!badge || (state !== "valid" && state !== "expiring")) continue;
  const turned = today > until ? "lapsed" : expiring && today >= expiring ? "expiring" : state;
  if (turned === state) continue;
  const short = line.closest(".card") ? body.dataset[turned + "Short"] : undefined;
  badge.textContent = fill(short ?? body.dataset[turned + "Text"], { until: readable(until) });
  badge.dataset.state = line.dataset.state = turned;
}

// The menu of small screens is a native popover: close it after a jump inside the page.
const menu = document.getElementById("menu");
menu?.addEventListener("click", (event) => {
  if (menu.hidePopover && event.target.closest("a") && menu.matches(":popover-open")) menu.hidePopover();
});

const page = document.getElementById("search");
if (page) search(page);

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
