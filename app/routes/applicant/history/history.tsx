import { data, redirect } from "react-router";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { type Draft, findDraft } from "#app/features/applications/find-draft.ts";
import { listAnswerChanges } from "#app/features/applications/list-answer-changes.ts";
import { listColleagues } from "#app/features/applications/list-colleagues.ts";
import { restoreAnswer } from "#app/features/applications/restore-answer.ts";
import type { Context } from "#app/features/context.ts";
import { listFileChanges } from "#app/features/files/list-file-changes.ts";
import { restoreFile } from "#app/features/files/restore-file.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { type RequestContext, signedIn } from "#app/http/request-context.ts";
import { draftHistoryMessages } from "#app/i18n/messages/draft-history.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import type { Route } from "./+types/history";
import { HistoryPage, type HistoryPageProps } from "./history-page.tsx";
import { shownFileChanges } from "./file-history-view.ts";
import { shownChanges } from "./history-view.ts";

export const handle = { nav: "workspace" };

const refusals = {
  conflict: "conflict",
  busy: "busy",
  not_editable: "notEditable",
  not_flagged: "notFlagged",
  no_such_file: "fileGone",
  nothing_to_replace: "fileGone",
  too_many: "fileTooMany",
  already_there: "fileThere",
  too_much_in_all: "filesTooLarge",
  "extension-not-allowed": "fileKind",
} as const;

type Here = Pick<RequestContext, "ctx" | "locale"> & { actor: { personId: string } };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const here = signedIn(context);
  const draft = found(await findDraft(here.ctx, params.id));
  const query = new URL(request.url).searchParams;
  return {
    page: await pageOf(here, draft, params.section, query, query.get("restored") ? "restored" : undefined),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const here = signedIn(context);
  const draft = found(await findDraft(here.ctx, params.id));
  titleOf(draft, params.section, here.locale);
  const form = await readFormData(request);
  const value = (name: string) => String(form.get(name) ?? "");
  const fileId = value("file");
  const saved = fileId
    ? await restoreFile(here.ctx, { applicationId: params.id, fileId })
    : await restore(here.ctx, params, value);
  const query = new URL(request.url).searchParams;
  const isIn =
    saved.ok && (!("outcomes" in saved) || saved.outcomes.every(({ status }) => status === "saved"));
  if (isIn) {
    query.set("restored", "1");
    query.delete("after");
    return redirect(`/applications/${params.id}/sections/${params.section}/history?${query}`, 303);
  }
  const reason = saved.ok ? ("conflict" as const) : saved.reason;
  if (reason === "not_found" || reason === "not_in_form" || reason === "no_such_question") throw notFound();
  const now = found(await findDraft(here.ctx, params.id));
  return data({ page: await pageOf(here, now, params.section, query, refusals[reason]) }, { status: 409 });
}

export default function History({ loaderData, actionData }: Route.ComponentProps) {
  const { page } = (actionData ?? loaderData) as unknown as { page: HistoryPageProps };
  const t = draftHistoryMessages[page.locale];
  return (
    <>
      <title>{`${t.title({ section: page.title })} – ${siteMessages[page.locale].portalName}`}</title>
      <HistoryPage {...page} />
    </>
  );
}

async function pageOf(
  { ctx, locale, actor }: Here,
  draft: Draft,
  sectionKey: string,
  query: URLSearchParams,
  notice: HistoryPageProps["notice"],
): Promise<HistoryPageProps> {
  const title = titleOf(draft, sectionKey, locale);
  const field = query.get("field") || undefined;
  const [at, version, opId] = (query.get("after") ?? "").split("~");
  const colleagues = await listColleagues(ctx.db.read, draft.head.companyId);
  const { sittings, next } = await listAnswerChanges(ctx, {
    ...{ applicationId: draft.head.id, sectionKey, path: field },
    after: at && opId ? { at, version: Number(version) || 0, opId } : undefined,
  });
  const more = new URLSearchParams(field ? { field } : {});
  if (next) more.set("after", `${next.at}~${next.version}~${next.opId}`);
  const files = await listFileChanges(ctx, {
    ...{ applicationId: draft.head.id, until: at || undefined, after: next?.at },
    questionKeys: fileQuestions(draft, sectionKey).filter((key) => field === undefined || key === field),
  });
  const reader = { draft, colleagues, locale, personId: actor.personId, now: ctx.now };
  const answers = shownChanges({ ...reader, sectionKey, sittings });
  const shown = [...answers, ...shownFileChanges({ ...reader, changes: files })];
  return {
    ...{ locale, title, notice },
    url: `/applications/${draft.head.id}/sections/${sectionKey}`,
    field: field && compileForm(draft.definition).questionByKey.get(field)?.field.label[locale],
    filter: field,
    next: next && `?${more}`,
    changes: shown.sort((a, b) => b.at.localeCompare(a.at)),
  };
}

const fileQuestions = (draft: Draft, sectionKey: string): string[] =>
  compileForm(draft.definition)
    .sectionByKey.get(sectionKey)!
    .questions.filter(({ field }) => field.type === "file")
    .map(({ field }) => field.key);

/** The section's title; a section that is not the reader's to see is not there. */
function titleOf(draft: Draft, sectionKey: string, locale: "zh" | "en"): string {
  const section = compileForm(draft.definition).sectionByKey.get(sectionKey)?.section;
  if (!section || section.kind === "signing" || (section.restricted && !draft.mayReadRestricted))
    throw notFound();
  return section.title[locale];
}

async function restore(
  ctx: Context,
  { id, section }: { id: string; section: string },
  value: (name: string) => string,
) {
  const [change, path, to] = [value("change"), value("path"), Number(value("to"))];
  const seen = Number(value("seen"));
  if (!Number.isSafeInteger(seen) || !Number.isSafeInteger(to)) throw notFound();
  return await restoreAnswer(ctx, {
    ...{ applicationId: id, sectionKey: section, seen },
    wanted: change ? { opId: change } : { path, version: to },
  });
}
