// Asks for newer pages of the brochure and changes those that differ; the page stays where it is.
"use strict";

const list = document.getElementById("pages");
const words = document.getElementById("words");
let seen = list.dataset.seen;

const rest = (ms) => new Promise((done) => setTimeout(done, ms));

function picture(n, tag) {
  const item = document.createElement("li");
  const image = document.createElement("img");
  image.src = `${n}.svg?${tag}`;
  image.alt = `Trang ${n}`;
  item.append(image);
  return item;
}

function show(pages) {
  pages.forEach((tag, at) => {
    const image = list.children[at]?.firstElementChild;
    const source = `${at + 1}.svg?${tag}`;
    if (!image) list.append(picture(at + 1, tag));
    else if (image.getAttribute("src") !== source) image.src = source;
  });
  while (list.children.length > pages.length) list.lastElementChild.remove();
  document.getElementById("count").textContent = pages.length;
}

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(`news?seen=${seen}`);
      if (!answer.ok) throw new Error(answer.status);
      const news = await answer.json();
      if (news.key === seen) continue;
      seen = news.key;
      if (news.pages) show(news.pages);
      words.replaceChildren(...news.words.map((text) => {
        const item = document.createElement("li");
        item.textContent = text;
        return item;
      }));
    } catch {
      await rest(2000);
    }
  }
}

follow();
