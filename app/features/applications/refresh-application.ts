import { copiedAnswersOf } from "#app/domain/applications/copied-answers.ts";
import { rawAnswersOf } from "#app/domain/applications/draft/draft-section.ts";
import { applicationCheckOf } from "#app/domain/forms/check-answers.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { Context } from "#app/features/context.ts";
import type { Write } from "#app/platform/database/database.ts";
import { dialectOf } from "#app/platform/database/sql.ts";
import { checkEnvOf, listDraftFiles } from "./find-draft.ts";
import { listStoredSections } from "./list-stored-sections.ts";

/** Brings progress, title and amounts beside the application up to date with its answers and files. */
export async function refreshApplication(
  trx: Write,
  { now }: Pick<Context, "now">,
  applicationId: string,
  definition: FormDefinition,
): Promise<void> {
  // Taken first, so that of two who refresh at once the later one sees what the earlier one saved.
  const standing = await trx
    .selectFrom("application")
    .innerJoin("company", "company.id", "application.company_id")
    .innerJoin("call", "call.id", "application.call_id")
    .select([
      "application.answered",
      "application.required",
      "application.title_zh",
      "application.title_en",
      "application.city_code",
      "application.chain_segment",
      "application.amount_requested_fen",
      "application.total_investment_fen",
      "company.uscc as uscc",
      "company.uscc_state as usccState",
      "call.minimum_fen as minimumFen",
      "call.maximum_fen as maximumFen",
    ])
    .where("application.id", "=", applicationId)
    .$call((query) => (dialectOf(trx) === "postgres" ? query.forNoKeyUpdate("application") : query))
    .executeTakeFirstOrThrow();
  const sections = await listStoredSections(trx, applicationId);
  const files = (await listDraftFiles(trx, applicationId)).filter((file) => file.replacedBy === null);
  const raw = rawAnswersOf(sections.map((section) => section.fields));
  const evaluation = evaluateForm(definition, raw, checkEnvOf(definition, standing, files, now));
  const { progress } = applicationCheckOf(evaluation);
  const wanted = {
    answered: progress.answered,
    required: progress.required,
    ...copiedAnswersOf(evaluation),
  };
  const changed = Object.entries(wanted).some(
    ([column, value]) => standing[column as keyof typeof wanted] !== value,
  );
  if (!changed) return;
  await trx
    .updateTable("application")
    .set({ ...wanted, updated_at: now.toISOString() })
    .where("id", "=", applicationId)
    .execute();
}
