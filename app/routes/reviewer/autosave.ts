import { z } from "zod";
import { saveSheet } from "#app/features/reviews/save-sheet.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import { readJson } from "#app/http/read-json.ts";
import { requestContext } from "#app/http/request-context.ts";
import { formatTime } from "#app/i18n/format.ts";
import { plainLineEnds } from "#app/domain/reviews/field-fingerprint.ts";
import type { Route } from "./+types/autosave";

const body = z.object({
  changes: z
    .array(
      z.object({
        path: z.string().max(60),
        value: z.string().max(10_000).transform(plainLineEnds),
        base: z.int().min(0),
      }),
    )
    .min(1)
    .max(60),
});

/** Saves while typing. 401: the session ended and the page keeps the text; 200 means committed to disk. */
export async function action({ context, params, request }: Route.ActionArgs) {
  if (requestContext(context).actor.kind !== "person")
    return Response.json({ reason: "signed_out" }, { status: 401 });
  const { ctx } = reviewerOnly(context);
  const parsed = body.safeParse(await readJson(request));
  if (!parsed.success) return Response.json({ reason: "malformed" }, { status: 400 });
  const result = await saveSheet(ctx, params.assignmentId, parsed.data.changes);
  if (!result.ok) {
    const status = { not_found: 404, closed: 409, unknown_field: 400, too_long: 413 }[result.reason];
    return Response.json({ reason: result.reason }, { status });
  }
  return Response.json({
    versions: result.versions,
    conflicts: result.conflicts,
    savedAt: formatTime(result.savedAt),
  });
}
