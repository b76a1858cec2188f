import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import type { Choice } from "#app/domain/forms/merge-answers.ts";
import type { AnswerOperation, RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { sectionSchema } from "#app/domain/forms/section-schema.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { newRowId } from "#app/domain/forms/new-row-id.ts";
import { readFormData } from "./read-form.ts";
import { type Intent, readIntent } from "./section-intent.ts";

const rawValue = z.union([z.string(), z.array(z.string())]);
const rawRow = z.object({ id: z.string(), cells: z.record(z.string(), rawValue) });
const rawAnswers = z.record(z.string(), z.union([rawValue, z.array(rawRow)]));

export interface AnswersForm {
  base: RawAnswers;
  typed: RawAnswers;
  choices: Map<string, Choice>;
  intent: Intent;
  row: Extract<AnswerOperation, { kind: "add_row" | "remove_row" }> | undefined;
}

/** What a page of kept answers (a profile, the registry) carries back; undefined when it is none of ours. */
export async function readAnswersForm(
  request: Request,
  definition: FormDefinition,
  sectionKey: string,
): Promise<AnswersForm | undefined> {
  const formData = await readFormData(request);
  const base = rawAnswers.safeParse(parseJson(formData.get("base")));
  if (!base.success) return undefined;
  const schema = sectionSchema(definition, sectionKey);
  const submission = parseWithZod(formData, { schema, disableAutoCoercion: true });
  if (submission.status !== "success") return undefined;
  const intent = readIntent(formData.get("intent"));
  return {
    base: base.data,
    typed: submission.value,
    choices: choicesOf(formData),
    intent,
    row: rowOf(intent),
  };
}

function rowOf(intent: Intent): AnswersForm["row"] {
  if (intent.kind === "add-row") return { kind: "add_row", table: intent.table, rowId: newRowId() };
  if (intent.kind === "remove-row") return { kind: "remove_row", table: intent.table, rowId: intent.rowId };
  return undefined;
}

/** Path → what was decided about its conflict; empty while the choice is open. */
function choicesOf(formData: FormData): Map<string, Choice> {
  return new Map(
    formData.getAll("conflict").flatMap((path) => {
      if (typeof path !== "string") return [];
      const choice = formData.get(`choose:${path}`);
      return [[path, choice === "mine" || choice === "theirs" ? choice : ""] as const];
    }),
  );
}

function parseJson(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
