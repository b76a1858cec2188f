import { can } from "#app/domain/companies/policy.ts";
import { type CompanyDetails, findCompany } from "#app/features/companies/find-company.ts";
import { found } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import { formatDateTime, formatFileSize } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SummaryList, type SummaryRow } from "#app/ui/summary-list.tsx";
import { UsccStateTag } from "#app/ui/uscc-state-tag.tsx";
import type { Route } from "./+types/overview";
import { companyName, CompanyPage } from "./company-page.tsx";

export const handle = { nav: "workspace" };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = signedIn(context);
  const company = found(await findCompany(ctx, params.companyId));
  // The fund's staff have their own page of a company.
  const role = found(company.role);
  const may = (action: Parameters<typeof can>[1]) =>
    can(actor, action, { companyId: company.id, usccState: company.usccState });
  const query = new URL(request.url).searchParams;
  const news = (["created", "joined", "saved"] as const).find((each) => query.has(each));
  return {
    locale,
    company,
    role,
    news,
    mayEdit: may("edit_profile"),
    mayManage: may("manage_members"),
    mayCorrect: may("correct_uscc"),
    mayReadLicence: may("read_licence"),
  };
}

type Data = Awaited<ReturnType<typeof loader>>;

export default function Overview({ loaderData }: Route.ComponentProps) {
  const { locale, company, news, mayEdit, mayManage } = loaderData;
  const t = companyMessages[locale].overview;
  const done = {
    created: company.usccState === "pending" ? t.createdPending : t.created,
    joined: t.joined,
    saved: t.saved,
  };
  const path = `/companies/${company.id}`;
  return (
    <CompanyPage
      title={companyName(locale, company)}
      back={{ href: "/workspace", label: siteMessages[locale].workspace }}
      done={news && done[news]}
    >
      <CodeNotice data={loaderData} />
      <h2 className="mt-10">{t.details}</h2>
      <SummaryList rows={detailRows(loaderData, path)} className="mt-3 max-w-3xl" />
      <div className="mt-12 grid max-w-3xl gap-x-16 gap-y-10 md:grid-cols-2">
        <section>
          <h2>{t.profileTitle}</h2>
          <p className="mt-2">{t.profileLead}</p>
          <p className="mt-4">
            <LinkButton href={`${path}/profile`}>{mayEdit ? t.profileEdit : t.profileRead}</LinkButton>
          </p>
        </section>
        <section>
          <h2>{t.membersTitle}</h2>
          <p className="mt-2">{t.membersCount({ count: company.members })}</p>
          <p className="mt-4">
            <LinkButton href={`${path}/members`}>{mayManage ? t.manageMembers : t.seeMembers}</LinkButton>
          </p>
        </section>
      </div>
      <p className="mt-12">
        <LinkButton href="/workspace" variant="primary">
          {t.workspace}
        </LinkButton>
      </p>
    </CompanyPage>
  );
}

function CodeNotice({ data: { locale, company, mayCorrect, news } }: { data: Data }) {
  const t = companyMessages[locale];
  const correct = mayCorrect && (
    <p className="mt-2">
      <a href={`/companies/${company.id}/uscc`}>{t.overview.correct}</a>
    </p>
  );
  if (company.usccState === "refused")
    return (
      <Notice tone="warn" className="mt-6">
        <b>{t.refusedTitle}</b>
        <p>{t.refusedReason({ reason: company.usccNote })}</p>
        <p>{t.refusedBody}</p>
        {correct}
      </Notice>
    );
  if (company.usccState !== "pending" || news === "created") return null;
  return (
    <Notice className="mt-6">
      {t.pendingBody}
      {correct}
    </Notice>
  );
}

function detailRows({ locale, company, role, mayEdit, mayReadLicence }: Data, path: string): SummaryRow[] {
  const t = companyMessages[locale].overview;
  const change = mayEdit ? { href: `${path}/names` } : undefined;
  return [
    { term: t.nameZh, value: company.nameZh, ...(change && { action: change }) },
    {
      term: t.nameEn,
      value: company.nameEn || <span className="muted">{t.noNameEn}</span>,
      ...(change && { action: change }),
    },
    { term: t.uscc, value: <span className="num-id">{company.uscc}</span> },
    { term: t.state, value: <UsccStateTag state={company.usccState} locale={locale} /> },
    ...licenceRow(company, locale, mayReadLicence, path),
    { term: t.registered, value: formatDateTime(locale, company.createdAt) },
    { term: t.yourRole, value: accountMessages[locale].companyRole[role] },
  ];
}

function licenceRow(
  { licence }: CompanyDetails,
  locale: Locale,
  mayRead: boolean,
  path: string,
): SummaryRow[] {
  if (!licence || !mayRead) return [];
  const note = `${formatFileSize(licence.size)} · ${formatDateTime(locale, licence.uploadedAt)}`;
  const value = <a href={`${path}/licence`}>{licence.name}</a>;
  return [{ term: companyMessages[locale].overview.licence, value, note }];
}
