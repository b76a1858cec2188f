import { resolve } from "node:path";
import { build, type Rollup } from "vite";
import { expect, test } from "vitest";

/** What the server works out and what the browser shows while somebody types come from the same lines. */
test(
  "the browser's section script evaluates with the server's own modules",
  { timeout: 60_000 },
  async () => {
    const output = (await build({
      configFile: "vite.browser.config.ts",
      logLevel: "silent",
      build: { write: false, rollupOptions: { input: { section: "app/browser/section.ts" } } },
    })) as Rollup.RollupOutput;
    const modules = output.output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
    for (const name of ["evaluate-expression", "form-evaluation", "parse-answer", "compile-form"]) {
      const found = modules.filter((id) => id.includes(name));
      expect(found).toEqual([resolve(`app/domain/forms/${name}.ts`)]);
    }
  },
);
