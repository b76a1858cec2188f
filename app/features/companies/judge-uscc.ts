import { can } from "#app/domain/companies/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { lockCompany } from "./lock-company.ts";

interface Judgement {
  companyId: string;
  verdict: "confirm" | "refuse";
  /** What the company is to do; needed to refuse. */
  reason?: string | undefined;
  /** The company as it stood on the officer's screen. */
  version: number;
}

type Answer = { ok: true } | { ok: false; reason: "not_found" | "not_allowed" | "reason_needed" | "stale" };

/** A person has compared the code with the licence. */
export async function judgeUscc(ctx: Context, input: Judgement): Promise<Answer> {
  const { companyId, verdict } = input;
  const note = input.reason?.trim() ?? "";
  if (verdict === "refuse" && note === "") return { ok: false, reason: "reason_needed" };
  return ctx.db.write(async (trx): Promise<Answer> => {
    const company = await lockCompany(trx, ctx, companyId);
    if (!company) return { ok: false, reason: "not_found" };
    if (company.version !== input.version) return { ok: false, reason: "stale" };
    if (!can(company.actor, "judge_uscc", { companyId, usccState: company.usccState }))
      return { ok: false, reason: "not_allowed" };
    await trx
      .updateTable("company")
      .set((eb) => ({
        uscc_state: verdict === "confirm" ? "confirmed" : "refused",
        uscc_note: verdict === "confirm" ? "" : note,
        version: eb("version", "+", 1),
      }))
      .where("id", "=", companyId)
      .execute();
    const type = verdict === "confirm" ? "company.uscc_confirmed" : "company.uscc_refused";
    await recordEvent(trx, ctx, { type, subject: { kind: "company", id: companyId }, companyId });
    return { ok: true };
  });
}
