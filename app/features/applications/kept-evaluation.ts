import { rawAnswersOf } from "#app/domain/applications/draft/draft-section.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { evaluateForm, type FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { SnapshotEnv } from "#app/domain/forms/snapshot.ts";
import type { Read } from "#app/platform/database/database.ts";
import type { StoredSection } from "./list-stored-sections.ts";

interface Standing {
  definition: FormDefinition;
  sections: readonly StoredSection[];
  env: SnapshotEnv;
}

interface Kept extends Standing {
  envText: string;
  evaluation: FormEvaluation;
}

const mostApplications = 100;
const keptBy = new WeakMap<Read, Map<string, Kept>>();

/**
 * The answers of a draft as they stand. While nothing of it has changed it is the same evaluation as before, with
 * whatever was worked out already: who goes from section to section reads the same two hundred answers each time.
 */
export function keptEvaluation(db: Read, applicationId: string, standing: Standing): FormEvaluation {
  const { definition, sections, env } = standing;
  const envText = JSON.stringify(env);
  const applications = keptBy.get(db) ?? new Map<string, Kept>();
  const known = applications.get(applicationId);
  if (known?.envText === envText && known.definition === definition && areSame(known.sections, sections)) {
    applications.delete(applicationId);
    applications.set(applicationId, known);
    return known.evaluation;
  }
  const raw = rawAnswersOf(sections.map(({ fields }) => fields));
  const evaluation = evaluateForm(definition, raw, env);
  // What a transaction sees may yet be rolled back.
  if (db.isTransaction) return evaluation;
  keptBy.set(db, applications);
  applications.set(applicationId, { ...standing, envText, evaluation });
  const [oldest] = applications.keys();
  if (applications.size > mostApplications && oldest !== undefined) applications.delete(oldest);
  return evaluation;
}

/** A section that was not saved since is the same object (list-stored-sections). */
const areSame = (some: readonly StoredSection[], others: readonly StoredSection[]): boolean =>
  some.length === others.length && some.every((section, at) => section === others[at]);
