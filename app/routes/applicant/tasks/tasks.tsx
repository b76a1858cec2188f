import { redirect } from "react-router";
import { compareAnswers, fromProfile } from "#app/domain/applications/draft/carry-over.ts";
import type { SignOffRequest } from "#app/domain/applications/sign-off.ts";
import { isEditable } from "#app/domain/applications/workflow.ts";
import { type Draft, findDraft } from "#app/features/applications/find-draft.ts";
import { findSignOff } from "#app/features/applications/sign-off/find-sign-off.ts";
import { listColleagues } from "#app/features/applications/list-colleagues.ts";
import { listPresent } from "#app/features/applications/list-present.ts";
import { deviceKey } from "#app/http/device-key.ts";
import { findProfile } from "#app/features/companies/find-profile.ts";
import type { Context } from "#app/features/context.ts";
import { found } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { carryMessages } from "#app/i18n/messages/carry.ts";
import { signOffMessages } from "#app/i18n/messages/sign-off.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { taskMessages } from "#app/i18n/messages/tasks.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import type { Route } from "./+types/tasks";
import { NextStepLine } from "./next-step-line.tsx";
import { TasksAside } from "./tasks-aside.tsx";
import { tasksView, type TasksView } from "./tasks-view.ts";

export const handle = { nav: "workspace" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const draft = found(await findDraft(ctx, params.id));
  // Once the office works on it there is nothing to fill in, only something to follow.
  if (!isEditable(draft.head.state)) throw redirect(`/applications/${params.id}/status`, 302);
  const colleagues = await listColleagues(ctx.db.read, draft.head.companyId);
  const present = await listPresent(ctx, params.id);
  return {
    view: tasksView({ draft, colleagues, present, locale, now: ctx.now, personId: actor.personId }),
    kept: draft.mayEdit
      ? { person: actor.personId, deviceKey: deviceKey(ctx.settings, actor), locale }
      : undefined,
    profileNews: await profileNews(ctx, draft),
    signOff: await findSignOff(ctx, params.id),
  };
}

/** How many answers the company's profile has otherwise; nothing where they could not be taken over. */
async function profileNews(ctx: Context, draft: Draft): Promise<number> {
  if (!draft.mayEdit || draft.corrections) return 0;
  const profile = await findProfile(ctx, draft.head.companyId);
  if (!profile) return 0;
  const sections = compareAnswers(draft.definition, draft.raw, fromProfile(profile.definition, profile.raw));
  return sections.reduce((sum, { questions }) => sum + questions.length, 0);
}

export default function Tasks({ loaderData }: Route.ComponentProps) {
  const { view, kept, profileNews, signOff } = loaderData as unknown as {
    view: TasksView;
    kept: object | undefined;
    profileNews: number;
    signOff: SignOffRequest | undefined;
  };
  const { locale, head } = view;
  const t = taskMessages[locale];
  const name = (locale === "en" && head.titleEn) || head.titleZh || t.untitled;
  return (
    <>
      <title>{`${t.title} – ${name} – ${siteMessages[locale].portalName}`}</title>
      <div className="wrap pt-5">
        <BackLink href="/workspace">{t.back}</BackLink>
      </div>
      <div className="wrap grid gap-x-16 gap-y-8 pt-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="lg:col-span-2">
          <p className="eyebrow">
            {t.eyebrow({
              code: head.callCode,
              call: locale === "en" ? head.callTitleEn : head.callTitleZh,
              number: head.number ?? t.draft,
            })}
          </p>
          <h1 className="mt-1">{name}</h1>
          <p className="muted mt-1">{(locale === "en" && head.companyNameEn) || head.companyNameZh}</p>
        </div>
        <TasksAside view={view} />
        <div className="max-lg:order-2 lg:row-start-2">
          <div data-kept="" role="status" />
          <NextStepLine view={view} />
          {signOff && <SignOffNews view={view} signOff={signOff} />}
          {view.parts.map((part) => (
            <section key={part.key} className="mb-9">
              <h2 className="mb-2">
                {part.number}. {part.title}
              </h2>
              <TaskList tasks={part.tasks} />
            </section>
          ))}
          {profileNews > 0 && <ProfileNews view={view} count={profileNews} />}
          <TaskLinks view={view} />
        </div>
      </div>
      {kept && (
        <>
          <script
            type="application/json"
            id="kept-drafts"
            dangerouslySetInnerHTML={{ __html: JSON.stringify(kept) }}
          />
          <BrowserScript name="kept-drafts" />
        </>
      )}
    </>
  );
}

function SignOffNews({ view: { locale, head }, signOff }: { view: TasksView; signOff: SignOffRequest }) {
  const t = signOffMessages[locale];
  const isDeclined = signOff.state === "declined";
  const [by, at] = isDeclined
    ? [signOff.declinedBy, signOff.declinedAt ?? ""]
    : [signOff.askedBy, signOff.askedAt];
  return (
    <Notice tone={isDeclined ? "warn" : "info"} className="mb-6">
      {(isDeclined ? t.declined : t.asked)({ by, at: formatDateTime(locale, at) })}{" "}
      <a href={`/applications/${head.id}/check#sign-off`}>{t.see}</a>
    </Notice>
  );
}

function ProfileNews({ view, count }: { view: TasksView; count: number }) {
  const t = carryMessages[view.locale];
  const at = `/applications/${view.head.id}`;
  return (
    <Notice className="mb-6">
      {t.profileNews({ count })} <a href={`${at}/carry-over?from=profile`}>{t.profileNewsLink}</a>
      {" · "}
      <a href={`${at}/profile-update`}>{t.toProfileTitle}</a>
    </Notice>
  );
}

function TaskLinks({ view }: { view: TasksView }) {
  const { locale, head, role } = view;
  const t = taskMessages[locale];
  const at = `/applications/${head.id}`;
  return (
    <p className="muted links flex flex-wrap gap-x-5 text-sm">
      {isOpen(view) && <a href={`${at}/carry-over`}>{carryMessages[locale].title}</a>}
      {isOpen(view) && head.isTest === 0 && (
        <a href={`${at}/profile-update`}>{carryMessages[locale].toProfileTitle}</a>
      )}
      <a href={`${at}/check`}>{t.readAll}</a>
      <a href={`${at}/print`}>{t.printAll}</a>
      {head.number && <a href={`${at}/status`}>{t.status}</a>}
      {role === "owner" && head.state === "draft" && <a href={`${at}/delete`}>{t.deleteDraft}</a>}
      {role === "owner" && head.state !== "draft" && <a href={`${at}/withdraw`}>{t.withdraw}</a>}
    </p>
  );
}

/** While everything may be changed, and by this person. */
const isOpen = ({ head, role }: TasksView): boolean =>
  role !== "viewer" && head.state !== "supplement_required";
