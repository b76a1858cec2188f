// Builds everything a process serves: pages, browser scripts, process entries; then gzips static text once.
import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

const steps = [
  ["react-router", "build"],
  ["vite", "build", "--config", "vite.browser.config.ts"],
  ["vite", "build", "--config", "vite.node.config.ts"],
];

for (const [command, ...args] of steps) {
  const { status } = spawnSync(command, [...args, "--logLevel", "warn"], { stdio: "inherit", shell: false });
  if (status !== 0) process.exit(status ?? 1);
}

const client = join(process.env.BUILD_DIR ?? "build", "client");
for (const entry of readdirSync(client, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|css|svg|mjs|json)$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  await pipeline(createReadStream(file), createGzip({ level: 9 }), createWriteStream(`${file}.gz`));
}
