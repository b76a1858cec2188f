import { type CallDocument, callDocumentSchema, frozenGroups } from "#app/domain/calls/call-document.ts";
import {
  changedBesidesTexts,
  documentDifference,
  type DocumentChange,
} from "#app/domain/calls/document-difference.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { lockDraftOfCall, writeGroups } from "./call-draft.ts";
import { documentOfStanding, lockStandingCall } from "./standing-call.ts";

export interface ImportCallDocument {
  callId: string;
  /** What `exportedCall` writes. */
  json: string;
  /** Of the draft, as the page that showed the difference had it; without it nothing is written. */
  draftVersion: number | undefined;
}

export type ImportedCallDocument =
  | { ok: true; changes: DocumentChange[]; draftVersion: number; written: boolean }
  | { ok: false; reason: "not_allowed" | "not_found" | "json" | "stale" | "frozen" }
  /** Where the text is not what a call looks like. */
  | { ok: false; reason: "shape"; place: string };

export const exportFormat = "call-1";

/** The file a call is carried in: to be read back here, or by another portal of the same version. */
export const exportedCall = (call: { code: string; year: number }, document: CallDocument): string =>
  `${JSON.stringify({ format: exportFormat, code: call.code, year: call.year, document }, null, 2)}\n`;

/** Shows what a file would change in a call's draft, and with the version that was shown, changes it. */
export function importCallDocument(ctx: Context, input: ImportCallDocument): Promise<ImportedCallDocument> {
  return ctx.db.write(async (trx): Promise<ImportedCallDocument> => {
    const { actor } = ctx;
    if (!mayCall(actor, "edit") || actor.kind !== "person") return { ok: false, reason: "not_allowed" };
    const call = await lockStandingCall(trx, ctx, input.callId);
    if (!call) return { ok: false, reason: "not_found" };
    const read = readExport(input.json);
    if (!read.ok) return read;
    const draft = await lockDraftOfCall(trx, call);
    const changes = documentDifference(draft.document, read.document);
    if (call.state !== "not_open") {
      const published = await documentOfStanding(trx, call);
      const after = { ...read.document, times: published.times };
      if (changedBesidesTexts(published, after).length > 0) return { ok: false, reason: "frozen" };
      if (changes.some(({ group }) => frozenGroups.includes(group))) return { ok: false, reason: "frozen" };
    }
    const shown = { ok: true, changes, draftVersion: draft.version } as const;
    if (input.draftVersion === undefined) return { ...shown, written: false };
    if (input.draftVersion !== draft.version) return { ok: false, reason: "stale" };
    if (changes.length === 0) return { ...shown, written: false };
    const groups = [...new Set(changes.map(({ group }) => group))];
    const values = Object.fromEntries(groups.map((group) => [group, read.document[group]]));
    const saved = await writeGroups(trx, ctx, {
      ...{ callId: call.id, personId: actor.personId },
      ...{ draft, values },
    });
    await recordEvent(trx, ctx, {
      type: "call_draft.imported",
      subject: { kind: "call", id: call.id },
      callId: call.id,
      data: { groups, version: saved.version, places: changes.length },
    });
    return { ...shown, draftVersion: saved.version, written: true };
  });
}

type ReadExport =
  | { ok: true; document: CallDocument }
  | { ok: false; reason: "json" }
  | { ok: false; reason: "shape"; place: string };

function readExport(json: string): ReadExport {
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    return { ok: false, reason: "json" };
  }
  if (typeof file !== "object" || file === null) return { ok: false, reason: "json" };
  const { format, document } = file as { format?: unknown; document?: unknown };
  if (format !== exportFormat) return { ok: false, reason: "shape", place: "format" };
  const shape = callDocumentSchema.safeParse(document);
  if (shape.success) return { ok: true, document: shape.data };
  return {
    ok: false,
    reason: "shape",
    place: ["document", ...(shape.error.issues[0]?.path ?? [])].join("."),
  };
}
