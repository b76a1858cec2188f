import type { CarriedQuestion, CarriedSection } from "#app/domain/applications/draft/carry-over.ts";
import type { CompanyProfile } from "#app/features/companies/find-profile.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { carryMessages } from "#app/i18n/messages/carry.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceRow } from "#app/ui/choice-row.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { AnswerText, questionLabel } from "#app/ui/answer-difference.tsx";
import { shownProfile } from "./shown-profile.ts";

export interface ProfileUpdate {
  locale: Locale;
  id: string;
  profile: CompanyProfile;
  /** Sections of the profile, with what the application says otherwise. */
  sections: CarriedSection[];
  done?: { updated: number; left: number } | undefined;
}

/** What an application says of the company that its profile does not say yet. */
export function ProfileUpdatePage({ locale, id, profile, sections, done }: ProfileUpdate) {
  const t = carryMessages[locale];
  return (
    <div className="wrap pt-5">
      <PageTitle>{t.toProfileTitle}</PageTitle>
      <BackLink href={`/applications/${id}`}>{t.back}</BackLink>
      <h1 className="mt-3">{t.toProfileTitle}</h1>
      <p className="measure mt-3">{t.toProfileLead}</p>
      {done && (
        <Notice tone={done.left > 0 ? "warn" : "ok"} role="status" className="mt-5">
          {t.profileUpdated({ count: done.updated })}{" "}
          {done.left > 0 && t.profileConflict({ count: done.left })}
        </Notice>
      )}
      {sections.length === 0 ? (
        <p className="measure mt-6">{t.toProfileNothing}</p>
      ) : (
        <form method="post" action={`/applications/${id}/profile-update`} encType="multipart/form-data">
          <input type="hidden" name="shown" value={shownProfile(profile.raw, sections)} />
          {sections.map(({ section, questions }) => (
            <section key={section.section.key} className="mt-8">
              <h2>{section.section.title[locale]}</h2>
              <div className="mt-3">
                <Differences questions={questions} locale={locale} />
              </div>
            </section>
          ))}
          <Button variant="primary" className="mt-8">
            {t.toProfileSubmit}
          </Button>
        </form>
      )}
    </div>
  );
}

function Differences({
  questions,
  locale,
}: {
  questions: readonly CarriedQuestion[];
  locale: ProfileUpdate["locale"];
}) {
  const t = carryMessages[locale];
  return (
    <DataTable
      caption={t.toProfileTitle}
      rows={questions}
      rowKey={({ question }) => question.field.key}
      columns={[
        {
          id: "question",
          head: t.question,
          rowHeader: true,
          cell: ({ question }) => questionLabel(question, locale),
        },
        {
          id: "draft",
          className: "sm:w-[35%]",
          head: t.fromDraft,
          cell: ({ question, theirs }) => <AnswerText question={question} answer={theirs} locale={locale} />,
        },
        {
          id: "profile",
          className: "sm:w-[35%]",
          head: t.profileNow,
          cell: ({ question, here }) => <AnswerText question={question} answer={here} locale={locale} />,
        },
        {
          id: "update",
          head: t.update,
          cell: ({ question, overwrites }) => (
            <ChoiceRow
              kind="checkbox"
              id={`update-${question.field.key}`}
              name="update"
              value={question.field.key}
              checked={!overwrites}
              label={
                <>
                  {t.update}
                  <span className="sr-only">
                    {t.ofQuestion({ question: questionLabel(question, locale) })}
                  </span>
                </>
              }
            />
          ),
        },
      ]}
    />
  );
}
