import { importMessages } from "#app/i18n/messages/import.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { cellLabel, isNumeric } from "#app/ui/form/cell-control.tsx";
import { Glyph } from "#app/ui/glyph.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { ImportHead, tableUrlOf } from "./choose-sheet.tsx";
import type { ImportView, PreviewCell } from "./import-view.ts";
import { SheetMapping } from "./sheet-mapping.tsx";
import { sheetFields } from "./read-import-form.ts";

interface ImportPreviewProps {
  view: ImportView;
  /** Why an import was refused. */
  notice: string | undefined;
}

/** Every row as it would be kept, what is wrong in it, and what becomes of the rows that stand. */
export function ImportPreview({ view, notice }: ImportPreviewProps) {
  const { locale, table, sheet, reading, base, importId } = view;
  const t = importMessages[locale];
  const url = tableUrlOf(table);
  return (
    <>
      <ImportHead table={table} locale={locale} />
      <form
        className="wrap pt-4"
        method="post"
        action={`${url}/import`}
        encType="multipart/form-data"
        noValidate
      >
        {/* Enter in a box looks again; nothing is imported by accident. */}
        <button className="sr-only" type="submit" name="intent" value="preview" tabIndex={-1}>
          {t.again}
        </button>
        {sheetFields(sheet).map((chunk, index) => (
          <input key={index} type="hidden" name="sheet" value={chunk} autoComplete="off" />
        ))}
        <input type="hidden" name="base" value={JSON.stringify(base)} autoComplete="off" />
        <input type="hidden" name="import" value={importId} autoComplete="off" />
        {notice && (
          <Notice tone="bad" role="alert" className="mb-5">
            {notice}
          </Notice>
        )}
        <LimitProblem view={view} />
        <h2>{t.previewTitle}</h2>
        <SourceLine view={view} />
        <SheetMapping view={view} />
        <Findings view={view} />
        <PreviewTable view={view} />
        <Mode view={view} />
        <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
          {reading.rows.length > 0 && (
            <Button variant="primary" name="intent" value="import">
              {table.question.fixedRows ? t.importCells : t.importRows({ rows: reading.rows.length })}
            </Button>
          )}
          <a href={`${url}/import`}>{t.start}</a>
        </p>
      </form>
    </>
  );
}

function LimitProblem({ view }: { view: ImportView }) {
  const { locale, over, table, standing, reading, mode } = view;
  if (over === 0) return null;
  const text = importMessages[locale].problems.too_many_rows({
    max: table.question.maxRows,
    standing: mode === "append" ? standing : 0,
    rows: reading.rows.length,
    over,
  });
  const href = standing > 0 && mode === "append" ? "#import-mode-2" : "#import-preview";
  return <ErrorSummary errors={[{ href, text }]} />;
}

function SourceLine({ view }: { view: ImportView }) {
  const { locale, sheet, reading, table } = view;
  const t = importMessages[locale];
  const converted = reading.columns.filter(({ unit }) => unit !== undefined && unit !== "wan");
  return (
    <>
      <p className="measure mt-2">
        {sheet.name && t.source({ sheet: sheet.name })}
        {reading.headLine === 0 && t.noHead}
        {reading.headLine > 0 && !reading.isTurned && t.headLine({ line: reading.headLine })}
        {t.rowsRead({ rows: reading.rows.length })}
        {sheet.isCut && t.cut}
      </p>
      {converted.map(({ key, unit = "wan" }) => {
        const column = table.question.columns.find((each) => each.key === key);
        const name = column ? (column.shortLabel ?? column.label)[locale] : "";
        return (
          <p key={key} className="measure mt-1">
            {t.converted({ column: name, unit: t.unit[unit] })}
          </p>
        );
      })}
    </>
  );
}

const shownAtOnce = 20;

