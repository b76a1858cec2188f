// The whole of what must hold before a change lands, as one list.
import { spawnSync } from "node:child_process";

const silently = (script) => ["npm", ["run", "--silent", script]];
const tests = (...projects) => ["npm", ["test", "--silent", "--", ...projects]];

const list = [
  ["types", ...silently("types")],
  ["lint", ...silently("lint")],
  ["format", ...silently("format:check")],
  ["house plan and message parity", ...tests("house")],
  ["unit", ...tests("unit")],
  ["features on SQLite and PostgreSQL", ...tests("features")],
  ["routes and end to end, journeys in both languages", ...tests("routes", "e2e")],
];

const held = [];
for (const [name, command, args] of list) {
  console.log(`\n== ${name}`);
  const env = { ...process.env, E2E_LANGUAGES: "both" };
  held.push(spawnSync(command, args, { stdio: "inherit", env }).status === 0);
}
console.log("");
for (const [index, [name]] of list.entries()) console.log(`${held[index] ? "holds" : "FAILS"}  ${name}`);
process.exit(held.every(Boolean) ? 0 : 1);
