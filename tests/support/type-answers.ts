import { randomUUID } from "node:crypto";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { differenceOfAnswers } from "#app/domain/forms/difference-of-answers.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";

/** Somebody who is signed in, and the company they write for. */
export interface Writer {
  origin: string;
  cookie: string;
  personId: string;
  companyId: string;
}

/** A new application with the answers typed into it, section by section, as a browser would; returns its id. */
export async function startWith(
  { origin, cookie, personId, companyId }: Writer,
  code: string,
  definition: FormDefinition,
  answers: RawAnswers,
): Promise<string> {
  const headers = { origin, cookie };
  const started = await fetch(`${origin}/applications/new?call=${code}`, {
    ...{ method: "POST", redirect: "manual", headers, body: new URLSearchParams({ company: companyId }) },
  });
  const id = /^\/applications\/([\w-]{36})/.exec(started.headers.get("location") ?? "")?.[1];
  if (!id) throw new Error(`No application of ${code} could be started: ${started.status}`);
  const form = compileForm(definition);
  for (const { section, questions } of form.sections) {
    if (section.kind === "signing") continue;
    const keys = new Set(questions.map(({ field }) => field.key));
    const own = Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
    const operations = differenceOfAnswers({}, own)
      .filter((operation) => operation.kind === "set" || !form.questionByKey.get(operation.table)?.fixedRows)
      .map((operation) => ({ ...operation, opId: randomUUID(), baseVersion: 0 }));
    for (let from = 0; from < operations.length; from += 40) {
      const saved = await fetch(`${origin}/applications/${id}/autosave`, {
        ...{ method: "POST", headers: { ...headers, "content-type": "application/json" } },
        body: JSON.stringify({
          ...{ section: section.key, person: personId },
          operations: operations.slice(from, from + 40),
        }),
      });
      if (!saved.ok) throw new Error(`${code} ${section.key}: ${saved.status} ${await saved.text()}`);
    }
  }
  return id;
}
