// The shortlist: ticks, its address, its files and codes, and what happens where storage or a shelf is missing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import jsqr from "jsqr";
import { brochure, csv } from "../../themes/ocop/static/pick.js";
import { start } from "./support/browser.mjs";
import { read, readable } from "./support/site.mjs";

let site;
before(async () => (site = await start()));
after(() => site?.close());

const LIST = "san-pham/";
const PAGE = "so-chon/";

/** Runs `body` on a page of a fresh context; mistakes of scripts fail the test. */
async function visit(route, body, { init, ...options } = {}) {
  const context = await site.browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 900 }, ...options });
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    await page.goto(site.url(route));
    await body(page, context);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

const refused = () =>
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new DOMException("refused", "SecurityError");
    },
  });

const full = () => {
  Storage.prototype.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
};

const keys = () => readable().find(({ route }) => route === LIST).html.match(/data-pick="[^"]+"/g).map((it) => it.slice(11, -1));
const address = (list) => `${PAGE}?p=${list.join(",")}`;
const settled = (page) => page.locator("#picks:not([aria-busy])").waitFor();
const listed = async (page) => {
  await settled(page);
  return page.locator(".pick-item").evaluateAll((all) => all.map((it) => it.dataset.key));
};

async function tick(page, indices) {
  for (const index of indices) await page.locator(".card .pick").nth(index).click();
}

describe("ticks", { timeout: 120_000 }, () => {
  it("stay with the visitor from page to page, are counted in the header and said aloud", async () => {
    await visit(LIST, async (page) => {
      await tick(page, [0, 2]);
      assert.equal(await page.locator(".pick-n").innerText(), "2");
      assert.match(await page.locator(".said").innerText(), /2 sản phẩm/);
      const button = page.locator(".card .pick").nth(2);
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      const name = await page.locator(".card-name").nth(2).innerText();
      assert.equal(await button.innerText(), `Chọn ${name}`);
      await page.goto(site.url("en/"));
      assert.equal(await page.locator(".pick-n").innerText(), "2", "the same list in English");
      await page.goto(site.url(LIST));
      await page.locator(".card .pick.picked").first().click();
      assert.equal(await page.locator(".pick-n").innerText(), "1");
    });
  });

  it("are set by keyboard, without leaving the page", async () => {
    await visit(LIST, async (page) => {
      const button = page.locator(".card .pick").first();
      await button.focus();
      await page.keyboard.press("Space");
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      await page.keyboard.press("Enter");
      assert.equal(await button.getAttribute("aria-pressed"), "false");
      assert.equal(page.url(), site.url(LIST));
    });
  });

  it("are offered on the page of a product, and nothing jumps when they come", async () => {
    const product = readable().find((page) => page.kind === "product" && page.lang === "vi");
    await visit(product.route, async (page) => {
      const button = page.locator(".pick-place .pick");
      assert.equal(await button.innerText(), "Thêm vào sổ chọn");
      await button.click();
      assert.equal(await button.innerText(), "Bỏ khỏi sổ chọn");
      const box = await page.locator(".pick-place").evaluate((it) => {
        const with_ = it.getBoundingClientRect().height;
        it.replaceChildren();
        return [with_, it.getBoundingClientRect().height];
      });
      assert.equal(box[0], box[1]);
    });
  });
});

