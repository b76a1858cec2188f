import { data, redirect } from "react-router";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { typedAt } from "#app/domain/forms/typed-at.ts";
import { findReviewer, type ReviewerPage } from "#app/features/reviews/registry/find-reviewer.ts";
import { registryForm } from "#app/features/reviews/registry/registry-form.ts";
import { saveRegistry } from "#app/features/reviews/registry/save-registry.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { type AnswersForm, readAnswersForm } from "#app/http/read-answers-form.ts";
import type { RequestContext } from "#app/http/request-context.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import { formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { fieldId, type ShownConflict } from "#app/ui/form/form-view.ts";
import { type KeptSection, keptSection } from "#app/ui/form/kept-section.ts";
import type { Route } from "./+types/registry-section";
import { RegistryPage } from "./registry-page.tsx";

interface Page {
  reviewer: ReviewerPage;
  view: KeptSection;
  saved: boolean;
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = reviewerOnly(context);
  const reviewer = found(await findReviewer(ctx, actor.personId));
  const saved = new URL(request.url).searchParams.has("saved");
  const view = found(viewOf(ctx, reviewer, params.section, locale, { showErrors: saved }));
  const page: Page = { reviewer, view, saved };
  return { page };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, actor, locale } = reviewerOnly(context);
  const { personId } = actor;
  const sectionKey = params.section;
  if (!compileForm(registryForm).sectionByKey.has(sectionKey)) throw notFound();
  const form = await readAnswersForm(request, registryForm, sectionKey);
  if (!form) throw data(null, { status: 400 });
  const saved = await saveRegistry(ctx, { personId, sectionKey, ...form });
  if (!saved.ok) throw saved.reason === "not_in_form" ? data(null, { status: 400 }) : notFound();
  const reviewer = found(await findReviewer(ctx, personId));
  if (saved.conflicts.length === 0) {
    const view = found(viewOf(ctx, reviewer, sectionKey, locale, { showErrors: true }));
    return redirect(whereTo(form, view), 303);
  }
  const by = { name: reviewer.name, time: formatTime(reviewer.updatedAt ?? ctx.now) };
  const conflicts = new Map(saved.conflicts.map(({ path, theirs }) => [path, { value: theirs, ...by }]));
  const typed = typedAt([...conflicts.keys()], form.typed);
  const view = found(viewOf(ctx, reviewer, sectionKey, locale, { showErrors: false, conflicts, typed }));
  const page: Page = { reviewer, view, saved: false };
  return data({ page }, { status: 409 });
}

export default function RegistrySection({ loaderData, actionData }: Route.ComponentProps) {
  const { page } = (actionData ?? loaderData) as unknown as { page: Page };
  return <RegistryPage {...page} />;
}

interface Shown {
  showErrors: boolean;
  conflicts?: ReadonlyMap<string, ShownConflict>;
  typed?: ReadonlyMap<string, RawValue>;
}

const viewOf = (
  { now }: RequestContext["ctx"],
  { raw, mayEdit }: ReviewerPage,
  sectionKey: string,
  locale: Locale,
  shown: Shown,
): KeptSection | undefined =>
  keptSection({ definition: registryForm, raw, mayEdit, sectionKey, locale, now, ...shown });

/** After a save: back to the row that was touched, here to what is wrong, or on. */
function whereTo({ intent, row }: AnswersForm, { section, wrong }: KeptSection): string {
  const here = `/reviews/details/${section.section.key}`;
  if (row?.kind === "add_row") {
    const column = compileForm(registryForm).questionByKey.get(row.table)?.columns[0]?.field.key ?? "";
    return `${here}#${fieldId(`${row.table}/${row.rowId}/${column}`)}`;
  }
  if (row) return `${here}#${fieldId(row.table)}`;
  const { sections } = compileForm(registryForm);
  const next = sections[sections.findIndex((each) => each.section.key === section.section.key) + 1];
  if (wrong.length > 0 || intent.kind === "return" || !next) return `${here}?saved=1`;
  return `/reviews/details/${next.section.key}`;
}
