import { beijingDay, daysBetween } from "#app/domain/shared/beijing-time.ts";
import type { ListedConflict } from "#app/features/reviews/office/list-conflicts.ts";
import { conflictSentence } from "#app/i18n/conflict-sentence.ts";
import { formatShortDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { conflictKindMessages } from "#app/i18n/messages/conflict-kinds.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { numberColumn, projectColumn } from "./assignment-tables.tsx";

interface ConflictProps {
  rows: readonly ListedConflict[];
  locale: Locale;
  now: Date;
  view: string;
  mayJudge: boolean;
  typed: { conflict: string; note: string } | undefined;
}

/** Conflicts nobody has judged yet, each with its two answers; or those that are judged, by whom and why. */
export function ConflictTable({ rows, locale, now, view, mayJudge, typed }: ConflictProps) {
  const { desk: t, page } = assignMessages[locale];
  const isJudged = view === "judged";
  if (rows.length === 0) return <EmptyState title={isJudged ? t.emptyJudged : t.emptyConflicts} />;
  return (
    <>
      <DataTable
        caption={isJudged ? t.judged : t.conflicts}
        dense
        layout="stack"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          numberColumn(locale),
          projectColumn<ListedConflict>(locale, ({ applicationId }) => applicationId),
          ...whatColumns(locale),
          ...(isJudged ? judgedColumns(locale) : [waitedColumn(locale, now)]),
          ...(mayJudge && !isJudged ? [judgeColumn(locale, typed)] : []),
        ]}
      />
      <p className="muted mt-2 text-xs">{page.declaredStays}</p>
    </>
  );
}

const whatColumns = (locale: Locale): Column<ListedConflict>[] => {
  const { desk: t, sources } = assignMessages[locale];
  return [
    {
      id: "person",
      head: t.person,
      cell: ({ person, affiliation }) => (
        <>
          <b>{person}</b>
          {affiliation && <span className="muted block text-xs">{affiliation}</span>}
        </>
      ),
    },
    {
      id: "kind",
      head: t.kind,
      cell: ({ kind, path, note }) => (
        <>
          {path ? conflictSentence(locale, path) : conflictKindMessages[locale][kind]}
          {(path ?? note) && (
            <span className="muted block text-xs">{path ? conflictKindMessages[locale][kind] : note}</span>
          )}
        </>
      ),
    },
    {
      id: "source",
      head: t.source,
      cell: ({ source }) => <Tag tone="warn">{sources[source]}</Tag>,
    },
  ];
};

const waitedColumn = (locale: Locale, now: Date): Column<ListedConflict> => ({
  ...{ id: "waited", head: assignMessages[locale].desk.waited, numeric: true },
  cell: ({ createdAt }) =>
    staffMessages[locale].home.days(daysBetween(beijingDay(createdAt), beijingDay(now))),
});

const judgedColumns = (locale: Locale): Column<ListedConflict>[] => {
  const { desk: t, page } = assignMessages[locale];
  return [
    {
      id: "verdict",
      head: t.verdict,
      cell: ({ state, verdict }) => (
        <>
          <Tag tone={state === "confirmed" ? "bad" : "line"}>{page.judged[state]}</Tag>
          {verdict && <span className="muted block text-xs">{verdict}</span>}
        </>
      ),
    },
    {
      id: "judged",
      head: t.judgedBy,
      className: "nowrap",
      cell: ({ judgedBy, judgedAt }) => (
        <>
          {judgedBy}
          {judgedAt && <span className="muted block text-xs">{formatShortDate(locale, judgedAt)}</span>}
        </>
      ),
    },
  ];
};

const judgeColumn = (locale: Locale, typed: ConflictProps["typed"]): Column<ListedConflict> => {
  const { desk, page } = assignMessages[locale];
  return {
    ...{ id: "judge", head: desk.judge, label: "" },
    cell: (row) => (
      <details open={typed?.conflict === row.id}>
        <summary className="nowrap">{desk.judge}</summary>
        <form method="post" noValidate className="min-w-56">
          <input type="hidden" name="conflict" value={row.id} />
          <input type="hidden" name="application" value={row.applicationId} />
          <input type="hidden" name="person" value={row.personId} />
          <input type="hidden" name="kind" value={row.kind} />
          <input type="hidden" name="fact" value={row.fact} />
          <input type="hidden" name="source" value={row.source} />
          <TextArea
            id={`note-${row.id}`}
            name="note"
            label={page.verdictNote}
            hint={page.verdictNoteHint}
            rows={2}
            defaultValue={typed?.conflict === row.id ? typed.note : ""}
          />
          <p className="mt-1 flex flex-wrap gap-2">
            <Button size="sm" name="intent" value="dismiss">
              {page.dismiss}
            </Button>
            <Button size="sm" variant="danger" name="intent" value="confirm">
              {page.confirm}
            </Button>
          </p>
        </form>
      </details>
    ),
  };
};
