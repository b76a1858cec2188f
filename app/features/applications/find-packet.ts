import type { Readable } from "node:stream";
import {
  draftAnswers,
  isRestricted,
  reducedSnapshot,
} from "#app/domain/applications/packet/packet-answers.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { type HashedFile, type SnapshotEnv, takeSnapshot } from "#app/domain/forms/snapshot.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { findPrinted, type PrintedApplication, type WantedVersion } from "./find-printed.ts";
import { sha256 } from "./keep-submission.ts";

export interface PacketAttachment extends HashedFile {
  questionKey: string;
  /** Whether the store has it, as large as it was received. */
  isStored(): Promise<boolean>;
  open(): Promise<Readable>;
}

/** An application with everything that belongs to it, as far as this reader may see it. */
export interface Packet extends PrintedApplication {
  /** Whether `answers` is, byte for byte, what was signed. */
  isWhole: boolean;
  answers: string;
  form: string;
  /** In the form's order. */
  attachments: PacketAttachment[];
}

/** Undefined exactly where there would be nothing to print. */
export async function findPacket(ctx: Context, wanted: WantedVersion): Promise<Packet | undefined> {
  const printed = await findPrinted(ctx, wanted);
  if (!printed) return undefined;
  const { submitted, definition, raw, env, showRestricted } = printed;
  const form = jsonOf(definition);
  if (!submitted) {
    const answers = draftAnswers(definition, raw, env, showRestricted);
    // A file of a question that no longer applies stays in the draft and goes nowhere.
    const { files } = takeSnapshot(definition, raw, env);
    return {
      ...printed,
      isWhole: false,
      answers,
      form,
      attachments: await attachmentsOf(ctx, printed, files),
    };
  }
  const { snapshot } = submitted;
  const whole = jsonOf(snapshot);
  if (sha256(whole) !== submitted.sha256 || sha256(form) !== snapshot.form.sha256)
    throw new Error(`Submission ${submitted.version} of ${printed.head.id} is not what its hash says`);
  const answers = showRestricted ? whole : reducedSnapshot(snapshot, definition);
  const attachments = await attachmentsOf(ctx, printed, snapshot.files);
  return { ...printed, isWhole: showRestricted, answers, form, attachments };
}

/** Attachments that are on record and not in the store: a packet without them would not be the application. */
export async function missingAttachments({
  attachments,
}: Pick<Packet, "attachments">): Promise<PacketAttachment[]> {
  const stored = await Promise.all(attachments.map((file) => file.isStored()));
  return attachments.filter((_, index) => !stored[index]);
}

async function attachmentsOf(
  ctx: Context,
  { head, definition, showRestricted }: PrintedApplication,
  files: SnapshotEnv["files"],
): Promise<PacketAttachment[]> {
  const shown = [...compileForm(definition).questionByKey.keys()].filter(
    (key) => showRestricted || !isRestricted(definition, key),
  );
  const named = shown.flatMap((questionKey) =>
    (files[questionKey] ?? []).map((file) => ({ ...file, questionKey })),
  );
  if (named.length === 0) return [];
  const ids = named.map(({ id }) => id);
  const stored = await ctx.db.read
    .selectFrom("file")
    .select(["id", "storage_key as storageKey"])
    .where("application_id", "=", head.id)
    .where("id", "in", ids)
    .execute();
  const keys = new Map(stored.map(({ id, storageKey }) => [id, storageKey]));
  return named.map((file) => {
    const key = keys.get(file.id);
    return {
      ...file,
      isStored: async () => key !== undefined && (await ctx.files.size(key)) === file.size,
      open: async () => (await ctx.files.open(key ?? "")).stream,
    };
  });
}

const jsonOf = (value: unknown): string => canonicalJson(value as Parameters<typeof canonicalJson>[0]);
