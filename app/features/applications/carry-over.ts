import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { applicationHeads } from "./application-head.ts";
import { saveAnswersIn, type SavedAnswers } from "./save-answers.ts";

interface CarryOver {
  applicationId: string;
  /** The earlier application; null for the company's profile. */
  from: string | null;
  sections: readonly { sectionKey: string; operations: readonly DraftOperation[] }[];
}

export type CarriedOver =
  /** `left`: what a colleague had changed meanwhile, and stays. */
  { ok: true; saved: number; left: number } | Extract<SavedAnswers, { ok: false }>;

class NotCarried extends Error {
  readonly result: Extract<SavedAnswers, { ok: false }>;
  constructor(result: Extract<SavedAnswers, { ok: false }>) {
    super(result.reason);
    this.result = result;
  }
}

/** Takes chosen answers over, all or none, and puts on record where they came from. */
export async function carryOver(
  ctx: Context,
  { applicationId, from, sections }: CarryOver,
): Promise<CarriedOver> {
  try {
    return await ctx.db.write(async (trx) => {
      let saved = 0;
      let left = 0;
      for (const section of sections) {
        const result = await saveAnswersIn(trx, ctx, { applicationId, ...section });
        if (!result.ok) throw new NotCarried(result);
        saved += result.outcomes.filter(({ status }) => status === "saved").length;
        left += result.outcomes.filter(({ status }) => status === "conflict").length;
      }
      const head = await applicationHeads(trx, ctx.actor)
        .where("application.id", "=", applicationId)
        .executeTakeFirst();
      if (head && saved > 0)
        await recordEvent(trx, ctx, {
          type: "application.answers_carried_over",
          subject: { kind: "application", id: applicationId },
          applicationId,
          companyId: head.companyId,
          callId: head.callId,
          data: {
            from: from ?? "company_profile",
            sections: sections.map(({ sectionKey }) => sectionKey),
            answers: saved,
          },
        });
      return { ok: true, saved, left };
    });
  } catch (error) {
    if (error instanceof NotCarried) return error.result;
    throw error;
  }
}
