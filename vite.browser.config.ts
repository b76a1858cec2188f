import { readdirSync } from "node:fs";
import { defineConfig } from "vite";

/** One hashed module per file at the top of app/browser, named in build/client/browser/manifest.json. */
export default defineConfig({
  publicDir: false,
  base: "/browser/",
  build: {
    outDir: `${process.env.BUILD_DIR ?? "build"}/client/browser`,
    assetsDir: ".",
    emptyOutDir: true,
    manifest: "manifest.json",
    modulePreload: false,
    target: "es2022",
    rollupOptions: {
      input: Object.fromEntries(
        readdirSync("app/browser")
          .filter((file) => file.endsWith(".ts"))
          .map((file) => [file.slice(0, -3), `app/browser/${file}`]),
      ),
    },
  },
});
