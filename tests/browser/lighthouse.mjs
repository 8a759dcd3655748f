// Prints the four mobile scores of Lighthouse for the home page, a province and a product.
// Ends with 1 when one is below 98. Slow and sensitive to a busy machine, so it runs by itself:
//
//     npm run lighthouse            the three pages
//     npm run lighthouse -- tinh/   other routes

import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { launch, serve } from "./support/browser.mjs";
import { readable } from "./support/site.mjs";

const LEAST = 98;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** The heaviest page of a kind: the worst case. */
const heaviest = (shape) =>
  readable()
    .filter((page) => shape.test(page.route))
    .sort((a, b) => b.html.length - a.html.length)[0]?.route;

const typed = process.argv.slice(2);
const routes = typed.length > 0 ? typed : ["", heaviest(/^tinh\/[a-z-]+\/$/), heaviest(/^san-pham\/[a-z0-9-]+\/$/)];

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const port = await freePort();
const server = await serve();
const browser = await launch([`--remote-debugging-port=${port}`]);
let low = false;
for (const route of routes.filter((route) => route !== undefined)) {
  const url = new URL(encodeURI(route), server.address).href;
  const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: "error" });
  const scores = CATEGORIES.map((name) => [name, Math.round((lhr.categories[name].score ?? 0) * 100)]);
  console.log(`/${route}: ${scores.map(([name, score]) => `${name} ${score}`).join(", ")}`);
  for (const [name, score] of scores.filter(([, score]) => score < 100)) {
    low ||= score < LEAST;
    const lost = lhr.categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
      .map(({ id }) => `${id} ${lhr.audits[id].displayValue ?? ""}`.trim());
    console.log(`    ${name}: ${lost.join("; ")}`);
  }
}
await browser.close();
await server.stop();
process.exitCode = low ? 1 : 0;
