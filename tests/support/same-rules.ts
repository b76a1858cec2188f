import { autosaveSchema } from "#app/domain/applications/draft/operation-schema.ts";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { admitsOperation } from "#app/domain/forms/admit-operation.ts";
import { adviceOf } from "#app/domain/forms/advise.ts";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { CheckEnv } from "#app/domain/forms/check-env.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { applyAnswerOperation, type RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { takeSnapshot } from "#app/domain/forms/snapshot.ts";
import { exampleApplications } from "#tests/world/example-applications.ts";
import { Dice, randomOperations } from "./random-operations.ts";

/** After so many mutations the example is taken afresh. */
const perDraft = 12;

/**
 * Everything the rules say of drafts that begin as the filled examples and are then mutated at random: one line of
 * JSON a draft. It runs wherever JavaScript runs, and must say the same everywhere.
 */
export function* verdicts(runs: number, seed: number): Generator<string> {
  for (const { definition, answers, env } of exampleApplications) {
    const dice = new Dice(seed);
    let raw: RawAnswers = answers;
    for (let run = 0; run < runs; run += 1) {
      if (run % perDraft === 0) raw = answers;
      for (const operation of admitted(definition, randomOperations(definition, dice, run)))
        raw = applyAnswerOperation(raw, operation);
      yield JSON.stringify(verdictOf(definition, raw, env));
    }
  }
}

/** Short enough to be carried out of a browser by the thousand (FNV-1a). */
export function digests(runs: number, seed: number): number[] {
  return [...verdicts(runs, seed)].map((text) => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return hash >>> 0;
  });
}

export function verdict(runs: number, seed: number, index: number): string {
  let at = 0;
  for (const text of verdicts(runs, seed)) if (at++ === index) return text;
  return "";
}

function verdictOf(definition: FormDefinition, raw: RawAnswers, env: CheckEnv) {
  const evaluation = evaluateForm(definition, raw, env);
  const { sections, questionByKey } = compileForm(definition);
  const { answers } = takeSnapshot(definition, raw, { ...env, files: {} });
  return {
    answers,
    shown: [...questionByKey.keys()].map((key) => [evaluation.isVisible(key), evaluation.isRequired(key)]),
    issues: checkApplication(definition, raw, env).issues,
    advice: sections.map((section) => adviceOf(evaluation, section)),
  };
}

function admitted(definition: FormDefinition, operations: unknown[]): DraftOperation[] {
  return operations.flatMap((operation) => {
    const parsed = autosaveSchema.safeParse({ section: "any", person: "li", operations: [operation] });
    const all = parsed.success ? (parsed.data.operations as DraftOperation[]) : [];
    return all.filter((each) => admitsOperation(definition, each));
  });
}