describe("the page of the shortlist", { timeout: 120_000 }, () => {
  it("keeps the list in its address, in the order of choice", async () => {
    const all = keys();
    await visit(LIST, async (page) => {
      await tick(page, [3, 0, 1]);
      await page.locator("#pick-link").click();
      const want = [all[3], all[0], all[1]];
      assert.deepEqual(await listed(page), want);
      assert.equal(new URL(page.url()).search, `?p=${want.join(",")}`);
      await page.locator(".pick-item").nth(2).locator('[data-do="up"]').click();
      await page.waitForFunction((key) => document.querySelectorAll(".pick-item")[1].dataset.key === key, all[1]);
      assert.deepEqual(await listed(page), [all[3], all[1], all[0]]);
      assert.equal(await page.evaluate(() => document.activeElement.dataset.do), "up", "the focus stays on the tool");
      await page.locator(".pick-item").nth(0).locator('[data-do="remove"]').click();
      await page.waitForFunction(() => document.querySelectorAll(".pick-item").length === 2);
      await page.reload();
      assert.deepEqual(await listed(page), [all[1], all[0]]);
      await page.locator('[data-do="clear"]').click();
      await page.locator("#pick-none").waitFor();
      await page.locator('[data-part="undo"]').click();
      await page.waitForFunction(() => document.querySelectorAll(".pick-item").length === 2);
    });
  });

  it("shows a list that was sent without touching one's own", async () => {
    const all = keys();
    await visit(LIST, async (page) => {
      await tick(page, [0]);
      await page.goto(site.url(address([all[4], all[5]])));
      assert.deepEqual(await listed(page), [all[4], all[5]]);
      assert.equal(await page.locator(".pick-n").innerText(), "1");
      await page.locator('[data-do="add"]').click();
      await page.waitForFunction(() => document.querySelectorAll(".pick-item").length === 3);
      assert.deepEqual(await listed(page), [all[0], all[4], all[5]]);
      assert.equal(await page.locator('[data-part="shared"]').isVisible(), false);
    });
  });

  it("compares what the products say of themselves", async () => {
    await visit(address(keys().slice(0, 3)), async (page) => {
      await settled(page);
      assert.equal(await page.locator(".pick-scroll thead th").count(), 3);
      const labels = await page.locator(".pick-scroll tbody th").allInnerTexts();
      assert.deepEqual(labels.slice(0, 3), ["Hạng sao", "Chủ thể", "Nơi làm ra"]);
    });
  });

  it("says plainly what to do without JavaScript", async () => {
    await visit(PAGE, async (page) => {
      assert.match(await page.locator("noscript").innerText(), /cần JavaScript/);
      assert.ok((await page.locator("noscript a").count()) > 3);
    }, { javaScriptEnabled: false });
  });

  it("fits 320 px with a long list", async () => {
    await visit(address(keys().slice(0, 12)), async (page) => {
      await settled(page);
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      assert.equal(scroll, client);
    }, { viewport: { width: 320, height: 640 } });
  });

  it("takes names with HTML, old names and rubbish in the address for what they are", async () => {
    const [known] = keys();
    const rubbish = ["<img src=x onerror=alert(1)>", "khong-co-san-pham-nay", "__proto__", "constructor", known, "../../a"];
    await visit(address(rubbish), async (page) => {
      page.on("dialog", () => assert.fail("a script ran"));
      assert.deepEqual(await listed(page), [known]);
      assert.match(await page.locator('[data-part="gone"]').innerText(), /khong-co-san-pham-nay/);
      assert.equal(await page.locator("#picks img[src=x]").count(), 0);
    });
    await visit(`${PAGE}?p=${"a,".repeat(1500)}`, async (page) => assert.deepEqual(await listed(page), []));
  });
});

