// The whole of what must hold before a change lands, as one list.
import { spawnSync } from "node:child_process";

const list = [
  ["types", "npm", ["run", "--silent", "types"]],
  ["lint", "npm", ["run", "--silent", "lint"]],
  ["format", "npm", ["run", "--silent", "format:check"]],
  [
    "tests: unit, house plan, message parity, features on SQLite and PostgreSQL, routes, e2e",
    "npm",
    ["test", "--silent"],
  ],
];

const failed = [];
for (const [name, command, args] of list) {
  console.log(`\n== ${name}`);
  if (spawnSync(command, args, { stdio: "inherit" }).status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? "\nAll holds." : `\nDoes not hold: ${failed.join("; ")}`);
process.exit(failed.length === 0 ? 0 : 1);
