const BUILD = "ab3d9304";
const INDEX = "tim/du-lieu/";
const LOST = "tim/";
const SHELL = ["static/favicon-f22d71f7.svg","static/find-14a08423.js","static/pick-9e6fa42d.js","static/print-72127d50.css","static/qr-295c3622.js","static/search-b9d3177c.js","static/site-77371524.js","static/style-4460950c.css","static/suggest-0c63031b.js","static/tools-6a3ae38e.css","static/viewer-7f531d6b.js","static/words-1f9ebf53.js","","tim/","so-chon/","en/","en/search/","en/shortlist/"];

// The service worker: a visitor without a signal still searches, and sees again what was seen.
// BUILD, SHELL and INDEX stand in front of this text; SHELL is null where the catalogue does not want a worker, and then
// this one takes itself and all it has kept away.
const scope = new URL(self.registration.scope);
const prefix = `dacsan ${scope.pathname} `;
const names = { shell: `${prefix}shell ${BUILD}`, index: `${prefix}index`, seen: `${prefix}seen` };
const MOST = 400;
const PATIENCE = 4000;

const at = (path) => new URL(path, scope).href;
const forget = async (wanted) => {
  const all = (await caches.keys()).filter((name) => name.startsWith(prefix) && !wanted.includes(name));
  await Promise.all(all.map((name) => caches.delete(name)));
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  if (!SHELL) return;
  event.waitUntil((async () => {
    const cache = await caches.open(names.shell);
    await cache.addAll(SHELL.map((path) => new Request(at(path), { cache: "no-cache" })));
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    await forget(SHELL ? Object.values(names) : []);
    if (SHELL) await self.clients.claim();
    else await self.registration.unregister();
  })());
});

// All files of the index but the stories, a few at a time; the core last, so that what is kept belongs together.
let keeping;
const keep = async () => {
  const answer = await fetch(at(`${INDEX}files.txt`), { cache: "no-cache" });
  if (!answer.ok) return;
  const wanted = (await answer.text()).split("\n").filter(Boolean).map((name) => at(INDEX + name));
  const cache = await caches.open(names.index);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = wanted.filter((url) => !there.has(url));
  const fetchSome = async () => {
    for (let url = missing.pop(); url; url = missing.pop()) await cache.add(url);
  };
  await Promise.all([fetchSome(), fetchSome(), fetchSome(), fetchSome()]);
  const core = at(`${INDEX}core.bin`);
  await cache.add(new Request(core, { cache: "no-cache" }));
  const old = [...there].filter((url) => url !== core && !wanted.includes(url));
  await Promise.all(old.map((url) => cache.delete(url)));
};
self.addEventListener("message", (event) => {
  if (event.data !== "keep" || !SHELL) return;
  keeping ??= keep().catch(() => {}).finally(() => (keeping = undefined));
  event.waitUntil(keeping);
});

const remember = async (request, answer) => {
  if (!answer.ok || answer.redirected || answer.type !== "basic") return;
  const cache = await caches.open(names.seen);
  const url = new URL(request.url);
  url.search = "";
  await cache.put(url.href, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
};

// Files whose names carry their hash never change.
const isFixed = (path) => /^(static|anh)\/.*-[0-9a-f]{6,}[^/]*$/.test(path) || (path.startsWith(INDEX) && /-[0-9a-f]{6}\.bin$/.test(path));
const kept = (request) => caches.match(request, { ignoreSearch: true });

const fixed = async (event) => {
  const found = await kept(event.request);
  if (found) return found;
  const answer = await fetch(event.request);
  if (!event.request.url.includes(`/${INDEX}`)) event.waitUntil(remember(event.request, answer.clone()));
  return answer;
};

// From the network; from what is kept where there is none, or where it takes too long.
const fresh = async (event, path) => {
  const found = kept(event.request);
  const asked = fetch(event.request).then((answer) => {
    if (path !== `${INDEX}core.bin`) event.waitUntil(remember(event.request, answer.clone()));
    return answer;
  });
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(() => found).then((it) => it ?? asked);
  try {
    return await Promise.race([asked, late]);
  } catch (error) {
    const answer = await found;
    if (answer) return answer;
    if (event.request.mode !== "navigate") throw error;
    const search = at(LOST);
    return (await caches.match(search)) ?? Response.error();
  }
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (!SHELL || event.request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const path = url.pathname.slice(scope.pathname.length);
  if (path === "sw.js") return;
  event.respondWith(isFixed(path) ? fixed(event) : fresh(event, path));
});