function Findings({ view }: { view: ImportView }) {
  const { locale, wrong, warnings, missing, reading } = view;
  const t = importMessages[locale];
  return (
    <>
      {wrong.length > 0 && (
        <Notice tone="bad" className="mt-5">
          <b>{t.wrongTitle({ count: wrong.length })}</b>
          <Notes notes={wrong} more={(count) => t.more({ count })} />
          <p className="mt-2">{t.wrongNote}</p>
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="warn" className="mt-5">
          <b>{t.warningTitle({ count: warnings.length })}</b>
          <Notes notes={warnings} more={(count) => t.more({ count })} />
        </Notice>
      )}
      {reading.strangeLines.length > 0 && (
        <Notice tone="warn" className="mt-5">
          <b>{t.strangeTitle}</b>
          <ul className="mt-1 list-disc pl-5">
            {reading.strangeLines.map((strange) => (
              <li key={strange.line}>{t.strangeLine(strange)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {wrong.length === 0 && reading.rows.length > 0 && (
        <Notice tone="ok" className="mt-5">
          {t.allFine}
        </Notice>
      )}
      {missing > 0 && <p className="measure mt-3">{t.missingNote({ count: missing })}</p>}
    </>
  );
}

interface NotesProps {
  notes: ImportView["wrong"];
  more: (count: number) => string;
}

function Notes({ notes, more }: NotesProps) {
  const list = (some: ImportView["wrong"]) => (
    <ul className="mt-1 list-disc pl-5">
      {some.map(({ href, text }) => (
        <li key={text}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
  const rest = notes.slice(shownAtOnce);
  return (
    <>
      {list(notes.slice(0, shownAtOnce))}
      {rest.length > 0 && (
        <details className="mt-1">
          <summary>{more(rest.length)}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

function PreviewTable({ view }: { view: ImportView }) {
  const { locale, rows, columns, table } = view;
  const t = importMessages[locale];
  if (rows.length === 0) return null;
  return (
    <div className="mt-6" id="import-preview" tabIndex={-1}>
      <DataTable
        caption={t.previewTitle}
        layout="scroll"
        dense
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            id: "line",
            head: table.question.fixedRows ? t.rowName : t.line,
            rowHeader: true,
            className: "nowrap",
            cell: (row) => row.name,
          },
          ...columns.map((column, index) => ({
            id: column.key,
            head: cellLabel(column, { locale }),
            numeric: isNumeric(column),
            className: isNumeric(column) ? undefined : "min-w-28",
            cell: (row: ImportView["rows"][number]) => <Shown cell={row.cells[index]} empty={t.empty} />,
          })),
        ]}
      />
    </div>
  );
}

function Shown({ cell, empty }: { cell: PreviewCell | undefined; empty: string }) {
  if (!cell) return null;
  const text = cell.text === "" ? <span className="muted">{cell.level ? empty : "–"}</span> : cell.text;
  if (!cell.level) return <span id={cell.id}>{text}</span>;
  const tone = cell.level === "error" ? "bad" : "warn";
  return (
    <span id={cell.id} tabIndex={-1} className={tone === "bad" ? "st-bad" : "st-warn"}>
      <Glyph name={tone === "bad" ? "error" : "warn"} tone={tone} className="me-1" />
      {text}
    </span>
  );
}

function Mode({ view }: { view: ImportView }) {
  const { locale, standing, mode, table } = view;
  const t = importMessages[locale];
  const { fixedRows } = table.question;
  if (standing === 0) return <input type="hidden" name="mode" value="append" />;
  return (
    <RadioGroup
      id="import-mode"
      name="mode"
      label={fixedRows ? t.modeFixedTitle : t.modeTitle}
      hint={fixedRows && t.differing({ count: standing })}
      defaultValue={mode}
      options={[
        { value: "append", label: fixedRows ? t.fill : t.append({ standing }) },
        { value: "replace", label: fixedRows ? t.overwrite : t.replace({ standing }) },
      ]}
    />
  );
}
