import { redirect } from "react-router";
import { autosaveSchema } from "#app/domain/applications/draft/operation-schema.ts";
import type { OperationOutcome, Theirs } from "#app/domain/applications/draft/draft-operation.ts";
import type {
  AutosaveAnswer,
  AutosaveOutcome,
  ShownIssue,
  ShownTheirs,
} from "#app/domain/applications/section-page-data.ts";
import { checkSection } from "#app/domain/forms/check-answers.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import { type RawValue } from "#app/domain/forms/raw-answers.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { listColleagues } from "#app/features/applications/list-colleagues.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import type { Context } from "#app/features/context.ts";
import { newDeviceKey } from "#app/http/device-key.ts";
import { readJson } from "#app/http/read-json.ts";
import { requestContext } from "#app/http/request-context.ts";
import { formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { issueSentence, issueSummary } from "#app/i18n/messages/form-issues.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { shownPresent } from "./shown-present.ts";
import type { Route } from "./+types/autosave";

const statusOf = {
  not_found: 404,
  not_in_form: 400,
  not_editable: 409,
  not_flagged: 409,
  busy: 503,
} as const;

/** Saves fields while somebody types. The answer is sent after the commit and says, field by field, what was kept. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = requestContext(context);
  const parsed = await readBody(request);
  if (!parsed) return refuse("malformed", 400);
  if (actor.kind !== "person" || !actor.fullySignedIn || actor.personId !== parsed.person)
    return refuse("signed_out", 401);
  const { section, operations, check, keyId } = parsed;
  const saved = await saveAnswers(ctx, { applicationId: params.id, sectionKey: section, operations });
  if (!saved.ok) return refuse(saved.reason, statusOf[saved.reason]);
  const meetsOthers = saved.outcomes.some((outcome) => outcome.status === "conflict" || outcome.merged);
  // Only what a page must be told beyond "saved" costs another look at the draft.
  const more = check || meetsOthers ? await readMore(ctx, params.id, section, locale) : undefined;
  const answer: AutosaveAnswer = {
    time: formatTime(saved.savedAt),
    outcomes: saved.outcomes.map((outcome) => shownOutcome(outcome, more, locale)),
    ...(check && more ? { issues: more.issues } : {}),
    present: shownPresent(saved.present),
    ...newDeviceKey(ctx.settings, actor, keyId),
  };
  return Response.json(answer);
}

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/applications/${params.id}`, 302);

const refuse = (reason: string, status: number) => Response.json({ reason }, { status });

async function readBody(request: Request) {
  const parsed = autosaveSchema.safeParse(await readJson(request));
  return parsed.success ? parsed.data : undefined;
}

interface More {
  definition: FormDefinition;
  nameOf: (personId: string) => string;
  issues: ShownIssue[];
}

async function readMore(
  ctx: Context,
  id: string,
  section: string,
  locale: Locale,
): Promise<More | undefined> {
  const draft = await findDraft(ctx, id);
  if (!draft) return undefined;
  const colleagues = await listColleagues(ctx.db.read, draft.head.companyId);
  const { issues } = checkSection(draft.definition, section, draft.raw, draft.env);
  return {
    definition: draft.definition,
    nameOf: (personId) =>
      colleagues.find((colleague) => colleague.personId === personId)?.name ??
      sectionMessages[locale].formerColleague,
    issues: issues.map((issue) => ({
      path: issue.path,
      level: issue.level,
      text: issueSentence(issue, locale),
      summary: issueSummary(issue, locale),
    })),
  };
}

function shownOutcome(outcome: OperationOutcome, more: More | undefined, locale: Locale): AutosaveOutcome {
  const shown = ({ value, by, at }: Theirs): ShownTheirs => ({
    value,
    text: value === null ? "" : shownValue(more?.definition, outcome.path, value, locale),
    name: more?.nameOf(by) ?? sectionMessages[locale].formerColleague,
    time: formatTime(at),
  });
  if (outcome.status === "conflict") return { ...outcome, theirs: shown(outcome.theirs) };
  const { merged, ...saved } = outcome;
  return merged ? { ...saved, merged: shown(merged) } : saved;
}

function shownValue(
  definition: FormDefinition | undefined,
  path: string,
  value: RawValue,
  locale: Locale,
): string {
  const [key = "", , column] = path.split("/");
  const question = definition && compileForm(definition).questionByKey.get(key);
  const field = column === undefined ? question?.field : question?.columnByKey.get(column)?.field;
  if (!field || field.type === "table" || field.type === "file" || field.type === "static")
    return typeof value === "string" ? value : value.join(", ");
  return formatRawAnswer(field, value, locale);
}
