import { peopleKinds, type PeopleKind } from "#app/domain/accounts/people-kinds.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

interface PeopleHeadProps {
  locale: Locale;
  current: PeopleKind | "invitations";
  mayInvite: boolean;
  /** What was just done, or why it was not. */
  done?: string | undefined;
  failed?: string | undefined;
}

export function PeopleHead({ locale, current, mayInvite, done, failed }: PeopleHeadProps) {
  const t = peopleMessages[locale];
  const kinds = peopleKinds.map((kind) => ({
    href: `/staff/people?kind=${kind}`,
    label: t.kind[kind],
    current: kind === current,
  }));
  const invitations = {
    href: "/staff/people/invitations",
    label: t.invitationsTab,
    current: current === "invitations",
  };
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <DeskHead title={t.title}>
        {mayInvite && (
          <LinkButton size="sm" href="/staff/people/invite">
            {t.invite}
          </LinkButton>
        )}
      </DeskHead>
      {done && (
        <Notice tone="ok" role="status" className="mb-3">
          {done}
        </Notice>
      )}
      {failed && (
        <Notice tone="bad" role="alert" className="mb-3">
          {failed}
        </Notice>
      )}
      <Tabs label={t.views} items={[...kinds, invitations]} />
    </>
  );
}
