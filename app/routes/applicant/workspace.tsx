import type { ApplicationHead } from "#app/features/applications/application-head.ts";
import {
  type CompanyWorkspace,
  listCompanyApplications,
} from "#app/features/applications/list-company-applications.ts";
import { type CallSummary, listCalls } from "#app/features/calls/list-calls.ts";
import { listCallsToTry } from "#app/features/applications/tests/list-calls-to-try.ts";
import { listWaitingQuestions } from "#app/features/reviews/questions/list-waiting-questions.ts";
import { isEditable } from "#app/domain/applications/workflow.ts";
import { signedIn } from "#app/http/request-context.ts";
import { formatDateTime, formatTimeLeft } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { callTesterMessages } from "#app/i18n/messages/call-testers.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { workspaceMessages } from "#app/i18n/messages/workspace.ts";
import { ApplicationStateTag } from "#app/ui/application-state-tag.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/workspace";

export const handle = { nav: "workspace" };

interface Workspace {
  locale: Locale;
  now: Date;
  companies: CompanyWorkspace[];
  calls: CallSummary[];
  deleted: boolean;
  /** By application, what the office has asked and the company has not answered. */
  questions: Map<string, { count: number; dueAt: string }>;
  /** Calls not open yet that the person is invited to try. */
  toTry: number;
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  const companies = await listCompanyApplications(ctx);
  const calls = await listCalls(ctx);
  return {
    locale,
    now: ctx.now,
    companies,
    questions: await listWaitingQuestions(ctx),
    calls: calls.filter((call) => call.state === "open" || call.state === "closing_soon"),
    toTry: (await listCallsToTry(ctx)).length,
    deleted: new URL(request.url).searchParams.get("deleted") === "1",
  };
}

export default function WorkspacePage({ loaderData }: Route.ComponentProps) {
  const { locale, now, companies, questions, calls, deleted, toTry } = loaderData as unknown as Workspace;
  const t = workspaceMessages[locale];
  return (
    <div className="wrap pt-8">
      <PageTitle>{t.title}</PageTitle>
      <h1>{t.title}</h1>
      <p className="measure mt-3">{t.lead}</p>
      {deleted && (
        <Notice tone="ok" role="status" className="mt-6">
          {t.deleted}
        </Notice>
      )}
      {toTry > 0 && (
        <Notice className="mt-6">
          {callTesterMessages[locale].toTry.fromWorkspace(toTry)}{" "}
          <a href="/calls-to-try">{callTesterMessages[locale].toTry.link}</a>
        </Notice>
      )}
      {companies.length === 0 ? (
        <div className="mt-8 max-w-3xl">
          <EmptyState
            title={t.noCompany}
            action={
              <LinkButton href="/companies/new" variant="primary">
                {t.registerCompany}
              </LinkButton>
            }
          >
            {t.noCompanyBody}
          </EmptyState>
        </div>
      ) : (
        <>
          {companies.map((company) => (
            <OneCompany key={company.id} {...{ company, questions, locale, now }} />
          ))}
          <p className="mt-6 text-sm">
            <a href="/companies/new">{t.anotherCompany}</a>
          </p>
          <OpenCalls calls={calls} companies={companies} locale={locale} now={now} />
        </>
      )}
    </div>
  );
}

function OneCompany({
  company,
  questions,
  locale,
  now,
}: Pick<Workspace, "questions" | "locale" | "now"> & { company: CompanyWorkspace }) {
  const t = workspaceMessages[locale];
  return (
    <section className="mt-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2>{(locale === "en" && company.nameEn) || company.nameZh}</h2>
        <p className="links flex flex-wrap gap-x-5 text-sm">
          <span className="muted">{t.role[company.role]}</span>
          <a href={`/companies/${company.id}`}>{t.company}</a>
          <a href={`/companies/${company.id}/members`}>{t.members}</a>
        </p>
      </div>
      {company.applications.length === 0 ? (
        <p className="muted rule mt-3 pt-3">{t.noApplications}</p>
      ) : (
        <div className="mt-3">
          <DataTable
            caption={t.applications}
            rows={company.applications}
            rowKey={(application) => application.id}
            columns={[
              {
                id: "application",
                head: t.application,
                rowHeader: true,
                cell: (row) => <Project head={row} locale={locale} />,
              },
              {
                id: "state",
                head: t.state,
                cell: (row) => (
                  <ApplicationStateTag state={row.state}>
                    {applicationStateMessages[locale].name[row.state]}
                  </ApplicationStateTag>
                ),
              },
              {
                id: "next",
                head: t.next,
                cell: (row) => (
                  <NextCell
                    head={row}
                    {...{ locale, now }}
                    role={company.role}
                    question={questions.get(row.id)}
                  />
                ),
              },
            ]}
          />
        </div>
      )}
    </section>
  );
}

