// A real Chromium of the system and the preview server of the binary under test.
//
// Nothing is downloaded: the browser is the one of CHROMIUM or of the PATH. The server is
// `dacsan serve` on a free port, so what is tested is what an editor sees.

import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { BIN, OUT } from "./site.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Path of the browser. */
export function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const all = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = all.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error("no Chromium in PATH; tests/run.sh installs it, CHROMIUM names another");
  return found;
}

/** Starts the browser; containers have no sandbox of their own to offer. */
export const launch = (args = []) =>
  chromium.launch({ executablePath: executable(), args: ["--no-sandbox", "--disable-dev-shm-usage", ...args] });

/** Starts the preview server and waits for the address that it prints. */
export async function serve() {
  const args = ["serve", "--no-watch", "--port", "0", "--out", OUT];
  const child = spawn(BIN, args, { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${BIN} serve ended with ${code}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = /https?:\/\/\S+/.exec(line);
      if (found) resolve(found[0]);
    });
  });
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners("exit");
      child.once("exit", resolve);
      child.kill("SIGINT");
    });
  return { address, stop };
}

/** Server and browser for the tests of one file; `close` ends both. */
export async function start() {
  const server = await serve();
  const browser = await launch();
  return {
    browser,
    address: server.address,
    url: (route) => new URL(encodeURI(route), server.address).href,
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
