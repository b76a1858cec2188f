import { type BulkAction, isOfficeMove } from "#app/domain/applications/office-moves.ts";
import type { Context } from "#app/features/context.ts";
import { assignOfficer, type AssignOfficerRefusal } from "./assign-officer.ts";
import { moveApplication, type MoveApplicationRefusal } from "./move-application.ts";
import { startFormalCheck, type StartRefusal } from "./start-formal-check.ts";

export interface BulkInput {
  action: BulkAction;
  /** Rows as the preview showed them: one that has changed since is left alone. */
  rows: readonly { id: string; version: number }[];
  officerId: string | null;
  reason: string;
}

export type BulkRefusal = AssignOfficerRefusal | MoveApplicationRefusal | StartRefusal;

export interface BulkResult {
  id: string;
  refusal: BulkRefusal | null;
}

/** Runs the action row by row, each its own transaction: a row is done entirely or not at all. */
export function runBulkAction(ctx: Context, input: BulkInput): Promise<BulkResult[]> {
  return Promise.all(
    input.rows.map(async (row) => {
      const result = await runOne(ctx, input, row);
      return { id: row.id, refusal: result.ok ? null : result.reason };
    }),
  );
}

function runOne(ctx: Context, input: BulkInput, { id, version }: { id: string; version: number }) {
  const { action, officerId, reason } = input;
  if (isOfficeMove(action)) return moveApplication(ctx, { applicationId: id, version, move: action, reason });
  if (action === "start_formal_check")
    return startFormalCheck(ctx, { applicationId: id, version, evenThoughOpen: false });
  return assignOfficer(ctx, { applicationId: id, version, officerId: officerId ?? "" });
}
