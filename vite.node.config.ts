import { defineConfig } from "vite";

/** The processes: `serve` (web and worker) and `portal` (the command line). Packages stay in node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: "build/node",
    emptyOutDir: true,
    target: "node22",
    rollupOptions: {
      input: { serve: "app/server/serve.ts", portal: "app/cli/portal.ts" },
      output: { entryFileNames: "[name].js" },
    },
  },
});
