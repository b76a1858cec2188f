import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { beforeAll, describe, expect, it } from "vitest";
import { breach, domainNouns, roomOf, rooms } from "./house-plan.ts";

const isSource = (file: string) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts");

/** Source files as the disk has them, counted apart from the tool that reads the imports. */
function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isSource(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

async function graph(folders: string[]): Promise<ICruiseResult["modules"]> {
  const { output } = await cruise(folders, {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\+types/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node"] },
  });
  return (output as ICruiseResult).modules;
}

const breachesIn = (modules: ICruiseResult["modules"]) =>
  modules.flatMap((module) =>
    module.dependencies.flatMap(({ resolved }) => {
      const why = breach(module.source, resolved);
      return why ? [`${module.source} → ${resolved}: ${why}`] : [];
    }),
  );

describe("the house plan", () => {
  let modules: ICruiseResult["modules"];
  beforeAll(async () => {
    modules = await graph(["app", "db", "emails"]);
  });

  it("saw every source file: a blind tool would be green", () => {
    const seen = new Set(
      modules.map((module) => module.source).filter((source) => roomOf(source) && isSource(source)),
    );
    const onDisk = sourceFiles("app", "db", "emails");
    expect(onDisk.filter((file) => !seen.has(file))).toEqual([]);
    expect(onDisk.length).toBeGreaterThan(100);
  });

  it("knows every room", () => {
    const unknown = modules
      .map((module) => roomOf(module.source))
      .filter((room) => room && !rooms.includes(room.room));
    expect(unknown).toEqual([]);
    const nouns = readdirSync("app/domain");
    expect(nouns.filter((noun) => !domainNouns.includes(noun))).toEqual([]);
  });

  it("resolves our own imports (an unresolved one would hide a breach)", () => {
    const lost = modules.flatMap((module) =>
      module.dependencies
        .filter((dependency) => dependency.couldNotResolve && /^[#.]/.test(dependency.module))
        .filter((dependency) => !/\.css|\?url|\+types/.test(dependency.module))
        .map((dependency) => `${module.source} → ${dependency.module}`),
    );
    expect(lost).toEqual([]);
  });

  it("has no import that goes upstairs or sideways", () => {
    expect(breachesIn(modules)).toEqual([]);
  });

  it("catches a planted breach", async () => {
    const planted = await graph(["tests/house/planted"]);
    expect(breachesIn(planted)).toEqual([
      "tests/house/planted/app/domain/shared/breach.ts → app/platform/logger.ts: domain may not import platform",
    ]);
  });

  it("has no cycle", () => {
    const cycles = modules.flatMap((module) =>
      module.dependencies.filter((d) => d.circular).map((d) => `${module.source} → ${d.resolved}`),
    );
    expect(cycles).toEqual([]);
  });
});

describe("files", () => {
  const ours = sourceFiles("app", "db", "emails", "tests");

  it("stay readable in one sitting", () => {
    // Data and sentences may be long; code past this is two things in one file.
    const prose = /^(db\/|tests\/routes\/authorisation\/|app\/i18n\/messages|emails\/)/;
    const long = ours
      .filter((file) => !prose.test(file))
      .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length }))
      .filter(({ lines }) => lines > 330);
    expect(long).toEqual([]);
  });

  it("are named in kebab-case and not after a drawer", () => {
    const names = ours.map((file) => file.split("/").at(-1) ?? "");
    const odd = names.filter((name) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.tsx?$/.test(name));
    const drawers = names.filter((name) =>
      /^(utils?|helpers?|misc|common|service|manager|index)\./.test(name),
    );
    expect(odd).toEqual([]);
    expect(drawers.filter((name) => name !== "index.ts")).toEqual([]);
  });

  it("name no machine, registry or workplace", () => {
    const tracked = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" }).split("\0").filter(Boolean);
    const forbidden = new RegExp(["/wor[k]/", "/roo[t]/", "registr[y]\\.npm", "npmmirro[r]"].join("|"));
    const text = tracked.filter(
      (file) => /\.(ts|tsx|mjs|json|md|css|sh|html)$|run$/.test(file) && file !== "package-lock.json",
    );
    expect(text.filter((file) => forbidden.test(readFileSync(file, "utf8")))).toEqual([]);
    expect(readFileSync("package-lock.json", "utf8")).not.toMatch(
      /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)http/,
    );
  });
});
