import { data, redirect } from "react-router";
import { compareAnswers, intoProfile } from "#app/domain/applications/draft/carry-over.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { findProfile } from "#app/features/companies/find-profile.ts";
import { registeredKeys } from "#app/features/profile-form.ts";
import { saveProfile } from "#app/features/companies/save-profile.ts";
import type { Context } from "#app/features/context.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readUpload } from "#app/http/read-upload.ts";
import { signedIn } from "#app/http/request-context.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { Route } from "./+types/profile-update";
import { type ProfileUpdate, ProfileUpdatePage } from "./profile-update-page.tsx";
import { readShownProfile } from "./shown-profile.ts";

export const handle = { nav: "workspace" };

const largestForm = 2 * 1024 * 1024;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  const counts = /^(\d{1,4})\.(\d{1,4})$/.exec(new URL(request.url).searchParams.get("done") ?? "");
  const done = counts ? { updated: Number(counts[1]), left: Number(counts[2]) } : undefined;
  return { page: { ...(await openUpdate(ctx, params.id, locale)), done } };
}

async function openUpdate(ctx: Context, id: string, locale: Locale): Promise<ProfileUpdate> {
  const draft = found(await findDraft(ctx, id));
  const profile = found(await findProfile(ctx, draft.head.companyId));
  if (!profile.mayEdit || draft.role === "viewer") throw notFound();
  const source = intoProfile(draft.definition, draft.raw);
  const sections = compareAnswers(profile.definition, profile.raw, (question) =>
    registeredKeys.has(question.field.key) ? undefined : source(question),
  );
  return { locale, id, profile, sections: sections.filter(({ questions }) => questions.length > 0) };
}

/** Each section of the profile is saved as if typed there, against the profile as the page showed it. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = signedIn(context);
  const { profile, sections } = await openUpdate(ctx, params.id, locale);
  const read = await readUpload(request, async ({ content }) => void content.resume(), {
    maxBytes: largestForm,
  });
  if (!read.ok) throw data(null, { status: read.reason === "too_large" ? 413 : 400 });
  const shown = readShownProfile(read.form.get("shown"));
  if (!shown) throw data(null, { status: 400 });
  const chosen = new Set(read.form.getAll("update").map(String));
  let updated = 0;
  let left = 0;
  for (const { section, questions } of sections) {
    const taken = questions.filter(({ question }) => chosen.has(question.field.key));
    if (taken.length === 0) continue;
    const keys = taken.map(({ question }) => question.field.key);
    const saved = await saveProfile(ctx, {
      companyId: profile.companyId,
      sectionKey: section.section.key,
      base: onlyKeys(shown, keys),
      typed: Object.fromEntries(taken.map(({ question, theirs }) => [question.field.key, theirs])),
    });
    if (!saved.ok) throw notFound();
    updated += taken.length;
    left += saved.conflicts.length;
  }
  const done = `${Math.max(0, updated - left)}.${left}`;
  return redirect(`/applications/${params.id}/profile-update?done=${done}`, 303);
}

const onlyKeys = (raw: RawAnswers, keys: readonly string[]): RawAnswers =>
  Object.fromEntries(Object.entries(raw).filter(([key]) => keys.includes(key)));

export default function UpdateProfile({ loaderData }: Route.ComponentProps) {
  const { page } = loaderData as unknown as { page: ProfileUpdate };
  return <ProfileUpdatePage {...page} />;
}
