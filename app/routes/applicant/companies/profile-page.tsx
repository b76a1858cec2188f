import { compileForm } from "#app/domain/forms/compile-form.ts";
import { formatTime } from "#app/i18n/format.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { KeptProblems } from "#app/ui/form/kept-problems.tsx";
import { SectionQuestions } from "#app/ui/form/section-questions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { companyName } from "./company-page.tsx";
import type { ProfileView } from "./profile-view.ts";

interface ProfilePageProps {
  view: ProfileView;
  /** Set right after a save. */
  savedAt: string | undefined;
}

export function ProfilePage({ view, savedAt }: ProfilePageProps) {
  const { profile, section, form } = view;
  const { locale } = form;
  const t = companyMessages[locale].profile;
  const path = `/companies/${profile.companyId}`;
  const tabs = compileForm(profile.definition).sections.map((each) => ({
    href: `${path}/profile/${each.section.key}`,
    label: each.section.title[locale],
    current: each.section.key === section.section.key,
  }));
  return (
    <div className="wrap pt-8">
      <PageTitle hasErrors={form.issues.size + form.conflicts.size > 0}>
        {`${section.section.title[locale]} – ${t.title}`}
      </PageTitle>
      <BackLink href={path}>{companyName(locale, profile)}</BackLink>
      <KeptProblems view={view} />
      <h1 className="mt-2">{t.title}</h1>
      <p className="measure mt-3">{profile.mayEdit ? t.lead : t.readOnly}</p>
      <div className="mt-6 [&_.tabs-q]:flex-wrap">
        <Tabs label={t.sections} items={tabs} />
      </div>
      {savedAt && <Saved view={view} savedAt={savedAt} />}
      <form className="max-w-3xl" method="post" action={`${path}/profile/${section.section.key}`} noValidate>
        {profile.mayEdit && (
          <>
            {/* Enter in a box presses the first button: it must be this one. */}
            <button className="sr-only" type="submit" name="intent" value="continue" tabIndex={-1}>
              {sectionMessages[locale].saveAndContinue}
            </button>
            <input type="hidden" name="base" value={JSON.stringify(view.base)} autoComplete="off" />
          </>
        )}
        <SectionQuestions view={form} section={section} blankRow={view.blankRow} />
        {profile.mayEdit && (
          <div className="rule mt-10 flex flex-wrap items-center gap-3 pt-6">
            <Button variant="primary" name="intent" value="continue">
              {sectionMessages[locale].saveAndContinue}
            </Button>
            <Button name="intent" value="return">
              {sectionMessages[locale].saveAndReturn}
            </Button>
          </div>
        )}
      </form>
    </div>
  );
}

function Saved({ view, savedAt }: { view: ProfileView; savedAt: string }) {
  const { form, wrong, missing } = view;
  const t = companyMessages[form.locale].profile;
  const open = wrong.length + missing;
  return (
    <Notice tone={open > 0 ? "info" : "ok"} role="status" className="mt-6">
      <SavedMark time={formatTime(savedAt)} /> {open > 0 ? t.remaining({ count: open }) : t.complete}
    </Notice>
  );
}
