import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { ReviewerPage } from "#app/features/reviews/registry/find-reviewer.ts";
import { registryForm } from "#app/features/reviews/registry/registry-form.ts";
import { formatDateTime, formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { registryMessages } from "#app/i18n/messages/registry.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { Button } from "#app/ui/button.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { KeptProblems } from "#app/ui/form/kept-problems.tsx";
import type { KeptSection } from "#app/ui/form/kept-section.ts";
import { SectionQuestions } from "#app/ui/form/section-questions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

interface RegistryPageProps {
  reviewer: ReviewerPage;
  view: KeptSection;
  /** Right after a save. */
  saved: boolean;
}

export function RegistryPage({ reviewer, view, saved }: RegistryPageProps) {
  const { form, section } = view;
  const { locale } = form;
  const t = registryMessages[locale].own;
  const tabs = compileForm(registryForm).sections.map((each) => ({
    href: `/reviews/details/${each.section.key}`,
    label: each.section.title[locale],
    current: each.section.key === section.section.key,
  }));
  const saving = sectionMessages[locale];
  return (
    <>
      <PageTitle hasErrors={form.issues.size + form.conflicts.size > 0}>
        {`${section.section.title[locale]} – ${t.title}`}
      </PageTitle>
      <KeptProblems view={view} />
      <DeskHead title={t.title} />
      <p className="measure">{t.lead}</p>
      <p className="muted measure mt-2">{standing(reviewer, locale)}</p>
      <div className="mt-4 [&_.tabs-q]:flex-wrap">
        <Tabs label={t.sections} items={tabs} />
      </div>
      {saved && <Saved view={view} at={reviewer.updatedAt} />}
      <form className="max-w-3xl" method="post" action={`/reviews/details/${section.section.key}`} noValidate>
        {/* Enter in a box presses the first button: it must be this one. */}
        <button className="sr-only" type="submit" name="intent" value="continue" tabIndex={-1}>
          {saving.saveAndContinue}
        </button>
        <input type="hidden" name="base" value={JSON.stringify(view.base)} autoComplete="off" />
        {section.section.intro && <p className="measure mt-4">{section.section.intro[locale]}</p>}
        <SectionQuestions view={form} section={section} blankRow={view.blankRow} />
        <div className="rule mt-10 flex flex-wrap items-center gap-3 pt-6">
          <Button variant="primary" name="intent" value="continue">
            {saving.saveAndContinue}
          </Button>
        </div>
      </form>
    </>
  );
}

/** What of it the office goes by today. */
function standing({ confirmed, version }: ReviewerPage, locale: Locale): string {
  const t = registryMessages[locale].own;
  if (!confirmed) return t.never;
  const by = { by: confirmed.by, time: formatDateTime(locale, confirmed.at) };
  return confirmed.version === version ? t.confirmed(by) : t.waiting(by);
}

function Saved({ view, at }: { view: KeptSection; at: string | null }) {
  const t = registryMessages[view.form.locale].own;
  const open = view.wrong.length + view.missing;
  return (
    <Notice tone={open > 0 ? "info" : "ok"} role="status" className="mt-6">
      {at && <SavedMark time={formatTime(at)} />} {open > 0 ? t.remaining({ count: open }) : t.complete}
    </Notice>
  );
}
