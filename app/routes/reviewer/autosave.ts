import type { OperationOutcome, Theirs } from "#app/domain/applications/draft/draft-operation.ts";
import { autosaveSchema } from "#app/domain/applications/draft/operation-schema.ts";
import type { AutosaveOutcome, ShownTheirs } from "#app/domain/applications/section-page-data.ts";
import { plainLineEnds } from "#app/domain/reviews/field-fingerprint.ts";
import type { SheetAnswer } from "#app/domain/reviews/sheet-page-data.ts";
import { saveSheetOperations } from "#app/features/reviews/save-sheet.ts";
import { newDeviceKey } from "#app/http/device-key.ts";
import { readJson } from "#app/http/read-json.ts";
import { requestContext } from "#app/http/request-context.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import { formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { sheetValueText } from "#app/i18n/sheet-value-text.ts";
import type { Route } from "./+types/autosave";

const statusOf = { not_found: 404, closed: 409, unknown_field: 400, too_long: 413 } as const;

/** Saves while typing. 401: the session ended and the page keeps the text; 200 means committed to disk. */
export async function action({ context, params, request }: Route.ActionArgs) {
  if (requestContext(context).actor.kind !== "person") return refuse("signed_out", 401);
  const { ctx, actor, locale } = reviewerOnly(context);
  const parsed = autosaveSchema.safeParse(await readJson(request));
  if (!parsed.success) return refuse("malformed", 400);
  if (parsed.data.person !== actor.personId) return refuse("signed_out", 401);
  const operations = parsed.data.operations.map((operation) =>
    operation.kind === "set" && typeof operation.value === "string"
      ? { ...operation, value: plainLineEnds(operation.value) }
      : operation,
  );
  const saved = await saveSheetOperations(ctx, params.assignmentId, operations);
  if (!saved.ok) return refuse(saved.reason, statusOf[saved.reason]);
  const answer: SheetAnswer = {
    time: formatTime(saved.savedAt),
    outcomes: saved.outcomes.map((outcome) => shownOutcome(outcome, locale)),
    present: [],
    ...newDeviceKey(ctx.settings, actor, parsed.data.keyId),
    ...(saved.later === undefined ? {} : { later: saved.later }),
  };
  return Response.json(answer);
}

const refuse = (reason: string, status: number) => Response.json({ reason }, { status });

/** Whoever wrote first is the same person, in another window. */
function shownOutcome(outcome: OperationOutcome, locale: Locale): AutosaveOutcome {
  const shown = ({ value, at }: Theirs): ShownTheirs => ({
    value,
    text: sheetValueText(outcome.path, String(value ?? ""), locale),
    name: reviewMessages[locale].sheet.otherWindow,
    time: formatTime(at),
  });
  if (outcome.status === "conflict") return { ...outcome, theirs: shown(outcome.theirs) };
  const { merged, ...saved } = outcome;
  return merged ? { ...saved, merged: shown(merged) } : saved;
}
