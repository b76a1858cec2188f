import type { ReactNode } from "react";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { ErrorSummary, type SummarisedError } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

export type AccountSection = "profile" | "password" | "sessions" | "second";

interface AccountPageProps {
  locale: Locale;
  section: AccountSection;
  errors?: readonly SummarisedError[];
  /** What was just done. */
  done?: string | undefined;
  children: ReactNode;
}

const paths: Record<AccountSection, string> = {
  profile: "/account",
  password: "/account/password",
  sessions: "/account/sessions",
  second: "/account/second-factor",
};

/** One's own account: four pages under one heading. */
export function AccountPage({ locale, section, errors = [], done, children }: AccountPageProps) {
  const t = accountMessages[locale];
  const sections: AccountSection[] = ["profile", "password", "second", "sessions"];
  return (
    <div className="wrap pt-10">
      <PageTitle hasErrors={errors.length > 0}>{`${t[section].tab} – ${t.title}`}</PageTitle>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <div className="mt-6 [&_.tabs-q]:flex-wrap">
        <Tabs
          label={t.sections}
          items={sections.map((each) => ({
            href: paths[each],
            label: t[each].tab,
            current: each === section,
          }))}
        />
      </div>
      {done && (
        <Notice tone="ok" role="status" className="mt-6">
          {done}
        </Notice>
      )}
      {children}
    </div>
  );
}
