import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/** A page's component that reaches for the database would drag it into the browser's files. */
const serverStaysHere: Plugin = {
  name: "server-stays-here",
  enforce: "pre",
  applyToEnvironment: (environment) => environment.name === "client",
  resolveId(source, importer) {
    if (
      /^(pg|better-sqlite3|nodemailer|exceljs|node:.*)$/.test(source) &&
      !importer?.includes("node_modules")
    )
      this.error(
        `${importer} brings ${source} into the browser's files: move what the component needs to domain or ui.`,
      );
  },
};

/** Pages and their server bundle. Browser scripts: vite.browser.config.ts; process entries: vite.node.config.ts. */
export default defineConfig({
  plugins: [serverStaysHere, tailwindcss(), reactRouter()],
  build: { sourcemap: false },
  ssr: { external: ["better-sqlite3", "pg", "exceljs"] },
});
