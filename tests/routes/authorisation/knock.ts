import type { OpenPortal } from "#tests/support/open-portal.ts";
import type { Check, Outcome } from "./access-table.ts";
import type { ActorName } from "./actors.ts";
import { canariesIn } from "./canaries.ts";
import { knows } from "./knowledge.ts";
import type { World } from "./world.ts";
import { tokenOf } from "./world-people.ts";

export interface Answer {
  status: number;
  location: string;
  changed: boolean;
  /** Canaries the actor may not know, as `kind/whose`. */
  leaks: string[];
}

/** One request of one actor, with what it did and what it gave away. */
export async function knock(
  portal: OpenPortal,
  world: World,
  check: Check,
  actor: ActorName,
  path = check.path(world),
): Promise<Answer> {
  const state = () =>
    [check.counted ? portal.contents() : portal.databaseVersion(), portal.storedFiles()].join();
  const before = state();
  const response = await portal.send(path, {
    method: check.method,
    token: tokenOf(actor),
    body: check.body?.(world, actor),
    ...(check.headers ? { headers: check.headers } : {}),
  });
  const text = `${[...response.headers].join("\n")}\n${await readable(response)}`;
  return {
    status: response.status,
    location: response.headers.get("location") ?? "",
    changed: state() !== before,
    leaks: canariesIn(text)
      .filter((canary) => !knows[actor](canary))
      .map(({ kind, of }) => `${kind}/${of}`)
      .filter((leak) => !check.tells?.includes(leak)),
  };
}

/** A workbook is searched in the parts that hold text. */
async function readable(response: Response): Promise<string> {
  return Buffer.from(await response.arrayBuffer()).toString("utf8");
}

/** Which of the table's words fits an answer. */
export function outcomeOf(
  { status, location, changed }: Answer,
  { method, traceless, traced }: Check,
): Outcome | string {
  const wordless = `${status}${location && ` to ${location}`}${changed ? ", changed" : ""}`;
  if (status >= 500) return wordless;
  const isRedirect = status === 302 || status === 303;
  if (isRedirect && !changed && location.startsWith("/sign-in/second-factor")) return "second_factor";
  if (isRedirect && !changed && /^\/sign-in(\?next=|$)/.test(location)) return "sign_in";
  if (status === 404) return changed ? wordless : "hidden";
  if (status >= 400) return changed ? wordless : "refused";
  if (traced) return changed ? "open" : wordless;
  if (method === "GET") return isRedirect && !changed ? "elsewhere" : changed ? wordless : "open";
  if (changed || traceless) return "open";
  return isRedirect ? "elsewhere" : wordless;
}
