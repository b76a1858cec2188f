import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Node = string | ((...args: unknown[]) => string) | { [key: string]: Node };
interface Pair {
  zh: Node;
  en: Node;
}

const folder = "app/i18n/messages";
const han = /\p{Script=Han}/u;

/** Every sentence of a bundle by its path; functions are asked with stand-in arguments. */
function sentences(node: Node, path = ""): [string, string | null][] {
  if (typeof node === "string") return [[path, node]];
  if (typeof node === "function") return [[path, ask(node)]];
  return Object.entries(node).flatMap(([key, child]) => sentences(child, path ? `${path}.${key}` : key));
}

function ask(message: (...args: unknown[]) => string): string | null {
  for (const stand of [3, "3", {}, []]) {
    try {
      const said = message(stand, stand, stand, stand);
      if (typeof said === "string") return said;
    } catch {
      // Another kind of argument is wanted.
    }
  }
  return null;
}

/** Sentences put together by functions that take the language; tests/unit/forms asks them in both. */
const composed = ["form-issues.ts"];

const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && !composed.includes(file));

describe.each(files)("messages/%s", async (file) => {
  const module = (await import(`../../${folder}/${file}`)) as Record<string, unknown>;
  const pairs = Object.entries(module).filter((entry): entry is [string, Pair] => {
    const value = entry[1];
    return typeof value === "object" && value !== null && "zh" in value && "en" in value;
  });

  it("has a pair", () => expect(pairs.length).toBeGreaterThan(0));

  it.each(pairs)("%s says the same keys, all filled, each in its language", (_name, pair) => {
    const zh = new Map(sentences(pair.zh));
    const en = new Map(sentences(pair.en));
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    for (const [key, text] of [...zh, ...en]) expect(text, key).not.toBe("");
    // A language's own name and law titles are the only Chinese an English sentence holds.
    const mixed = [...en].filter(([, text]) => text && han.test(text) && !/中文|《/.test(text));
    expect(mixed).toEqual([]);
  });
});
