import { open } from "./search-9cb7affb.js";
import { make, marked, starRow, word } from "./find-7193cf91.js";

const lang = document.documentElement.lang === "en" ? "en" : "vi";
let index;

export function attach(form, page, folder) {
  page.keep();
  const field = form.querySelector("input");
  const id = `${field.id}-list`;
  const list = make("ul", { class: "suggest", id, role: "listbox", "aria-label": word("find.suggestions"), hidden: true });
  const told = make("p", { class: "hidden", role: "status" });
  field.closest(".search-row").append(list, told);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) {
    field.setAttribute(name, value);
  }
  const target = new URL(form.action);
  let turn = 0;
  let at = -1;

  const close = () => {
    turn += 1;
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const options = () => [...list.children];
  const point = (to) => {
    options().forEach((option, n) => option.setAttribute("aria-selected", n === to));
    at = to;
    if (to < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", options()[to].id);
    options()[to].scrollIntoView({ block: "nearest" });
  };

  const option = (n, href, ...content) =>
    make("li", { role: "option", id: `${id}-${n}`, "aria-selected": "false" }, make("a", { href, tabIndex: -1 }, ...content));

  const show = async () => {
    const typed = field.value.trim().slice(0, 200);
    if (!typed) return close();
    const mine = (turn += 1);
    let found;
    try {
      index ??= open(new URL(folder, page.root).href, { lang });
      found = await (await index).suggest(typed, { limit: 6 });
    } catch {
      index = undefined;
      return mine === turn && close(); // The form itself still leads to the search page.
    }
    if (mine !== turn || document.activeElement !== field) return;
    const rows = [];
    for (const { facet, value, label, total } of found.labels.slice(0, 3)) {
      const href = new URL(target);
      href.search = new URLSearchParams({ [facet]: value });
      rows.push([href.href, make("span", { class: "suggest-kind" }, word(`find.facet.${facet}`)), make("span", { class: "suggest-name" }, ...marked(label, typed)),
        make("span", { class: "aside" }, word("find.all", { n: total }))]);
    }
    for (const hit of found.hits) {
      rows.push([new URL(hit.href, page.root).href,
        make("span", { class: "suggest-name", lang: hit.nameLang === lang ? undefined : hit.nameLang }, ...marked(hit.name, typed)),
        make("span", { class: "aside" }, hit.stars ? starRow(hit.stars) : "", ` ${hit.stars ? `${word("find.stars", { n: hit.stars })} · ` : ""}${hit.province}`)]);
    }
    const all = new URL(target);
    all.search = new URLSearchParams({ q: typed });
    rows.push([all.href, make("span", { class: "suggest-all" }, page.icon("search"), " ", word(found.hits.length ? "find.see_all" : "find.search_for", { q: typed }))]);
    list.replaceChildren(...rows.map(([href, ...content], n) => option(n, href, ...content)));
    list.hidden = false;
    at = -1;
    field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-expanded", "true");
    told.textContent = word("find.suggested", { n: rows.length });
  };

  let wait;
  field.addEventListener("input", (event) => {
    clearTimeout(wait);
    if (!event.isComposing) wait = setTimeout(show, 80);
  });
  field.addEventListener("compositionend", show);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const last = options().length - 1;
    if (event.key === "Escape" && !list.hidden) {
      close();
      event.preventDefault();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return show();
      if (event.key === "ArrowDown") point(at >= last ? -1 : at + 1);
      else point(at < 0 ? last : at - 1);
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      options()[at].querySelector("a").click();
    } else if (event.key === "Tab") close();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  if (field.value) show();
}
