import { expect, test } from "vitest";
import { applyOperations } from "#app/domain/applications/draft/apply-operations.ts";
import type { DraftOperation, EarlierDelivery } from "#app/domain/applications/draft/draft-operation.ts";
import { type DraftSection, rawAnswersOf } from "#app/domain/applications/draft/draft-section.ts";
import { autosaveSchema } from "#app/domain/applications/draft/operation-schema.ts";
import { draftAnswers } from "#app/domain/applications/packet/packet-answers.ts";
import { admitsOperation, isRunningText } from "#app/domain/forms/admit-operation.ts";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { sheetCell } from "#app/domain/forms/sheet/write-sheet.ts";
import { takeSnapshot } from "#app/domain/forms/snapshot.ts";
import { answerBlocks } from "#app/ui/paper/answer-blocks.ts";
import { companyProfileForm } from "#db/programme/forms/company-profile.ts";
import { programme } from "#db/programme/programme.ts";
import { Dice, randomOperations } from "#tests/support/random-operations.ts";

/** `FUZZ_RUNS=100000` for the long run; every form has its share. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 3_000);
const forms = [...programme.forms, companyProfileForm] as FormDefinition[];
const env = { today: "2026-11-23", files: {} };
/** After so many lists a new draft is begun. */
const perDraft = 50;

test.each(forms.map((form) => [form.code, form] as const))(
  "%s: whatever arrives, nothing breaks and what is refused leaves the draft as it was",
  (_code, form) => {
    const dice = new Dice(0x5eed);
    const fixedTables = new Set(
      [...compileForm(form).questionByKey.values()]
        .filter(({ fixedRows }) => fixedRows)
        .map(({ field }) => field.key),
    );
    const share = Math.ceil(runs / forms.length);
    let draft: DraftSection = {};
    let seen = new Map<string, EarlierDelivery>();
    let [taken, refused] = [0, 0];
    for (let run = 0; run < share; run++) {
      if (run % perDraft === 0) [draft, seen] = [{}, new Map()];
      const operations = taking(form, randomOperations(form, dice, run));
      if (!operations) {
        refused += 1;
        continue;
      }
      taken += 1;
      const before = JSON.stringify(draft);
      const applied = applyOperations(draft, operations, {
        ...{ by: "li", at: "2026-11-23T08:00:00.000Z", seen, fixedTables },
        isText: (path) => isRunningText(form, path),
      });
      expect(JSON.stringify(draft)).toBe(before);
      if (applied.changes.length === 0) expect(JSON.stringify(applied.section)).toBe(before);
      for (const { opId, version } of applied.changes) seen.set(opId, { version });
      draft = JSON.parse(JSON.stringify(applied.section)) as DraftSection;
      const raw = rawAnswersOf([draft]);
      checkApplication(form, raw, env);
      if (run % 10 === 0) JSON.stringify(takeSnapshot(form, raw, env));
      if (run % 50 === 0) for (const locale of ["zh", "en"] as const) printed(form, raw, locale);
    }
    // Neither half of the test is empty.
    expect(taken).toBeGreaterThan(share / 10);
    expect(refused).toBeGreaterThan(share / 10);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["ratio"]).toBeUndefined();
  },
  600_000,
);

/** What everybody reads of it: on paper, to be downloaded, beside what it was before. */
function printed(definition: FormDefinition, raw: RawAnswers, locale: "zh" | "en"): void {
  answerBlocks({ definition, raw, env, locale, showRestricted: true, hashes: new Map() });
  draftAnswers(definition, raw, env, false);
  const evaluation = evaluateForm(definition, raw, env);
  for (const { field } of compileForm(definition).questionByKey.values())
    if (isTable(field))
      for (const row of evaluation.allRows(field.key))
        for (const column of field.columns) sheetCell(row, column, locale);
}

/** The list as a section would take it: all of it, or nothing. */
function taking(form: FormDefinition, operations: unknown[]): DraftOperation[] | undefined {
  const parsed = autosaveSchema.safeParse({ section: "any", person: "li", operations });
  if (!parsed.success) return undefined;
  const all = parsed.data.operations as DraftOperation[];
  return all.every((operation) => admitsOperation(form, operation)) ? all : undefined;
}
