import { useForm } from "@conform-to/react";
import { data, redirect } from "react-router";
import { startForm } from "#app/domain/applications/start-form.ts";
import {
  type CompanyWorkspace,
  listCompanyApplications,
} from "#app/features/applications/list-company-applications.ts";
import { startApplication } from "#app/features/applications/start-application.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { type CallSummary, listCalls } from "#app/features/calls/list-calls.ts";
import type { Context } from "#app/features/context.ts";
import { type FormResult, readForm } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { carryMessages } from "#app/i18n/messages/carry.ts";
import { workspaceMessages } from "#app/i18n/messages/workspace.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formErrors } from "#app/ui/form-errors.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { z } from "zod";
import type { Route } from "./+types/start";
import { earlierChoice } from "./carry/choose-source.tsx";

export const handle = { nav: "workspace" };

interface Start {
  locale: Locale;
  call: CallSummary | undefined;
  asked: string;
  open: CallSummary[];
  companies: CompanyWorkspace[];
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  const asked = new URL(request.url).searchParams.get("call") ?? "";
  const calls = await listCalls(ctx);
  const companies = (await listCompanyApplications(ctx)).filter((company) => company.role !== "viewer");
  const open = calls.filter(takesApplications);
  return { locale, asked, call: calls.find((call) => call.reference === asked), open, companies };
}

const takesApplications = ({ state, formVersionId }: CallSummary): boolean =>
  (state === "open" || state === "closing_soon") && formVersionId !== null;

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx, locale } = signedIn(context);
  const asked = new URL(request.url).searchParams.get("call") ?? "";
  const form = await readForm(request, startForm, { sentences: workspaceMessages[locale].errors });
  if (!form.ok) return form.refused;
  const call = (await listCalls(ctx)).find(({ reference }) => reference === asked);
  if (!call) throw data(null, { status: 404 });
  const started = await startApplication(ctx, { callId: call.id, companyId: form.value.company });
  if (started.ok) return redirect(await firstPage(ctx, started.applicationId, form.value), 303);
  // The page itself says in a sentence that the call is not open.
  if (started.reason === "not_open" || started.reason === "no_such_call")
    return redirect(`/applications/new?call=${call.reference}`, 303);
  return form.refuse({ company: started.reason }, 409);
}

/** The task list, or first what an earlier application of the same company has for it. */
async function firstPage(
  ctx: Context,
  id: string,
  { company, from }: z.output<typeof startForm>,
): Promise<string> {
  const earlier = from ? await findApplication(ctx, from) : undefined;
  return earlier?.companyId === company
    ? `/applications/${id}/carry-over?from=${earlier.id}`
    : `/applications/${id}`;
}

export default function StartPage({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, call, asked, open, companies } = loaderData as unknown as Start;
  const t = workspaceMessages[locale].startPage;
  return (
    <div className="wrap pt-5">
      <PageTitle hasErrors={Boolean(actionData?.result)}>{t.title}</PageTitle>
      <BackLink href={call ? `/calls/${call.reference}` : "/workspace"}>
        {call ? t.backToCall : workspaceMessages[locale].title}
      </BackLink>
      <div className="max-w-3xl">
        {call && takesApplications(call) ? (
          <StartIn call={call} companies={companies} locale={locale} result={actionData?.result ?? null} />
        ) : (
          <>
            <h1 className="mt-3">{t.title}</h1>
            {call ? (
              <NotOpen call={call} locale={locale} />
            ) : (
              asked !== "" && (
                <Notice tone="warn" className="mt-5">
                  {t.unknownCall}
                </Notice>
              )
            )}
            <ChooseCall open={open} locale={locale} />
          </>
        )}
      </div>
    </div>
  );
}

function NotOpen({ call, locale }: { call: CallSummary; locale: Locale }) {
  const t = workspaceMessages[locale].startPage;
  if (call.filedWith)
    return (
      <Notice tone="warn" className="mt-5">
        {t.filedWith({ call: call.title[locale] })}
        {locale === "zh" ? "" : " "}
        <a href={`/applications/new?call=${call.filedWith.reference}`}>{call.filedWith.title[locale]}</a>
      </Notice>
    );
  const when =
    call.state === "not_open" || call.closesAt === null
      ? call.opensAt && call.state === "not_open"
        ? t.opensAt({ at: formatDateTime(locale, call.opensAt) })
        : t.notAnnounced
      : t.closedAt({ at: formatDateTime(locale, call.closesAt) });
  return (
    <Notice tone="warn" className="mt-5">
      {t.notOpen({ call: call.title[locale] })}
      {locale === "zh" ? "" : " "}
      {when}
    </Notice>
  );
}

