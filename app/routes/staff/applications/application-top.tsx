import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import { staffApplicationMessages } from "#app/i18n/messages/staff-application.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { StateName } from "../state-name.tsx";

export type ApplicationTab = "application" | "check" | "reviewers" | "questions" | "scores" | "decision";

interface ApplicationTopProps {
  application: {
    id: string;
    number: string | null;
    state: ApplicationState;
    titleZh: string;
    titleEn: string;
    companyNameZh: string;
    companyNameEn: string;
    callCode: string;
    callYear: number;
  };
  tab: ApplicationTab;
}

/** Where each page about an application stands. */
const tabHref: Record<ApplicationTab, (application: ApplicationTopProps["application"]) => string> = {
  application: ({ id }) => `/staff/applications/${id}`,
  check: ({ id }) => `/staff/applications/${id}/check`,
  reviewers: ({ id }) => `/staff/applications/${id}/reviewers`,
  questions: ({ id }) => `/staff/applications/${id}/questions`,
  scores: ({ id, callCode, callYear }) => `/staff/ranking/${callCode}-${callYear}/${id}`,
  decision: ({ id }) => `/staff/applications/${id}/decision`,
};

/** Number, title, company and state of an application, and the ways to its other pages. */
export function ApplicationTop({ application, tab }: ApplicationTopProps) {
  const { locale } = usePage();
  const t = staffApplicationMessages[locale];
  const title = (locale === "en" && application.titleEn) || application.titleZh;
  const company = (locale === "en" && application.companyNameEn) || application.companyNameZh;
  return (
    <>
      <BackLink href="/staff/applications">{t.back}</BackLink>
      <div className="desk-head">
        <h1>{title}</h1>
        <StateName state={application.state} />
        <span className="muted">
          <span className="num-id">{application.number}</span> · {company}
        </span>
      </div>
      <div className="mb-4">
        <Tabs
          label={t.tabs.label}
          items={(Object.keys(tabHref) as ApplicationTab[]).map((key) => ({
            href: tabHref[key](application),
            label: t.tabs[key],
            current: key === tab,
          }))}
        />
      </div>
    </>
  );
}
