import type { CallToAssign } from "#app/features/reviews/proposal/find-call.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

export type Step = "prepare" | "proposal" | "release";

interface CallTopProps {
  call: CallToAssign;
  reference: string;
  locale: Locale;
  step: Step;
  hasProposal: boolean;
  hasErrors?: boolean;
}

/** Which call it is, and the three steps of assigning in it. */
export function CallTop({ call, reference, locale, step, hasProposal, hasErrors = false }: CallTopProps) {
  const t = proposalMessages[locale];
  const base = `/staff/assignments/${reference}`;
  const steps: [Step, string][] = [
    ["prepare", base],
    ...(hasProposal
      ? ([
          ["proposal", `${base}/proposal`],
          ["release", `${base}/release`],
        ] as [Step, string][])
      : []),
  ];
  return (
    <>
      <PageTitle hasErrors={hasErrors}>{`${t.tabs[step]} ${call.code} ${t.title}`}</PageTitle>
      <DeskHead
        title={t.title}
        note={`${call.code} ${locale === "en" ? call.titleEn : call.titleZh} ${call.year}`}
      />
      <Tabs
        label={t.tabs.label}
        items={steps.map(([each, href]) => ({ href, label: t.tabs[each], current: each === step }))}
      />
    </>
  );
}
