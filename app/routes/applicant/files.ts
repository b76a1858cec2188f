import { redirect } from "react-router";
import { findApplication } from "#app/features/applications/find-application.ts";
import { removeFile } from "#app/features/files/remove-file.ts";
import { restoreFile } from "#app/features/files/restore-file.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { found } from "#app/http/not-found.ts";
import { requestContext } from "#app/http/request-context.ts";
import type { Route } from "./+types/files";
import { readSectionForm } from "./section/read-section-form.ts";
import { readIntent } from "#app/http/section-intent.ts";
import { uploadSentence } from "./section/upload-sentence.ts";

/** Uploads and removals by the section's browser script; without one, the section's own form does the same. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = requestContext(context);
  if (actor.kind !== "person" || !actor.fullySignedIn)
    return Response.json({ reason: "signed_out" }, { status: 401 });
  const head = found(await findApplication(ctx, params.id, { tests: true }));
  const read = await readSectionForm(ctx, request, params.id);
  if (typeof read === "string")
    return Response.json({ reason: read }, { status: read === "too_large" ? 413 : 400 });
  const intent = readIntent(read.form.get("intent"));
  if (intent.kind === "remove-file" || intent.kind === "restore-file") {
    const change = intent.kind === "remove-file" ? removeFile : restoreFile;
    const changed = await change(ctx, { applicationId: params.id, fileId: intent.fileId });
    return Response.json(changed, { status: changed.ok ? 200 : 409 });
  }
  const definition = await formOfVersion(ctx.db.read, head.formVersionId);
  const problems = read.problems.map((problem) => uploadSentence(problem, definition, locale));
  return Response.json({ uploaded: read.uploaded, problems }, { status: problems.length > 0 ? 409 : 200 });
}

/** Nothing to read here; who comes by address is shown the application. */
export const loader = ({ params }: Route.LoaderArgs) => redirect(`/applications/${params.id}`, 302);
