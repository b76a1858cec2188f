// Finds a Chromium for Playwright, or installs one: Playwright's own build, else the system's package manager.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/lib/chromium/chromium",
];

/** Path of an executable browser, or undefined with one sentence on standard error. */
export function findBrowser() {
  return present() ?? installed();
}

function present() {
  const own = chromium.executablePath();
  return [process.env.CHROMIUM_PATH, own, ...places].find((path) => path && existsSync(path));
}

function installed() {
  console.log("No Chromium found; installing one for the browser tests.");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "ignore", timeout: 240_000 });
  if (present()) return present();
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = [...root, "apt-get"];
  const run = (args) =>
    spawnSync(args[0], args.slice(1), {
      stdio: "ignore",
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  run([...apt, "update"]);
  run([...apt, "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
  const found = present();
  if (!found)
    console.error(
      "The browser tests need Chromium and none could be installed: install Debian's package `chromium` or set CHROMIUM_PATH.",
    );
  return found;
}
