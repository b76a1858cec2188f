import type { DeviceStore } from "./device-store.ts";
import { isEmpty, type KeptDraft } from "./kept-draft.ts";
import { onceGone } from "./page-lock.ts";
import type { SendResult } from "./post-autosave.ts";

type Store = Pick<DeviceStore, "all" | "keep" | "forget">;
type Send = (draft: KeptDraft) => Promise<SendResult>;

export interface Replayed {
  /** Sections that hold more now than when their page was drawn. */
  saved: { application: string; section: string; kind?: "sheet" }[];
  /** What a person has to choose about, or what the portal does not take any more. */
  left: { id: string; draft: KeptDraft; isRefused: boolean }[];
}

const mostAtOnce = 400;

/** Sends what pages kept that were closed before they were answered. Each operation counts once, however often. */
export async function replayKept(
  store: Store,
  person: string,
  send: Send,
  gone: (id: string, work: () => Promise<void>) => Promise<boolean> = onceGone,
): Promise<Replayed> {
  const replayed: Replayed = { saved: [], left: [] };
  for (const { id, draft } of await store.all()) {
    if (draft.person !== person) continue;
    await gone(id, () => replay(store, id, draft, send, replayed));
  }
  return replayed;
}

async function replay(
  store: Store,
  id: string,
  draft: KeptDraft,
  send: Send,
  replayed: Replayed,
): Promise<void> {
  let rest = draft;
  while (rest.operations.length > 0) {
    const batch = rest.operations.slice(0, mostAtOnce);
    const result = await send({ ...rest, operations: batch }).catch((): SendResult => ({ kind: "failed" }));
    if (result.kind === "refused") replayed.left.push({ id, draft: rest, isRefused: true });
    if (result.kind !== "answered") return;
    const refused = new Set(
      result.answer.outcomes.filter(({ status }) => status === "conflict").map(({ opId }) => opId),
    );
    const held = new Map(rest.held.map((text) => [text.path, text]));
    for (const operation of batch)
      if (operation.kind === "set") {
        if (refused.has(operation.opId)) held.set(operation.path, operation);
        else held.delete(operation.path);
      }
    if (refused.size < batch.length) replayed.saved.push(rest);
    rest = {
      ...rest,
      operations: rest.operations.slice(batch.length),
      held: [...held.values()].map(({ path, value }) => ({ path, value })),
    };
    await (isEmpty(rest) ? store.forget(id) : store.keep(id, rest));
  }
  if (rest.held.length > 0) replayed.left.push({ id, draft: rest, isRefused: false });
}
