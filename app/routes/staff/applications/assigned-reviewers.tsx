import { assignmentTransition, type AssignmentState } from "#app/domain/reviews/assignment-workflow.ts";
import { type Coverage, disciplines } from "#app/domain/reviews/coverage.ts";
import { fromHundredths } from "#app/domain/reviews/reviewer-total.ts";
import { isBefore } from "#app/domain/shared/beijing-time.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import type { listAssignments, ListedAssignment } from "#app/features/reviews/office/list-assignments.ts";
import { formatShortDate, formatShortDateWithWeekday } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import type { GlyphName } from "#app/ui/glyph.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { Tone } from "#app/ui/tone.ts";

interface AssignedProps {
  locale: Locale;
  now: Date;
  reviewing: Awaited<ReturnType<typeof listAssignments>>;
  mayWithdraw: boolean;
  /** Assignments that stand. */
  active: number;
}

/** Who has the application, how far that covers it, and who has left it and why. */
export function AssignedReviewers(props: AssignedProps) {
  const { locale, reviewing, active } = props;
  const t = assignMessages[locale].page;
  return (
    <section className="mb-6" aria-labelledby="assigned">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <h2 id="assigned">{t.assigned}</h2>
        <span className="muted">{t.coverageText(active)}</span>
      </div>
      <CoverageNotice coverage={reviewing.coverage} locale={locale} />
      {reviewing.assignments.length === 0 ? (
        <p className="muted mt-2">{t.nobody}</p>
      ) : (
        <DataTable
          caption={t.assigned}
          dense
          layout="stack"
          rows={reviewing.assignments}
          rowKey={({ id }) => id}
          columns={columns(props)}
        />
      )}
    </section>
  );
}

function CoverageNotice({ coverage, locale }: { coverage: Coverage; locale: Locale }) {
  const { page: t, disciplines: names } = assignMessages[locale];
  const { wanted } = coverage;
  const composition = disciplines
    .filter((each) => wanted[each] > 0)
    .map((each) => t.wanted(names[each], wanted[each]));
  const gaps = [
    ...disciplines
      .filter((discipline) => coverage.missing.includes(discipline))
      .map((each) => t.needs(names[each], wanted[each] - coverage.byDiscipline[each])),
    ...(coverage.enough ? [] : [t.needsMore(wanted.total - coverage.standing)]),
    ...(coverage.enough && !coverage.odd ? [t.needsOdd] : []),
  ];
  return (
    <Notice tone={coverage.complete ? "ok" : "warn"}>
      {coverage.complete ? t.complete : gaps.join(locale === "zh" ? "；" : "; ")}
      <span className="muted block text-xs">{t.rule(wanted.total, composition)}</span>
    </Notice>
  );
}

const looks: Record<AssignmentState, { tone: Tone; glyph?: GlyphName }> = {
  assigned: { tone: "plain", glyph: "empty" },
  accepted: { tone: "accent" },
  submitted: { tone: "ok" },
  declined: { tone: "line" },
  conflicted: { tone: "warn", glyph: "lock" },
  recused: { tone: "line", glyph: "lock" },
  withdrawn: { tone: "line" },
};

function columns({ locale, now, mayWithdraw }: AssignedProps): Column<ListedAssignment>[] {
  const { page: t, disciplines: names, states } = assignMessages[locale];
  return [
    {
      id: "name",
      head: t.name,
      rowHeader: true,
      cell: (row) => (
        <>
          <b>{row.reviewer}</b>
          {row.declineReason && (
            <span className="muted block text-xs">{t.declineReason(row.declineReason)}</span>
          )}
        </>
      ),
    },
    {
      id: "discipline",
      head: t.discipline,
      className: "nowrap",
      cell: ({ discipline }) => names[discipline],
    },
    {
      id: "affiliation",
      head: t.affiliation,
      className: "lim muted",
      cell: ({ affiliation }) => affiliation,
    },
    { id: "state", head: t.state, cell: ({ state }) => <Tag {...looks[state]}>{states[state]}</Tag> },
    {
      id: "due",
      head: t.due,
      className: "nowrap",
      cell: (row) => {
        const late = (row.state === "assigned" || row.state === "accepted") && !isBefore(now, row.dueAt);
        const words = formatShortDateWithWeekday(locale, row.dueAt);
        return late ? <b className="st-bad">{words}</b> : words;
      },
    },
    {
      id: "declared",
      head: t.declared,
      className: "muted nowrap",
      cell: ({ declaredAt }) =>
        declaredAt === null ? t.notDeclared : t.declaredOn(formatShortDate(locale, declaredAt)),
    },
    {
      id: "total",
      head: t.total,
      numeric: true,
      cell: ({ totalX100 }) => (totalX100 === null ? "–" : formatDecimal(fromHundredths(totalX100), 2)),
    },
    {
      id: "act",
      head: t.act,
      hideHead: true,
      label: "",
      cell: (row) =>
        mayWithdraw && assignmentTransition(row.state, "withdraw", "officer") ? (
          <Withdraw row={row} locale={locale} />
        ) : null,
    },
  ];
}

function Withdraw({ row, locale }: { row: ListedAssignment; locale: Locale }) {
  const t = assignMessages[locale].page;
  return (
    <details>
      <summary>{t.withdraw}</summary>
      <form method="post" noValidate className="min-w-64">
        <input type="hidden" name="assignment" value={row.id} />
        <input type="hidden" name="version" value={row.version} />
        <TextArea
          id={`withdraw-${row.id}`}
          name="reason"
          label={t.withdrawReason}
          hint={t.withdrawReasonHint}
          rows={2}
        />
        <Button size="sm" variant="danger" name="intent" value="withdraw">
          {t.withdraw}
        </Button>
      </form>
    </details>
  );
}
