// Keeps a page of the preview as it is on the disk; only ever part of `dacsan serve`.
//
// Asks the server what is new and is answered when something is. The page then loads itself
// again where it was, or takes another style sheet, or stays; what is to be put right is shown
// over it. Everything that comes from the server is set as text.
(() => {
  const { session, version, page: firstPage, body: firstBody } = document.currentScript.dataset;
  const KEPT = "dacsan-place";
  const HIDDEN = "dacsan-hidden";
  let seen = version;
  // Empty where no page is at this address.
  let page = firstPage || null;
  let body = firstBody;

  // --- the place on the page --------------------------------------------------------------

  const here = () => location.pathname + location.search;

  const reload = () => {
    const place = { at: here(), x: scrollX, y: scrollY };
    sessionStorage.setItem(KEPT, JSON.stringify(place));
    location.reload();
  };

  const place = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (place?.at === here() && !location.hash) {
    const back = () => scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    back();
    // Pictures without a size may have moved it.
    addEventListener("load", back, { once: true });
  }

  // --- style sheets -----------------------------------------------------------------------

  // The new one comes before the old one goes: the page is never bare.
  const restyle = (styles) => {
    const old = [...document.querySelectorAll('link[rel="stylesheet"]')];
    const fresh = styles.map((href) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      return link;
    });
    const loaded = fresh.map(
      (link) => new Promise((done) => { link.onload = link.onerror = done; }),
    );
    const last = old.at(-1);
    if (last) last.after(...fresh); else document.head.append(...fresh);
    Promise.all(loaded).then(() => old.forEach((link) => link.remove()));
  };

  // --- what is to be put right ------------------------------------------------------------

  const STYLE = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 55vh;
      display: flex; flex-direction: column; color: #1c2033; background: #fbf8f1;
      border-top: 4px solid #b3261e; box-shadow: 0 -6px 24px #0a0f2440;
      font: 15px/1.5 system-ui, sans-serif; }
    section.mild { border-top-color: #a06a00; }
    section.small { inset: auto 16px 16px auto; max-width: calc(100vw - 32px); border-radius: 6px; }
    header { display: flex; gap: 12px; align-items: center; padding: 8px 16px; }
    h2 { margin: 0; font-size: 15px; flex: 1; }
    button { font: inherit; padding: 6px 14px; border: 1px solid #1a2247; border-radius: 4px;
      background: none; color: inherit; cursor: pointer; }
    button:focus-visible { outline: 3px solid #4a63d8; outline-offset: 2px; }
    div { overflow: auto; padding: 0 16px 16px; }
    p { margin: 4px 0; overflow-wrap: anywhere; }
    article { padding: 10px 0; border-top: 1px solid #d9d2c2; }
    b { font-weight: 600; }
    .error b { color: #b3261e; } .warning b { color: #8a5a00; } .advice b { color: #2f4490; }
    code, pre { font: 13px/1.5 ui-monospace, monospace; }
    pre { margin: 6px 0; padding: 8px 10px; background: #efe9dc; white-space: pre-wrap;
      overflow-wrap: anywhere; }
    mark { color: inherit; background: none; text-decoration: underline wavy #b3261e;
      text-underline-offset: 3px; }
    @media (prefers-color-scheme: dark) {
      section { color: #ece7da; background: #171b30; }
      button { border-color: #aab4e8; } article { border-color: #333a5c; }
      pre { background: #0f1224; }
      .error b { color: #ff9b92; } .warning b { color: #f0c060; } .advice b { color: #aab8ff; }
    }`;

  const host = document.createElement("dacsan-desk");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const make = (name, text = "", kind = "") => {
    const element = document.createElement(name);
    element.textContent = text;
    element.className = kind;
    return element;
  };

  const ofFinding = (finding, words) => {
    const article = make("article", "", finding.severity);
    const head = make("p");
    head.append(make("b", finding.word), ` [${finding.code}] ${finding.message}`);
    article.append(head, make("code", `${finding.path}:${finding.line}:${finding.column}`));
    if (finding.text) {
      const letters = [...finding.text];
      const line = make("pre", `${finding.line} │ ${letters.slice(0, finding.from).join("")}`);
      line.append(
        make("mark", letters.slice(finding.from, finding.to).join("")),
        letters.slice(finding.to).join(""),
      );
      article.append(line);
    }
    article.append(...finding.hints.map((hint) => make("p", `${words.hint}: ${hint}`)));
    return article;
  };

  const ofFailure = (failure, words) => {
    const article = make("article", "", "error");
    article.append(make("p", failure.path ? `${failure.what}: ${failure.path}` : failure.what));
    if (failure.source) article.append(make("pre", failure.source));
    article.append(...failure.hints.map((hint) => make("p", `${words.hint}: ${hint}`)));
    article.append(make("p", words.kept));
    return article;
  };

  const panel = (title, grave, parts, words) => {
    const section = make("section", "", grave ? "" : "mild");
    section.setAttribute("aria-label", title);
    section.lang = words.lang;
    const header = make("header");
    const heading = make("h2", title);
    heading.setAttribute("role", "status");
    // What is only better otherwise takes a corner; an error takes the width.
    const fold = () => section.classList.toggle("small", inside.hidden && !grave);
    const inside = make("div");
    inside.tabIndex = 0;
    inside.append(...parts);
    // An error opens itself; what is only better otherwise waits to be asked for.
    inside.hidden = sessionStorage.getItem(HIDDEN) === title || !grave;
    const button = make("button", inside.hidden ? words.show : words.hide);
    button.type = "button";
    const turn = () => {
      inside.hidden = !inside.hidden;
      button.textContent = inside.hidden ? words.show : words.hide;
      button.setAttribute("aria-expanded", String(!inside.hidden));
      if (inside.hidden) sessionStorage.setItem(HIDDEN, title);
      else sessionStorage.removeItem(HIDDEN);
      fold();
    };
    fold();
    button.setAttribute("aria-expanded", String(!inside.hidden));
    button.addEventListener("click", turn);
    header.append(heading, button);
    section.append(header, inside);
    root.replaceChildren(section);
    document.body.append(host);
  };

  const count = (findings) => {
    const words = new Map();
    for (const { word } of findings) words.set(word, (words.get(word) ?? 0) + 1);
    return [...words].map(([word, n]) => `${n} ${word}`).join(" · ");
  };

  let words = { lang: "vi", lost: "" };
  const show = (news, withheld) => {
    if (!news) return;
    words = news.words;
    if (news.failure) {
      panel(words.failed, true, [ofFailure(news.failure, words)], words);
    } else if (news.findings.length > 0) {
      const parts = news.findings.map((finding) => ofFinding(finding, words));
      if (withheld) parts.unshift(make("p", page === null ? words.absent : words.withheld));
      if (news.more) parts.push(make("p", news.more));
      const grave = news.findings.some((finding) => finding.severity === "error");
      panel(`${words.title}: ${count(news.findings)}`, grave, parts, words);
    } else {
      host.remove();
    }
  };

  // --- the talk ---------------------------------------------------------------------------

  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  // A browser opens six connections to a host: only the page that is looked at may hold one.
  const shown = () =>
    document.visibilityState === "visible"
      ? Promise.resolve()
      : new Promise((done) => {
        document.addEventListener("visibilitychange", done, { once: true });
      });

  const ask = async () => {
    const leave = new AbortController();
    const hidden = () => leave.abort();
    document.addEventListener("visibilitychange", hidden, { once: true });
    try {
      const query = new URLSearchParams({ seen, path: location.pathname });
      const options = { cache: "no-store", signal: leave.signal };
      const answer = await fetch(`/_dacsan/news?${query}`, options);
      if (!answer.ok) throw new Error(answer.status);
      return await answer.json();
    } finally {
      document.removeEventListener("visibilitychange", hidden);
    }
  };

  const take = (told) => {
    if (told.session !== session) return reload();
    seen = told.version;
    // A page whose dossier has just been broken stays as it was.
    const broken = told.news?.failure || told.news?.findings.some((it) => it.severity === "error");
    const withheld = told.page === null && Boolean(broken);
    show(told.news, withheld);
    if (withheld || told.page === page) return undefined;
    if (told.page !== null && told.body === body) {
      page = told.page;
      return restyle(told.styles);
    }
    return reload();
  };

  const talk = async () => {
    let first = true;
    for (;;) {
      await shown();
      try {
        // The first answer comes at once: a page that was just opened shows what is wrong too.
        if (first) seen = "";
        take(await ask());
        first = false;
      } catch (error) {
        if (error.name === "AbortError") continue;
        if (words.lost) panel(words.lost, false, [], words);
        await pause(1000);
        first = true;
      }
    }
  };

  talk();
})();
