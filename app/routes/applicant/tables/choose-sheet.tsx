import { importMessages } from "#app/i18n/messages/import.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { cellLabel } from "#app/ui/form/cell-control.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { FoundTable } from "./find-table.ts";

type Plain = Exclude<keyof (typeof importMessages)["zh"]["problems"], "too_many_rows">;

export interface ChooseProblem {
  field: "file" | "text";
  problem: Plain;
  /** What was pasted, to stand there again. */
  text: string;
}

interface ChooseSheetProps {
  table: FoundTable;
  locale: Locale;
  problem: ChooseProblem | undefined;
}

/** A file or pasted text, and beside it what the table asks for. */
export function ChooseSheet({ table, locale, problem }: ChooseSheetProps) {
  const t = importMessages[locale];
  const { question } = table;
  const url = tableUrlOf(table);
  const error = problem && t.problems[problem.problem];
  const errorsOf = (field: ChooseProblem["field"]) => (error && problem.field === field ? [error] : []);
  return (
    <>
      <ImportHead table={table} locale={locale} />
      <div className="wrap grid gap-x-14 gap-y-8 pt-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div>
          {error && <ErrorSummary errors={[{ href: `#sheet-${problem.field}`, text: error }]} />}
          <p className="measure">{question.fixedRows ? t.leadFixed : t.lead}</p>
          <form method="post" action={`${url}/import`} encType="multipart/form-data" noValidate>
            <FileInput
              id="sheet-file"
              name="file"
              label={t.file}
              hint={t.fileHint}
              accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              errors={errorsOf("file")}
            />
            <p className="muted mt-2">{t.or}</p>
            <TextArea
              id="sheet-text"
              name="text"
              label={t.text}
              hint={t.textHint}
              rows={8}
              defaultValue={problem?.text ?? ""}
              errors={errorsOf("text")}
              control={{ spellCheck: false, autoComplete: "off", wrap: "off" }}
            />
            <Button variant="primary" className="mt-2" name="intent" value="read">
              {t.read}
            </Button>
          </form>
        </div>
        <TableOutline table={table} locale={locale} />
      </div>
    </>
  );
}

export function ImportHead({ table, locale }: Pick<ChooseSheetProps, "table" | "locale">) {
  const t = importMessages[locale];
  const { question, sectionKey, sectionTitle, draft } = table;
  return (
    <div className="wrap pt-5">
      <BackLink href={`/applications/${draft.head.id}/sections/${sectionKey}#${question.key}`}>
        {t.back({ section: sectionTitle[locale] })}
      </BackLink>
      <h1 className="mt-3">{t.titleOf({ table: question.label[locale] })}</h1>
    </div>
  );
}

function TableOutline({ table, locale }: Pick<ChooseSheetProps, "table" | "locale">) {
  const t = importMessages[locale];
  const url = tableUrlOf(table);
  return (
    <aside className="self-start text-sm">
      <h2 className="text-base">{t.templateTitle}</h2>
      <p className="mt-2">{t.templateBody}</p>
      <p className="mt-2 flex flex-wrap gap-x-5">
        <a href={`${url}/export/xlsx`}>{t.templateXlsx}</a>
        <a href={`${url}/export/csv`}>{t.templateCsv}</a>
      </p>
      <h2 className="mt-6 text-base">{t.columnsTitle}</h2>
      <ul className="mt-2 list-disc pl-5">
        {table.question.columns.map((column) => (
          <li key={column.key}>
            {cellLabel(column, { locale })}
            {column.type === "computed" ? (
              <span className="muted"> {t.computed}</span>
            ) : (
              column.required === undefined && <span className="muted"> {t.optional}</span>
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}

export const tableUrlOf = ({ draft, sectionKey, question }: FoundTable): string =>
  `/applications/${draft.head.id}/sections/${sectionKey}/tables/${question.key}`;
