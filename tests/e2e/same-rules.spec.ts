import { expect, test } from "@playwright/test";
import { build, type Rolldown } from "vite";
import * as here from "#tests/support/same-rules.ts";

const [runs, seed] = [40, 0x5a3e];

test("the rules say the same in the browser as on the server, of all twelve forms", async ({ page }) => {
  const bundle = (await build({
    ...{ configFile: false, publicDir: false, logLevel: "error" },
    build: {
      ...{ write: false, target: "es2022", minify: true },
      lib: { entry: "tests/support/same-rules.ts", formats: ["iife"], name: "there" },
    },
  })) as Rolldown.RolldownOutput[];
  const code = bundle[0]?.output[0].code ?? "";
  await page.addScriptTag({ content: code.replace(/^(var|const|let) there/, "window.there") });
  const ask = <T>(question: string) => page.evaluate(question) as Promise<T>;

  const mine = here.digests(runs, seed);
  const theirs = await ask<number[]>(`there.digests(${runs}, ${seed})`);
  expect(theirs).toHaveLength(mine.length);
  expect(new Set(mine).size).toBeGreaterThan(mine.length / 2);
  const apart = mine.findIndex((digest, index) => digest !== theirs[index]);
  if (apart >= 0)
    expect(JSON.parse(await ask<string>(`there.verdict(${runs}, ${seed}, ${apart})`))).toEqual(
      JSON.parse(here.verdict(runs, seed, apart)),
    );
  expect(apart).toBe(-1);
});
