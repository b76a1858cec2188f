import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import type { z } from "zod";

export type FormResult = SubmissionResult<string[]>;

const largestForm = 256 * 1024;

interface ReadOptions {
  /** Sentence by message key, in the reader's language. */
  sentences: Readonly<Record<string, string>>;
  /** Fields that never go back into the page: passwords and codes. */
  secret?: readonly string[];
}

/** The page again with what was typed and what is wrong: `{ result }` for Conform, status 400 unless said otherwise. */
export type Refusal = ReturnType<typeof refusal>;

/** A posted form, checked by its schema, with every error as a sentence. Files are not for this: they are streamed. */
export async function readForm<S extends z.ZodType>(request: Request, schema: S, options: ReadOptions) {
  return checkForm(await readFormData(request), schema, options);
}

/** The same of form data read before, such as beside an upload. */
export function checkForm<S extends z.ZodType>(
  formData: FormData,
  schema: S,
  { sentences, secret = [] }: ReadOptions,
) {
  const submission = parseWithZod(formData, { schema });
  const hideFields = [...secret];
  /** By field, a message key or a sentence that is one already. */
  const refuse = (errors: Readonly<Record<string, string>>, status = 400) => {
    const fieldErrors = Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, [key]]));
    return refusal(translated(submission.reply({ fieldErrors, hideFields }), sentences), status);
  };
  if (submission.status === "success")
    return { ok: true, value: submission.value as z.output<S>, refuse } as const;
  const result = submission.reply({ hideFields });
  return { ok: false, refused: refusal(translated(result, sentences), 400), refuse } as const;
}

/** `largest` in bytes, where a page takes more than fields. */
export async function readFormData(request: Request, largest = largestForm): Promise<FormData> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= largest)) throw data(null, { status: 413 });
  const formData = await request.formData().catch(() => {
    throw data(null, { status: 400 });
  });
  // Conform reads instructions from these; no page of ours sends any.
  for (const reserved of ["__intent__", "__state__"]) formData.delete(reserved);
  return formData;
}

const refusal = (result: FormResult, status: number) => data({ result }, { status });

function translated(result: FormResult, sentences: Readonly<Record<string, string>>): FormResult {
  const error = Object.fromEntries(
    Object.entries(result.error ?? {}).map(([field, keys]) => [
      field,
      keys?.map((key) => sentences[key] ?? key) ?? null,
    ]),
  );
  return { ...result, error };
}
