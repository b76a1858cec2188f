import { defineConfig } from "vite";

/**
 * The processes: `serve` (web and worker) and `portal` (the command line), and the threads they start. Packages stay in
 * node_modules.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: `${process.env.BUILD_DIR ?? "build"}/node`,
    emptyOutDir: true,
    target: "node22",
    rollupOptions: {
      input: {
        ...{ serve: "app/server/serve.ts", portal: "app/cli/portal.ts" },
        // Found by its name, beside whatever starts it.
        "propose-thread": "app/features/reviews/proposal/propose-thread.ts",
        "calibrate-thread": "app/features/reviews/calibration/calibrate-thread.ts",
      },
      // Chunks beside the entries: they find the other builds from their own place.
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
