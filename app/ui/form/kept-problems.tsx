import { issueSummary } from "#app/i18n/messages/form-issues.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldId } from "./form-view.ts";
import type { KeptSection } from "./kept-section.ts";

/** Conflicts first, since they are not saved; then what is wrong. */
export function KeptProblems({ view }: { view: KeptSection }) {
  const { form, wrong, section } = view;
  const { locale } = form;
  const t = sectionMessages[locale];
  if (form.conflicts.size > 0) {
    const errors = [...form.conflicts.keys()].map((path) => ({
      href: `#${fieldId(path)}`,
      text: t.conflictSummary({ label: labelOf(section, path, locale) }),
    }));
    return (
      <ErrorSummary
        errors={errors}
        title={t.conflictsTitle({ count: errors.length })}
        note={t.conflictNote}
      />
    );
  }
  if (form.issues.size === 0) return null;
  const errors = wrong.map((issue) => ({
    href: `#${fieldId(issue.path)}`,
    text: issueSummary(issue, locale),
  }));
  return <ErrorSummary errors={errors} note={t.savedNote} />;
}

function labelOf(section: KeptSection["section"], path: string, locale: "zh" | "en"): string {
  const [key = "", , column] = path.split("/");
  const question = section.questions.find(({ field }) => field.key === key);
  const cell = question?.columns.find(({ field }) => field.key === column)?.field.label[locale];
  const label = question?.field.label[locale] ?? "";
  return cell ? `${label} · ${cell}` : label;
}
