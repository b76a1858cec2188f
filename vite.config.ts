import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

/** Pages and their server bundle. Browser scripts: vite.browser.config.ts; process entries: vite.node.config.ts. */
export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: { sourcemap: false },
  ssr: { external: ["better-sqlite3", "pg", "exceljs"] },
});
