import { readFormData } from "#app/http/read-form.ts";
import { readUpload } from "#app/http/read-upload.ts";
import { addFile, type FileRefusal } from "#app/features/files/add-file.ts";
import type { Context } from "#app/features/context.ts";

export interface UploadProblem {
  question: string;
  fileName: string;
  reason: FileRefusal | "nothing_chosen" | "failed";
  /** Of the PDF that had too many. */
  pages?: number | undefined;
}

export interface SectionForm {
  form: FormData;
  problems: UploadProblem[];
  /** How many chosen files were taken. */
  uploaded: number;
}

const largestForm = 4 * 1024 * 1024;
/** Several files may be chosen at once; each is held to its question's own limit. */
const largestUpload = 320 * 1024 * 1024;

/** The fields of a section's form; files that came with it are streamed into the draft while they arrive. */
export async function readSectionForm(
  ctx: Context,
  request: Request,
  applicationId: string,
): Promise<SectionForm | "too_large" | "malformed"> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/")) {
    return { form: await readFormData(request, largestForm), problems: [], uploaded: 0 };
  }
  const problems: UploadProblem[] = [];
  let uploaded = 0;
  const replaced = new Set<string>();
  const fields = new Map<string, string>();
  const read = await readUpload(
    request,
    async ({ field, fileName, content }) => {
      const question = field.startsWith("file:") ? field.slice("file:".length) : "";
      const chosen = fields.get(`replaces:${question}`);
      const replaces = chosen && !replaced.has(chosen) ? chosen : undefined;
      if (replaces) replaced.add(replaces);
      const added = await addFile(ctx, { applicationId, questionKey: question, fileName, content, replaces });
      if (added.ok) uploaded += 1;
      else problems.push({ question, fileName, reason: added.reason, pages: added.pages });
    },
    { maxBytes: largestUpload, onField: (name, value) => fields.set(name, value) },
  );
  if (!read.ok) return read.reason === "too_large" ? "too_large" : "malformed";
  return { form: read.form, problems, uploaded };
}
