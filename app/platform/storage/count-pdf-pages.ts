import { readFile } from "node:fs/promises";
import { PdfObjects } from "./pdf-objects.ts";

const nodesAtMost = 50_000;

/**
 * The pages of a PDF as its page tree has them, leaf by leaf; what a node says of its own count is not believed.
 * Undefined where the tree cannot be read, as in a file that is broken.
 */
export async function countPdfPages(path: string): Promise<number | undefined> {
  const objects = PdfObjects.read(await readFile(path));
  const catalog = objects?.root === undefined ? undefined : objects.text(objects.root);
  const top = catalog === undefined ? undefined : referenceIn(catalog, "Pages");
  return objects && top !== undefined ? leavesUnder(objects, top) : undefined;
}

function leavesUnder(objects: PdfObjects, top: number): number | undefined {
  const seen = new Set<number>();
  const open = [top];
  let leaves = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const text = objects.text(node);
    if (text === undefined || seen.has(node) || seen.size >= nodesAtMost) return undefined;
    seen.add(node);
    if (/\/Type\s*\/Page(?![A-Za-z])/.test(text)) {
      leaves += 1;
      continue;
    }
    const kids = kidsOf(objects, text);
    if (!kids) return undefined;
    open.push(...kids);
  }
  return leaves > 0 ? leaves : undefined;
}

/** The list itself, or the object that holds it. */
function kidsOf(objects: PdfObjects, text: string): number[] | undefined {
  const held = referenceIn(text, "Kids");
  const list = held === undefined ? /\/Kids\s*(\[[^\]]*\])/.exec(text)?.[1] : objects.text(held);
  return list === undefined
    ? undefined
    : [...list.matchAll(/([0-9]+)\s+[0-9]+\s+R/g)].map(([, number]) => Number(number));
}

function referenceIn(text: string, name: string): number | undefined {
  const [, number] = new RegExp(`/${name}\\s+([0-9]+)\\s+[0-9]+\\s+R`).exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
}