function Project({ head, locale }: { head: ApplicationHead; locale: Locale }) {
  const t = workspaceMessages[locale];
  return (
    <>
      <a className="font-semibold" href={`/applications/${head.id}`}>
        {(locale === "en" && head.titleEn) || head.titleZh || t.untitled}
      </a>
      <span className="muted block text-sm font-normal">
        {head.callCode} {locale === "en" ? head.callTitleEn : head.callTitleZh} · {head.number ?? t.draft}
      </span>
    </>
  );
}

interface NextCellProps {
  head: ApplicationHead;
  locale: Locale;
  now: Date;
  role: CompanyWorkspace["role"];
  question: { count: number; dueAt: string } | undefined;
}

/** Where it is in plain words, until when, and the one thing to do. */
function NextCell({ head, locale, now, role, question }: NextCellProps) {
  const t = workspaceMessages[locale];
  const correcting = head.state === "supplement_required";
  const due = correcting ? head.dueAt : isEditable(head.state) ? head.closesAt : null;
  const at = due && { at: formatDateTime(locale, due), left: formatTimeLeft(locale, now, due) };
  const action = role === "viewer" || !isEditable(head.state) ? t.look : correcting ? t.correct : t.goOn;
  const href =
    correcting || !isEditable(head.state) ? `/applications/${head.id}/status` : `/applications/${head.id}`;
  return (
    <>
      {applicationStateMessages[locale].forApplicant[head.state]}
      {head.state === "draft" && (
        <span className="muted block text-sm">
          {t.progress({ answered: head.answered, required: head.required })}
        </span>
      )}
      {question && <AskedCell id={head.id} question={question} locale={locale} />}
      {at && <span className="muted block text-sm">{correcting ? t.due(at) : t.closes(at)}</span>}
      <span className="block">
        <a href={href}>
          {action}
          <span className="sr-only"> {(locale === "en" && head.titleEn) || head.titleZh || t.untitled}</span>
        </a>
      </span>
    </>
  );
}

function AskedCell({
  id,
  question,
  locale,
}: {
  id: string;
  question: { count: number; dueAt: string };
  locale: Locale;
}) {
  const t = questionMessages[locale].company;
  return (
    <span className="st-warn block">
      <a href={`/applications/${id}/questions`}>{t.notice(question.count)}</a>{" "}
      <span className="muted block text-sm">{t.noticeDue(formatDateTime(locale, question.dueAt))}</span>
    </span>
  );
}

function OpenCalls({
  calls,
  companies,
  locale,
  now,
}: Pick<Workspace, "calls" | "companies" | "locale" | "now">) {
  const t = workspaceMessages[locale];
  const mayStart = companies.some((company) => company.role !== "viewer");
  return (
    <section className="mt-12">
      <h2>{t.openCalls}</h2>
      {calls.length === 0 && <p className="muted mt-2">{t.noOpenCalls}</p>}
      {!mayStart && <p className="muted mt-2">{t.viewerCannot}</p>}
      <ul className="rule mt-3">
        {calls.map((call) => (
          <li
            key={call.id}
            className="border-base-300 grid gap-x-6 gap-y-1 border-b py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <span>
              <a href={`/calls/${call.reference}`}>{call.title[locale]}</a>{" "}
              <span className="muted nowrap text-sm">{call.reference}</span>
              {call.closesAt && (
                <span className="muted block text-sm">
                  {t.closes({
                    at: formatDateTime(locale, call.closesAt),
                    left: formatTimeLeft(locale, now, call.closesAt),
                  })}
                </span>
              )}
            </span>
            {mayStart && (
              <LinkButton href={`/applications/new?call=${call.reference}`}>
                {t.start}
                <span className="sr-only">{t.startIn({ call: call.title[locale] })}</span>
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-4 text-sm">
        <a href="/calls">{t.allCalls}</a>
      </p>
    </section>
  );
}
