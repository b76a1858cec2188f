import { Outlet } from "react-router";
import { hasRole, type StaffRole } from "#app/domain/accounts/actor.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import { countForRail, type RailCounts } from "#app/features/applications/office/count-for-rail.ts";
import { mayRegistry } from "#app/domain/reviews/registry-policy.ts";
import { languageHref } from "#app/http/locale.ts";
import { found } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { registryMessages } from "#app/i18n/messages/registry.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { type RailGroup, StaffShell } from "#app/ui/staff-shell.tsx";
import type { Route } from "./+types/layout";

export const handle = { shell: "bare" };

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, actor, locale, path, services } = staffOnly(context);
  return {
    locale,
    path,
    now: ctx.now,
    demo: services.settings.demo,
    person: actor.name,
    roles: actor.roles,
    isReviewer: hasRole(actor, "reviewer"),
    mayAudit: mayOffice(actor, "read_audit"),
    mayReadForms: mayForm(actor, "read"),
    mayReadReviewers: mayRegistry(actor, "read_all"),
    mayRunPeople: hasRole(actor, "administrator", "auditor"),
    mayReadWorkingDays: mayOffice(actor, "read_working_days"),
    mayReadMail: hasRole(actor, "officer", "administrator", "auditor"),
    counts: found(await countForRail(ctx)),
  };
}

type Desk = Route.ComponentProps["loaderData"];

/** The office's desk: the rail with what waits, and the page. */
export default function Layout({ loaderData }: Route.ComponentProps) {
  const { locale, path, now, demo, person, roles } = loaderData;
  const t = staffMessages[locale];
  const own = (
    ["administrator", "officer", "committee_chair", "committee_member", "auditor"] as const
  ).filter((role) => roles.includes(role));
  return (
    <StaffShell
      audience={t.audience}
      rail={railGroups(loaderData)}
      person={`${person} · ${own.map((role: StaffRole) => t.roles[role]).join(locale === "zh" ? "、" : ", ")}`}
      now={now}
      languageHref={languageHref(path, locale === "zh" ? "en" : "zh")}
      signOutAction="/sign-out"
      homeHref="/staff"
      demo={demo}
    >
      <Outlet />
    </StaffShell>
  );
}

function railGroups(desk: Desk): RailGroup[] {
  const { locale, path, counts } = desk;
  const t = staffMessages[locale].rail;
  const here = path.split("?")[0] ?? "";
  const link = (label: string, href: string, more: { count?: number; hot?: boolean } = {}) => ({
    ...{ label, href, ...more },
    current: href === "/staff" ? here === href : here === href || here.startsWith(`${href}/`),
  });
  return [
    { links: [link(t.home, "/staff"), ...workLinks(link, locale, counts)] },
    {
      title: t.settings,
      links: [
        link(t.calls, "/staff/calls"),
        ...(desk.mayReadForms ? [link(t.forms, "/staff/forms")] : []),
        link(t.companies, "/staff/companies"),
        ...(desk.mayReadReviewers ? [link(registryMessages[locale].list.rail, "/staff/reviewers")] : []),
        ...(desk.mayRunPeople ? [link(t.people, "/staff/people")] : []),
        ...(desk.mayReadMail ? [link(t.mail, "/staff/mail")] : []),
        ...(desk.mayReadWorkingDays ? [link(t.workingDays, "/staff/working-days")] : []),
        link(t.exports, "/staff/exports"),
        ...(desk.mayAudit ? [link(t.audit, "/staff/audit")] : []),
        ...(desk.isReviewer ? [link(siteMessages[locale].reviews, "/reviews")] : []),
      ],
    },
  ];
}

type MakeLink = (
  label: string,
  href: string,
  more?: { count?: number; hot?: boolean },
) => RailGroup["links"][number];

function workLinks(link: MakeLink, locale: Locale, counts: RailCounts) {
  const t = staffMessages[locale].rail;
  return [
    link(t.applications, "/staff/applications", { count: counts.applications }),
    link(t.checks, "/staff/checks", { count: counts.checks, hot: counts.checksOverdue }),
    link(t.assignments, "/staff/assignments", { count: counts.shortOfReviewers + counts.openConflicts }),
    link(questionMessages[locale].office.rail, "/staff/questions", { count: counts.questions }),
    link(t.ranking, "/staff/ranking"),
    link(t.decisions, "/staff/decisions", { count: counts.unreleased }),
  ];
}
