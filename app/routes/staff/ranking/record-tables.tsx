import type { ReactNode } from "react";
import type { ConflictKind } from "#app/domain/reviews/conflict-of-interest.ts";
import type { ReviewRecord } from "#app/domain/reviews/review-record.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { formatCount, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { conflictKindMessages } from "#app/i18n/messages/conflict-kinds.ts";
import { exportMessages } from "#app/i18n/messages/exports.ts";
import { mailLogMessages } from "#app/i18n/messages/mail-log.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { reviewRecordMessages } from "#app/i18n/messages/review-record.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { RecordHash } from "./record-hash.tsx";

interface RecordProps {
  record: ReviewRecord;
  rubric: Rubric;
}

/** One after another what was open to the reviewer, and the sheet as typed. */
export function RecordTables({ record, rubric }: RecordProps) {
  const { locale } = usePage();
  return (
    <>
      <Submissions record={record} locale={locale} />
      <Files record={record} locale={locale} />
      <Conflicts record={record} locale={locale} />
      <Messages record={record} locale={locale} />
      <Sheet record={record} rubric={rubric} locale={locale} />
    </>
  );
}

interface PartProps {
  record: ReviewRecord;
  locale: Locale;
}

function Submissions({ record, locale }: PartProps) {
  const t = reviewRecordMessages[locale];
  return (
    <Part title={t.submissionsTitle} note={t.submissionsNote}>
      <DataTable
        caption={t.submissionsTitle}
        dense
        rows={record.submissions}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ id: "version", head: t.submission, rowHeader: true },
            cell: ({ version }) => (
              <a href={`/staff/applications/${record.application.id}?version=${version}`}>
                {t.facts.version(version)}
              </a>
            ),
          },
          {
            ...{ id: "at", head: t.submittedAt, className: "nowrap" },
            cell: ({ submittedAt }) => formatDateTime(locale, submittedAt),
          },
          { id: "hash", head: t.facts.hash, cell: ({ sha256 }) => <RecordHash value={sha256} /> },
        ]}
      />
    </Part>
  );
}

function Files({ record: { files }, locale }: PartProps) {
  const t = reviewRecordMessages[locale];
  if (files.length === 0) return <Part title={t.filesTitle} note={t.filesNone} />;
  return (
    <Part title={t.filesTitle}>
      <DataTable
        caption={t.filesTitle}
        dense
        rows={files}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ id: "name", head: t.file, rowHeader: true },
            cell: ({ id, name }) => <a href={`/files/${id}`}>{name}</a>,
          },
          { id: "question", head: t.question, cell: ({ question }) => <code>{question}</code> },
          { id: "size", head: t.size, numeric: true, cell: ({ size }) => formatCount(size) },
          { id: "hash", head: t.facts.hash, cell: ({ sha256 }) => <RecordHash value={sha256} /> },
        ]}
      />
    </Part>
  );
}

function Conflicts({ record: { conflicts, assignment }, locale }: PartProps) {
  const t = reviewRecordMessages[locale];
  const words = assignMessages[locale];
  const kinds = conflictKindMessages[locale];
  const { declaredAt, declaration } = assignment;
  const hasConflict = (declaration as { hasConflict?: boolean } | null)?.hasConflict === true;
  const at = declaredAt === null ? null : formatDateTime(locale, declaredAt);
  const said = at === null ? t.undeclared : hasConflict ? t.declaredConflict(at) : t.declared(at);
  const note = conflicts.length === 0 ? `${said}${locale === "en" ? " " : ""}${t.conflictsNone}` : said;
  return (
    <Part title={t.conflictTitle} note={note}>
      {conflicts.length > 0 && (
        <DataTable
          caption={t.conflictTitle}
          dense
          rows={conflicts}
          rowKey={({ id }) => id}
          columns={[
            {
              ...{ id: "kind", head: t.conflict, rowHeader: true },
              cell: ({ kind }) => kinds[kind as ConflictKind] ?? kind,
            },
            {
              ...{ id: "source", head: t.source },
              cell: ({ source }) => words.sources[source as keyof typeof words.sources] ?? source,
            },
            {
              ...{ id: "state", head: t.state },
              cell: ({ state }) => words.page.judged[state as keyof typeof words.page.judged] ?? state,
            },
            {
              ...{ id: "at", head: t.foundAt, className: "nowrap" },
              cell: ({ createdAt }) => formatDateTime(locale, createdAt),
            },
          ]}
        />
      )}
    </Part>
  );
}

function Messages({ record: { messages }, locale }: PartProps) {
  const t = reviewRecordMessages[locale];
  if (messages.length === 0) return <Part title={t.messagesTitle} note={t.messagesNone} />;
  const names: Readonly<Record<string, string | undefined>> = mailLogMessages[locale].kinds;
  return (
    <Part title={t.messagesTitle}>
      <DataTable
        caption={t.messagesTitle}
        dense
        rows={messages}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ id: "message", head: t.message, rowHeader: true },
            cell: ({ template }) => names[template] ?? template,
          },
          { id: "at", head: t.sentAt, cell: ({ at }) => formatDateTime(locale, at) },
        ]}
      />
    </Part>
  );
}

function Sheet({ record: { review }, rubric, locale }: PartProps & { rubric: Rubric }) {
  const t = reviewRecordMessages[locale];
  const names = new Map(rubric.criteria.map(({ key, name }) => [key, `${key} ${name[locale]}`]));
  const term = (path: string): string => {
    const [key = "", part = ""] = path.split(".");
    const general: Readonly<Record<string, string | undefined>> = t.general;
    if (key === "flag") {
      const flags: Readonly<Record<string, string | undefined>> = rankingMessages[locale].record.flagNames;
      return `${t.flag} · ${flags[part] ?? part}`;
    }
    const criterion = names.get(key);
    return criterion ? `${criterion} · ${part === "score" ? t.score : t.comment}` : (general[key] ?? path);
  };
  const options: Readonly<Record<string, string | undefined>> = exportMessages[locale].adviceOptions;
  const { yes, no } = rankingMessages[locale].record;
  const value = (path: string, text: string) => {
    if (path === "advice") return options[text] ?? text;
    if (path === "inScope" || path.startsWith("flag.")) return text === "yes" ? yes : no;
    return <span className="whitespace-pre-wrap">{text}</span>;
  };
  return (
    <Part title={t.sheetTitle}>
      <SummaryList
        className="max-w-4xl"
        rows={Object.entries(review.sheet)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([path, text]) => ({ key: path, term: term(path), value: value(path, text) }))}
      />
    </Part>
  );
}

const Part = ({ title, note, children }: { title: string; note?: string; children?: ReactNode }) => (
  <section className="mt-5">
    <h3>{title}</h3>
    {note && <p className="muted mb-2 max-w-4xl text-sm">{note}</p>}
    {children}
  </section>
);
