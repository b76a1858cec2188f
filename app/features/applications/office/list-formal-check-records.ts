import {
  type Checklist,
  type CorrectionItem,
  readChecklist,
  readFlags,
  readVerdicts,
  type Verdicts,
} from "#app/domain/applications/formal-check.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

export interface FormalCheckRecord {
  id: string;
  submissionId: string;
  submissionVersion: number;
  result: "open" | "accepted" | "not_accepted" | "correction";
  checklist: Checklist;
  /** Defects gathered so far. */
  flags: readonly CorrectionItem[];
  verdicts: Verdicts;
  reasonCode: string | null;
  reasonText: string;
  officer: string | null;
  openedAt: string;
  decidedAt: string | null;
  version: number;
}

/** Every formal check an application has been through, the latest first. */
export async function listFormalCheckRecords(
  ctx: Context,
  applicationId: string,
): Promise<FormalCheckRecord[]> {
  if (!mayOffice(ctx.actor, "list")) return [];
  const rows = await visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("formal_check", "formal_check.application_id", "application.id")
    .innerJoin("submission", "submission.id", "formal_check.submission_id")
    .leftJoin("person", "person.id", "formal_check.officer_id")
    .select([
      "formal_check.id as id",
      "formal_check.submission_id as submissionId",
      "submission.version as submissionVersion",
      "formal_check.result as result",
      "formal_check.checklist as checklist",
      "formal_check.flags as flags",
      "formal_check.verdicts as verdicts",
      "formal_check.reason_code as reasonCode",
      "formal_check.reason_text as reasonText",
      "person.name as officer",
      "formal_check.opened_at as openedAt",
      "formal_check.decided_at as decidedAt",
      "formal_check.version as version",
    ])
    .where("application.id", "=", applicationId)
    .orderBy("formal_check.opened_at", "desc")
    .orderBy("formal_check.id", "desc")
    .execute();
  return rows.map((row) => ({
    ...row,
    checklist: readChecklist(JSON.parse(row.checklist)),
    flags: readFlags(JSON.parse(row.flags)),
    verdicts: readVerdicts(JSON.parse(row.verdicts)),
  }));
}
