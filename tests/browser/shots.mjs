// Takes pictures of one page of each kind at three widths, in light and dark, into shots/.
//
//     npm run shots                 one page of each kind
//     npm run shots -- "" tim/      these routes

import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "./support/browser.mjs";
import { samples } from "./support/site.mjs";

const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"];

// The tallest picture that is taken, in pixels: a list of a hundred cards says no more.
const TALLEST = 6000;

const folder = join(dirname(fileURLToPath(import.meta.url)), "shots");
const typed = process.argv.slice(2);
const routes = typed.length > 0 ? typed : samples().map(({ route }) => route);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const site = await start();
for (const colorScheme of SCHEMES) {
  const context = await site.browser.newContext({ colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  for (const route of routes) {
    await page.goto(site.url(route));
    // Pictures further down load when they come near.
    await page.evaluate(() => document.querySelectorAll("img[loading=lazy]").forEach((image) => (image.loading = "eager")));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForLoadState("networkidle");
      const tall = await page.evaluate(() => document.documentElement.scrollHeight);
      const name = route.replace(/\/$/, "").replace(/\//g, "__").replace(/\.html$/, "") || "home";
      const path = join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.setViewportSize({ width, height: Math.min(tall, TALLEST) });
      await page.screenshot({ path });
    }
  }
  await context.close();
}
await site.close();
console.log(`${routes.length * WIDTHS.length * SCHEMES.length} pictures in ${folder}`);
