import type { DefinitionProblem } from "#app/domain/forms/definition-problem.ts";
import type { ListedDraft } from "#app/features/forms/list-form-drafts.ts";
import type { CallOfForm } from "#app/features/forms/list-forms.ts";
import { formatCount } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderDifferenceMessages } from "#app/i18n/messages/builder-difference.ts";
import { builderImportMessages } from "#app/i18n/messages/builder-import.ts";
import { definitionPlaceWords, definitionProblemSentence } from "#app/i18n/messages/definition-problems.ts";
import { Button } from "#app/ui/button.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { DifferenceList } from "./difference-list.tsx";
import type { ShownDifference } from "./difference-words.ts";

export interface DryRunPage {
  text: string;
  into: string;
  /** Of the draft that was compared with. */
  version: number | undefined;
  /** Undefined where there is nothing to compare with. */
  comparedWith: string | undefined;
  differences: ShownDifference[];
  counts: { sections: number; questions: number; rules: number };
  problems: readonly DefinitionProblem[];
  isStale: boolean;
}

interface ImportFieldsProps {
  calls: readonly CallOfForm[];
  drafts: readonly ListedDraft[];
  into: string;
  text: string;
  errors: { file?: string[]; into?: string[] };
  problems: readonly DefinitionProblem[];
  locale: Locale;
}

/** Which file, and where it shall go. */
export function ImportFields({ calls, drafts, into, text, errors, problems, locale }: ImportFieldsProps) {
  const t = builderImportMessages[locale];
  return (
    <>
      {problems.length > 0 && (
        <>
          <p className="mt-4">{t.refusedProblems(formatCount(problems.length))}</p>
          <ProblemList problems={problems} locale={locale} />
        </>
      )}
      <form method="post" encType="multipart/form-data" className="measure" noValidate>
        <Select
          id="into"
          name="into"
          label={t.into}
          empty={false}
          defaultValue={into}
          errors={errors.into}
          options={[
            { value: "new", label: t.newFree },
            {
              label: t.forCall,
              options: calls.map((call) => ({
                value: `call:${call.id}`,
                label: `${call.code} ${call.year} ${locale === "en" ? call.titleEn : call.titleZh}`,
              })),
            },
            {
              label: t.intoDraft,
              options: drafts.map(({ id, callCode, title }) => ({
                value: `draft:${id}`,
                label: `${callCode ?? ""} ${title[locale]}`.trim(),
              })),
            },
          ]}
        />
        <FileInput
          id="file"
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".json,application/json"
          errors={errors.file}
        />
        <TextArea
          id="text"
          name="text"
          label={t.text}
          rows={6}
          defaultValue={text}
          control={{ spellCheck: false }}
        />
        <Button name="look" value="1" variant="primary">
          {t.look}
        </Button>
      </form>
    </>
  );
}

/** What would change, and the button that changes it. */
export function DryRun({ page, locale }: { page: DryRunPage; locale: Locale }) {
  const t = builderImportMessages[locale];
  const { comparedWith, differences, counts, problems } = page;
  return (
    <>
      {page.isStale && (
        <Notice tone="warn" className="mt-4" role="alert">
          {t.errors.stale}
        </Notice>
      )}
      <p className="mt-4">{t.contains(counts)}</p>
      {problems.length > 0 && (
        <>
          <Notice tone="warn">{t.problems(formatCount(problems.length))}</Notice>
          <ProblemList problems={problems} locale={locale} />
        </>
      )}
      <form method="post" encType="multipart/form-data" className="mt-4">
        <textarea name="text" defaultValue={page.text} hidden readOnly />
        <input type="hidden" name="into" value={page.into} />
        <input type="hidden" name="version" value={page.version ?? ""} />
        <Button name="apply" value="1" variant="primary">
          {page.version === undefined ? t.apply : t.applyInto}
        </Button>
        {page.version !== undefined && <p className="muted mt-2">{t.applyIntoHint}</p>}
      </form>
      <h2 className="mt-6">{builderDifferenceMessages[locale].title}</h2>
      {comparedWith === undefined ? (
        <p>{t.comparedWithNothing}</p>
      ) : (
        <>
          <p className="muted">{t.comparedWith(comparedWith)}</p>
          <DifferenceList differences={differences} locale={locale} />
        </>
      )}
    </>
  );
}

function ProblemList({ problems, locale }: { problems: readonly DefinitionProblem[]; locale: Locale }) {
  return (
    <ul className="builder-problems">
      {problems.slice(0, 50).map((problem) => (
        <li key={JSON.stringify(problem)}>
          <span className="font-semibold">{definitionPlaceWords(problem.place, locale)}</span>
          <br />
          {definitionProblemSentence(problem, locale)}
        </li>
      ))}
    </ul>
  );
}
