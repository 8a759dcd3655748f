self.dacsanParts ??= {};
dacsanParts["viewer-8cedbf3f.js"] ??= (() => {

/** Makes every `.zoom` of the page open the dialog. */
function start(dialog) {
  const links = [...document.querySelectorAll("a.zoom")];
  if (!dialog.showModal || links.length === 0) return;
  const reel = dialog.querySelector(".reel");
  const count = dialog.querySelector(".viewer-count");
  const [back, on, close] = ["back", "on", "close"].map((name) => dialog.querySelector(`.viewer-${name}`));
  let at = 0;

  const frames = links.map((link) => {
    const small = link.querySelector("img");
    const large = new Image();
    large.alt = small.alt;
    large.lang = small.lang || document.documentElement.lang;
    large.width = Number(small.getAttribute("width"));
    large.height = Number(small.getAttribute("height"));
    large.decoding = "async";
    const frame = document.createElement("li");
    const figure = document.createElement("figure");
    figure.append(large);
    const said = link.closest("figure")?.querySelector("figcaption");
    if (said) {
      const caption = document.createElement("figcaption");
      caption.textContent = said.textContent;
      figure.append(caption);
    }
    frame.append(figure);
    return { frame, fill: () => large.src || (large.src = link.href) };
  });
  reel.append(...frames.map(({ frame }) => frame));
  for (const button of [back, on]) button.hidden = frames.length === 1;
  count.hidden = frames.length === 1;

  const say = (now) => {
    at = now;
    for (const near of [now - 1, now, now + 1]) frames[near]?.fill();
    count.textContent = dialog.dataset.count.replace("{i}", now + 1).replace("{n}", frames.length);
    frames.forEach(({ frame }, place) => (frame.inert = place !== now));
    if (back === document.activeElement && now === 0) on.focus();
    if (on === document.activeElement && now === frames.length - 1) back.focus();
    back.disabled = now === 0;
    on.disabled = now === frames.length - 1;
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const show = (now, jump) => {
    const place = Math.min(Math.max(now, 0), frames.length - 1);
    say(place);
    reel.scrollTo({ left: place * reel.clientWidth, behavior: jump || still.matches ? "instant" : "smooth" });
  };

  let wait;
  reel.addEventListener("scroll", () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      const now = Math.round(reel.scrollLeft / Math.max(reel.clientWidth, 1));
      if (now !== at && frames[now]) say(now);
    }, 90);
  });
  addEventListener("resize", () => dialog.open && show(at, true));
  const moves = { ArrowLeft: () => at - 1, ArrowRight: () => at + 1, Home: () => 0, End: () => frames.length - 1 };
  dialog.addEventListener("keydown", (event) => {
    if (!moves[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(moves[event.key]());
  });
  back.addEventListener("click", () => show(at - 1));
  on.addEventListener("click", () => show(at + 1));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.matches("li, figure")) dialog.close();
  });
  links.forEach((link, place) =>
    link.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      dialog.showModal();
      show(place, true);
      close.focus();
    }),
  );
}
return { start };
})();
