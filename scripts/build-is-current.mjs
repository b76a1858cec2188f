import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = [
  "app",
  "db",
  "emails",
  "public",
  "package-lock.json",
  "vite.config.ts",
  "vite.browser.config.ts",
  "vite.node.config.ts",
];

/** Whether there is a build and nothing it was made from has changed since. */
export function buildIsCurrent(buildDir) {
  const made = [
    join(buildDir, "server", "index.js"),
    join(buildDir, "client", "browser", "manifest.json"),
    join(buildDir, "node", "portal.js"),
  ];
  if (!made.every((file) => existsSync(file))) return false;
  const built = Math.min(...made.map((file) => statSync(file).mtimeMs));
  return sources.every((source) => newest(source) <= built);
}

function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
