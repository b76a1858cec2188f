import { checkForm, readFormData } from "#app/http/read-form.ts";
import { readUpload } from "#app/http/read-upload.ts";
import type { Context } from "#app/features/context.ts";
import type { LicenceUpload } from "#app/features/companies/keep-licence.ts";
import type { z } from "zod";

type UploadProblem =
  "licence_empty" | "licence_too_large" | "licence_extension" | "licence_content" | "licence_encrypted";

const problemOf = {
  empty: "licence_empty",
  "too-large": "licence_too_large",
  "extension-not-allowed": "licence_extension",
  "content-mismatch": "licence_content",
  macros: "licence_content",
  encrypted: "licence_encrypted",
  "too-many-pages": "licence_content",
  "pages-unreadable": "licence_content",
} as const satisfies Record<string, UploadProblem>;

/**
 * A form that may carry the licence. The picture is stored before the command names it; one that no row names in
 * the end is removed again by `discard`.
 */
export async function readLicenceForm<S extends z.ZodType>(
  request: Request,
  ctx: Context,
  schema: S,
  sentences: Readonly<Record<string, string>>,
) {
  const { formData, licence, problem } = await receive(request, ctx);
  const discard = async () => {
    if (licence) await ctx.files.remove(licence.stored.id);
  };
  return { form: checkForm(formData, schema, { sentences }), licence, problem, discard };
}

async function receive(request: Request, ctx: Context) {
  if (!/^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? ""))
    return { formData: await readFormData(request), licence: undefined, problem: undefined };
  const maxBytes = ctx.settings.uploadMaxBytes;
  let licence: LicenceUpload | undefined;
  let problem: UploadProblem | undefined;
  const upload = await readUpload(
    request,
    async ({ field, fileName, content }) => {
      const put = await ctx.files.put(content, { fileName, maxBytes, allowed: ["pdf", "jpg", "png"] });
      if (!put.ok) problem = problemOf[put.reason];
      else if (field === "licence" && !licence) licence = { name: fileName, stored: put.file };
      else await ctx.files.remove(put.file.id);
    },
    { maxBytes, maxFiles: 1 },
  );
  if (upload.ok) return { formData: upload.form, licence, problem };
  return { formData: new FormData(), licence: undefined, problem: "licence_too_large" as const };
}