describe("codes and files", { timeout: 120_000 }, () => {
  it("prints a code for each product that leads to its page", async () => {
    const list = keys().slice(0, 2);
    await visit(address(list), async (page) => {
      await settled(page);
      await page.emulateMedia({ media: "print" });
      const codes = page.locator(".pick-item .qr");
      assert.equal(await codes.count(), 2);
      for (let at = 0; at < 2; at += 1) {
        const drawn = await codes.nth(at).evaluate(async (svg) => {
          const size = 400;
          const copy = svg.cloneNode(true);
          copy.setAttribute("width", size);
          copy.setAttribute("height", size);
          // The policy lets no picture come from a blob, so the path is drawn by hand.
          const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
          const pen = canvas.getContext("2d");
          const [x, y, across] = svg.getAttribute("viewBox").split(" ").map(Number);
          pen.fillStyle = "#fff";
          pen.fillRect(0, 0, size, size);
          pen.scale(size / across, size / across);
          pen.translate(-x, -y);
          pen.fillStyle = "#000";
          pen.fill(new Path2D(svg.firstElementChild.getAttribute("d")));
          return [...pen.getImageData(0, 0, size, size).data];
        });
        const found = jsqr(Uint8ClampedArray.from(drawn), 400, 400)?.data;
        const href = await page.locator(".pick-item a").nth(at).evaluate((it) => new URL(it.href).pathname);
        // The code holds the permanent address, which leads on to the page.
        const short = `${new URL(found).pathname.slice(1)}index.html`;
        assert.match(short, /^p\/[a-z0-9]+\/index\.html$/);
        assert.ok(read(short).includes(href.slice(1)), `${found} leads to ${href}`);
      }
    });
  });

  const saved = async (page, button) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  };

  it("gives the list as CSV and as a brochure's file", async () => {
    const list = keys().slice(0, 3);
    await visit(address(list), async (page) => {
      await settled(page);
      const table = await saved(page, '[data-do="csv"]');
      assert.equal(table.name, "so-chon.csv");
      assert.ok(table.text.startsWith('\ufeff"Mã","Tên sản phẩm"'));
      const rows = table.text.trimEnd().split("\r\n");
      assert.deepEqual(rows.slice(1).map((row) => row.split(",")[0]), list.map((key) => `"${key}"`));
      await page.locator("#pick-name").fill('Hội chợ "Xuân"');
      await page.locator("#pick-kind").selectOption("price-list");
      const file = await saved(page, '[data-do="brochure"]');
      assert.equal(file.name, "so-chon.yaml");
      const want = list.map((key) => `  - "${key}"\n`).join("");
      assert.equal(file.text, `title: "Hội chợ \\"Xuân\\""\nkind: price-list\nproducts:\n${want}`);
    });
  });

  it("lets no spreadsheet run what a producer wrote", () => {
    const rows = [["=1+1", "+84 912", "-5", "@SUM(A1)", "＝1", " =1", 'a "b"', "a\r\nb", "\tx"]];
    assert.equal(csv(rows), `\ufeff"'=1+1","'+84 912","'-5","'@SUM(A1)","'＝1","'=1","a ""b""","a b","x"\r\n`);
  });

  it("writes YAML that stays text", () => {
    assert.equal(brochure("a: b # c\n", "leaflet", ["no", "1e3"]), 'title: "a: b # c\\n"\nkind: leaflet\nproducts:\n  - "no"\n  - "1e3"\n');
  });
});

describe("trouble", { timeout: 120_000 }, () => {
  for (const [name, init] of [["refused", refused], ["full", full]]) {
    it(`keeps the list in the address where storage is ${name}`, async () => {
      const all = keys();
      await visit(LIST, async (page) => {
        await tick(page, [0, 1]);
        assert.match(await page.locator(".said").innerText(), /không cho lưu/);
        await page.locator("#pick-link").click();
        assert.deepEqual(await listed(page), [all[0], all[1]]);
        assert.equal(await page.locator('[data-part="lost"]').isVisible(), true);
        await page.reload();
        assert.deepEqual(await listed(page), [all[0], all[1]]);
      }, { init });
    });
  }

  it("shows the rest where a shelf is missing or broken, and says so", async () => {
    const all = keys();
    await visit(LIST, async (page, context) => {
      const shelves = new Map();
      await page.goto(site.url(address(all.slice(0, 20))));
      await settled(page);
      for (const name of await page.evaluate(() => [...document.scripts].map((it) => it.src).filter((it) => /\d+-\d+\.js$/.test(it)))) {
        shelves.set(new URL(name).pathname.slice(1), name);
      }
      assert.ok(shelves.size > 1, "products of several shelves");
      for (const [what, answer] of [["missing", { status: 404 }], ["broken", { body: "dacsanShelf(" }]]) {
        const [path] = shelves.keys();
        assert.ok(read(path).length > 0);
        const other = await context.newPage();
        await other.route(`**/${path}`, (route) => route.fulfill({ contentType: "text/javascript", ...answer }));
        await other.goto(site.url(address(all.slice(0, 20))));
        await settled(other);
        const shown = (await listed(other)).length;
        assert.ok(shown > 0 && shown < 20, `${what}: ${shown} shown`);
        assert.match(await other.locator('[data-part="broken"]').innerText(), /Chưa tải được/);
        await other.close();
      }
    }).catch((error) => {
      // The broken shelf is a mistake of syntax on purpose.
      if (!/Unexpected end/.test(error.message)) throw error;
    });
  });
});
