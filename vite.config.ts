import { readFile } from "node:fs/promises";
import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/**
 * The framework bundles every page for the browser as well, though none is ever hydrated there: what pages import
 * of the server's rooms is replaced by its bare names, so that no database driver is dragged along.
 */
const serverStaysHere: Plugin = {
  name: "server-stays-here",
  enforce: "pre",
  applyToEnvironment: (environment) => environment.name === "client",
  async load(id) {
    if (!/\/(app\/(features|http|platform)|db|emails)\/[^?]*\.tsx?$/.test(id)) return null;
    const source = await readFile(id, "utf8");
    const names = [...source.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(
      ([, name]) => name,
    );
    const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list = ""]) =>
      list.split(",").map((entry) => entry.trim().split(" as ").at(-1) ?? ""),
    );
    const exported = [...names, ...listed.filter((name) => /^\w+$/.test(name))];
    return exported.map((name) => `export const ${name} = undefined;`).join("\n") || "export {};";
  },
};

/** Pages and their server bundle. Browser scripts: vite.browser.config.ts; process entries: vite.node.config.ts. */
export default defineConfig({
  plugins: [serverStaysHere, tailwindcss(), reactRouter()],
  build: { sourcemap: false },
  ssr: { external: ["better-sqlite3", "pg", "exceljs"] },
});
