import { data, redirect } from "react-router";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { typedAt } from "#app/domain/forms/typed-at.ts";
import { findLastProfileChange, findProfile } from "#app/features/companies/find-profile.ts";
import { saveProfile } from "#app/features/companies/save-profile.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import { formatTime } from "#app/i18n/format.ts";
import { fieldId, type ShownConflict } from "#app/ui/form/form-view.ts";
import type { Route } from "./+types/profile-section";
import { ProfilePage } from "./profile-page.tsx";
import { profileView, type ProfileView } from "./profile-view.ts";
import { type AnswersForm, readAnswersForm } from "#app/http/read-answers-form.ts";

export const handle = { nav: "workspace" };

interface Page {
  view: ProfileView;
  savedAt: string | undefined;
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  const { companyId, section: sectionKey } = params;
  const profile = found(await findProfile(ctx, companyId));
  const saved = new URL(request.url).searchParams.has("saved");
  const last = saved ? await findLastProfileChange(ctx, companyId) : undefined;
  const view = found(profileView({ profile, sectionKey, locale, now: ctx.now, showErrors: saved }));
  const page: Page = { view, savedAt: last?.at };
  return { page };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = signedIn(context);
  const { companyId, section: sectionKey } = params;
  const before = found(await findProfile(ctx, companyId));
  if (!before.mayEdit || !compileForm(before.definition).sectionByKey.has(sectionKey)) throw notFound();
  const form = await readAnswersForm(request, before.definition, sectionKey);
  if (!form) throw data(null, { status: 400 });
  const saved = await saveProfile(ctx, { companyId, sectionKey, ...form });
  if (!saved.ok) throw saved.reason === "not_in_form" ? data(null, { status: 400 }) : notFound();
  const profile = found(await findProfile(ctx, companyId));
  if (saved.conflicts.length === 0)
    return redirect(whereTo(form, found(profileView({ ...at(profile), showErrors: true }))), 303);
  const last = await findLastProfileChange(ctx, companyId);
  const by = { name: last?.name ?? "", time: formatTime(last?.at ?? ctx.now) };
  const conflicts = new Map<string, ShownConflict>(
    saved.conflicts.map(({ path, theirs }) => [path, { value: theirs, ...by }]),
  );
  const typed = typedAt([...conflicts.keys()], form.typed);
  const view = found(profileView({ ...at(profile), showErrors: false, conflicts, typed }));
  const page: Page = { view, savedAt: undefined };
  return data({ page }, { status: 409 });

  function at(profile: ProfileView["profile"]) {
    return { profile, sectionKey, locale, now: ctx.now };
  }
}

export default function ProfileSection({ loaderData, actionData }: Route.ComponentProps) {
  const { page } = (actionData ?? loaderData) as unknown as { page: Page };
  return <ProfilePage {...page} />;
}

/** After a save: back to the row that was touched, here to what is wrong, or on. */
function whereTo({ intent, row }: AnswersForm, { profile, section, wrong }: ProfileView): string {
  const company = `/companies/${profile.companyId}`;
  const here = `${company}/profile/${section.section.key}`;
  if (row?.kind === "add_row") {
    const column = compileForm(profile.definition).questionByKey.get(row.table)?.columns[0]?.field.key ?? "";
    return `${here}#${fieldId(`${row.table}/${row.rowId}/${column}`)}`;
  }
  if (row) return `${here}#${fieldId(row.table)}`;
  if (wrong.length > 0) return `${here}?saved=1`;
  const { sections } = compileForm(profile.definition);
  const next = sections[sections.findIndex((each) => each.section.key === section.section.key) + 1];
  if (intent.kind === "return" || !next) return `${company}?saved=1`;
  return `${company}/profile/${next.section.key}`;
}
