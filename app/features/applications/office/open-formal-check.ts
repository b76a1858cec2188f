import type { CorrectionItem, Verdicts } from "#app/domain/applications/formal-check.ts";
import { can } from "#app/domain/applications/policy.ts";
import type { Context } from "#app/features/context.ts";
import { type LockedApplication, lockApplication } from "#app/features/lock-application.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

export interface CheckInput {
  checkId: string;
  /** Of the check, as the officer's page had it. */
  version: number;
}

export type CheckRefusal = "not_found" | "not_allowed" | "closed" | "stale";

export interface OpenCheck {
  id: string;
  applicationId: string;
  submissionId: string;
  version: number;
}

/** The check an officer is working on and its application, both held; or why it cannot be worked on. */
export async function openFormalCheck(
  trx: Write,
  ctx: Context,
  input: CheckInput,
): Promise<
  { ok: true; check: OpenCheck; application: LockedApplication } | { ok: false; reason: CheckRefusal }
> {
  const named = await trx
    .selectFrom("formal_check")
    .select("application_id")
    .where("id", "=", input.checkId)
    .executeTakeFirst();
  const application = named && (await lockApplication(trx, ctx.actor, named.application_id));
  const check = application && (await lockCheck(trx, input.checkId));
  if (!check) return { ok: false, reason: "not_found" };
  if (!can(ctx.actor, "check", application, ctx.now)) return { ok: false, reason: "not_allowed" };
  if (check.result !== "open" || application.state !== "formal_review")
    return { ok: false, reason: "closed" };
  if (check.version !== input.version) return { ok: false, reason: "stale" };
  return { ok: true, check, application };
}

/** The flags of the round that came back; a correction is judged flag by flag. */
export async function flagsToJudge(
  trx: Write,
  { id, round }: Pick<LockedApplication, "id" | "round">,
): Promise<string[]> {
  const rows = await trx
    .selectFrom("correction_item")
    .select("id")
    .where("application_id", "=", id)
    .where("round", "=", round)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

const lockCheck = (trx: Write, id: string) =>
  trx
    .selectFrom("formal_check")
    .select(["id", "application_id as applicationId", "submission_id as submissionId", "version", "result"])
    .where("id", "=", id)
    .$call(forUpdate(trx))
    .executeTakeFirst();

interface CheckChange {
  checklist: object;
  flags?: readonly CorrectionItem[] | undefined;
  verdicts?: Verdicts | undefined;
  result?: "accepted" | "not_accepted" | "correction";
  reasonCode?: string;
  reasonText?: string;
}

/** Writes the check where nobody has saved it since; false when somebody has. */
export async function changeCheck(
  trx: Write,
  { actor, now }: Context,
  check: OpenCheck,
  { checklist, flags, verdicts, result, reasonCode, reasonText }: CheckChange,
): Promise<boolean> {
  const updated = await trx
    .updateTable("formal_check")
    .set({
      checklist: JSON.stringify(checklist),
      officer_id: actor.kind === "person" ? actor.personId : null,
      version: check.version + 1,
      ...(flags === undefined ? {} : { flags: JSON.stringify(flags) }),
      ...(verdicts === undefined ? {} : { verdicts: JSON.stringify(verdicts) }),
      ...(result ? { result, decided_at: now.toISOString() } : {}),
      ...(reasonCode === undefined ? {} : { reason_code: reasonCode }),
      ...(reasonText === undefined ? {} : { reason_text: reasonText }),
    })
    .where("id", "=", check.id)
    .where("version", "=", check.version)
    .where("result", "=", "open")
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) === 1;
}
