import { data, redirect } from "react-router";
import { signForm } from "#app/domain/applications/sign-form.ts";
import { isEditable } from "#app/domain/applications/workflow.ts";
import { type Draft, findDraft } from "#app/features/applications/find-draft.ts";
import { listStalePairs } from "#app/features/applications/list-stale-pairs.ts";
import { findSignOff } from "#app/features/applications/sign-off/find-sign-off.ts";
import { listColleagues } from "#app/features/applications/list-colleagues.ts";
import {
  type SubmittedApplication,
  submitApplication,
} from "#app/features/applications/submit-application.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { checkForm, readFormData } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { checkMessages } from "#app/i18n/messages/check.ts";
import type { Route } from "./+types/check";
import { CheckPage } from "./check-page.tsx";
import { type CheckView, checkView, type Signing } from "./check-view.ts";

export const handle = { nav: "workspace" };

/** Also what is shown at the address of the submission itself, when that was refused or is opened by hand. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const draft = found(await findDraft(ctx, params.id));
  if (!isEditable(draft.head.state)) throw redirect(`/applications/${params.id}/status`, 302);
  const colleagues = await listColleagues(ctx.db.read, draft.head.companyId);
  const showAll = new URL(request.url).searchParams.get("all") === "1";
  const [stale, signOff] = await Promise.all([listStalePairs(ctx, draft), findSignOff(ctx, params.id)]);
  return {
    view: checkView({
      ...{ draft, colleagues, locale, now: ctx.now, showAll, stale, signOff },
      ...{ personName: actor.name, personId: actor.personId },
    }),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = signedIn(context);
  const draft = found(await findDraft(ctx, params.id));
  const form = await readFormData(request);
  const declared = form.getAll("declared").filter((key) => typeof key === "string");
  const sentences = checkMessages[locale].errors;
  const signed = checkForm(form, signForm, { sentences });
  const missing = missingDeclarations(draft, declared);
  const name = String(form.get("name") ?? "");
  const refused = (signing: Omit<Signing, "declared" | "name">, status: number) =>
    data({ signing: { declared, name, ...signing } satisfies Signing }, { status });
  if (!signed.ok || missing.length > 0)
    return refused({ missing, nameError: signed.ok ? undefined : nameError(form, sentences) }, 400);

  const result = await submitApplication(ctx, {
    applicationId: params.id,
    signedName: signed.value.name,
    declared,
    idempotencyKey: signed.value.key,
    seen: signed.value.seen,
  });
  if (result.ok) return redirect(`/applications/${params.id}/receipt/${result.receipt.version}`, 303);
  if (result.reason === "not_found") throw notFound();
  return refused({ missing: [], problem: problemOf(result) }, 409);
}

function nameError(
  form: FormData,
  sentences: { name_missing: string; name_long: string },
): string | undefined {
  const name = String(form.get("name") ?? "").trim();
  if (name === "") return sentences.name_missing;
  return name.length > 80 ? sentences.name_long : undefined;
}

const problemOf = ({ reason }: Extract<SubmittedApplication, { ok: false }>) =>
  reason === "not_signed" || reason === "not_found" ? "incomplete" : reason;

/** Required declarations that were not ticked. */
function missingDeclarations(draft: Draft, declared: readonly string[]): string[] {
  const evaluation = draft.evaluation;
  return evaluation.form.sections
    .filter(({ section }) => section.kind === "signing")
    .flatMap(({ questions }) => questions.map(({ field }) => field.key))
    .filter((key) => evaluation.isRequired(key) && !declared.includes(key));
}

export default function Check({ loaderData, actionData }: Route.ComponentProps) {
  const { view } = loaderData as unknown as { view: CheckView };
  return <CheckPage view={view} signing={actionData?.signing} />;
}