function ChooseCall({ open, locale }: { open: CallSummary[]; locale: Locale }) {
  const t = workspaceMessages[locale];
  if (open.length === 0) return <p className="mt-6">{t.noOpenCalls}</p>;
  return (
    <section className="mt-8">
      <h2>{t.startPage.chooseCall}</h2>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {open.map((call) => (
          <li key={call.id}>
            <a href={`/applications/new?call=${call.reference}`}>{call.title[locale]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StartInProps {
  call: CallSummary;
  companies: CompanyWorkspace[];
  locale: Locale;
  result: FormResult | null;
}

function StartIn({ call, companies, locale, result }: StartInProps) {
  const t = workspaceMessages[locale].startPage;
  const [form, fields] = useForm<{ company: string }>({ id: "start", lastResult: result });
  const [only] = companies.length === 1 ? companies : [];
  const existing = companies.flatMap((company) =>
    company.applications.filter((application) => application.callId === call.id),
  );
  if (companies.length === 0)
    return (
      <>
        <h1 className="mt-3 mb-6">{t.title}</h1>
        <EmptyState
          title={t.noCompany}
          action={
            <LinkButton href="/companies/new" variant="primary">
              {workspaceMessages[locale].registerCompany}
            </LinkButton>
          }
        >
          {t.noCompanyBody}
        </EmptyState>
      </>
    );
  return (
    <>
      <ErrorSummary errors={formErrors(form)} />
      <h1 className="mt-3">{t.title}</h1>
      <SummaryList
        narrow
        className="mt-5"
        rows={[
          { term: t.call, value: `${call.reference} ${call.title[locale]}` },
          ...(call.closesAt ? [{ term: t.closes, value: formatDateTime(locale, call.closesAt) }] : []),
        ]}
      />
      {existing.length > 0 && (
        <Notice className="mt-6">
          <b>{t.existing}</b>
          <p>{t.existingHint}</p>
          <ul className="mt-1 list-disc pl-5">
            {existing.map((application) => (
              <li key={application.id}>
                <a href={`/applications/${application.id}`}>
                  {application.titleZh || workspaceMessages[locale].untitled}
                </a>{" "}
                <span className="muted text-sm">{application.companyNameZh}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post" action={`/applications/new?call=${call.reference}`} id={form.id} noValidate>
        {only ? (
          <>
            <SummaryList narrow rows={[{ term: t.company, value: nameOf(only, locale) }]} />
            <input type="hidden" name="company" value={only.id} />
          </>
        ) : (
          <RadioGroup
            {...fieldProps(fields.company)}
            label={t.company}
            hint={t.companyHint}
            options={companies.map((company) => ({
              value: company.id,
              label: nameOf(company, locale),
              hint: company.uscc,
            }))}
          />
        )}
        <p className="muted measure my-6">{t.carry}</p>
        <EarlierChoice companies={companies} locale={locale} />
        <Button variant="primary">{t.submit}</Button>
      </form>
    </>
  );
}

const offered = 8;

/** The newest applications of the companies; it counts only with the company it belongs to. */
function EarlierChoice({ companies, locale }: { companies: readonly CompanyWorkspace[]; locale: Locale }) {
  const t = carryMessages[locale];
  const earlier = companies.flatMap((company) => company.applications.slice(0, offered));
  if (earlier.length === 0) return null;
  return (
    <RadioGroup
      id="from"
      name="from"
      label={t.startTitle}
      hint={t.startHint}
      defaultValue=""
      options={[
        { value: "", label: t.startNone },
        ...earlier.slice(0, offered).map((head) => earlierChoice(head, locale)),
      ]}
    />
  );
}

const nameOf = (company: CompanyWorkspace, locale: Locale): string =>
  (locale === "en" && company.nameEn) || company.nameZh;
