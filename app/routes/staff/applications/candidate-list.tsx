import { isActive } from "#app/domain/reviews/assignment-workflow.ts";
import { disciplines } from "#app/domain/reviews/coverage.ts";
import type { FoundApplication } from "#app/features/applications/find-application.ts";
import type { Page } from "#app/features/keyset.ts";
import type { Candidate, CandidateFilter } from "#app/features/reviews/office/list-candidates.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { FilterForm } from "../filter-form.tsx";
import { FilterSelect } from "../filter-select.tsx";
import { CandidateConflicts } from "./candidate-conflicts.tsx";

interface CandidateListProps {
  locale: Locale;
  head: FoundApplication;
  filter: CandidateFilter;
  candidates: Page<Candidate>;
  tomorrow: string;
  usualDue: string;
  typed: Readonly<Record<string, string>> | undefined;
}

/** Everyone who could review it, each with what speaks against them, and one button each. */
export function CandidateList(props: CandidateListProps) {
  const { locale, head, filter, candidates, tomorrow, usualDue, typed } = props;
  const t = assignMessages[locale].page;
  const here = `/staff/applications/${head.id}/reviewers`;
  return (
    <section aria-labelledby="candidates">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <h2 id="candidates">{t.candidates}</h2>
        <span className="muted">{t.candidatesNote}</span>
      </div>
      <CandidateFilters filter={filter} action={here} locale={locale} />
      <form method="post" id="assign" noValidate className="mb-2">
        <input type="hidden" name="intent" value="assign" />
        <DateInput
          id="dueOn"
          name="dueOn"
          label={t.dueOn}
          hint={t.dueHint}
          min={tomorrow}
          defaultValue={typed?.["dueOn"] ?? usualDue}
        />
      </form>
      <DataTable
        caption={t.candidates}
        dense
        layout="stack"
        rows={candidates.rows}
        rowKey={({ personId }) => personId}
        columns={columns(locale)}
      />
      <Pagination
        {...(candidates.previous === null
          ? {}
          : { previous: pageHref(filter, "before", candidates.previous) })}
        {...(candidates.next === null ? {} : { next: pageHref(filter, "after", candidates.next) })}
      />
    </section>
  );
}

const pageHref = (
  { text, discipline, free }: CandidateFilter,
  direction: "after" | "before",
  cursor: string,
): string =>
  `?${new URLSearchParams({
    ...(text ? { text } : {}),
    ...(discipline ? { discipline } : {}),
    ...(free ? { free: "on" } : {}),
    [direction]: cursor,
  })}`;

function CandidateFilters({
  filter,
  action,
  locale,
}: {
  filter: CandidateFilter;
  action: string;
  locale: Locale;
}) {
  const { page, disciplines: names } = assignMessages[locale];
  const t = page.filter;
  return (
    <FilterForm text={filter.text} label={t.text} action={action}>
      <FilterSelect
        name="discipline"
        label={t.discipline}
        empty={t.any}
        value={filter.discipline}
        options={disciplines.map((discipline) => ({ value: discipline, label: names[discipline] }))}
      />
      <label className="choice">
        <input type="checkbox" className="checkbox" name="free" defaultChecked={filter.free} />
        {t.free}
      </label>
    </FilterForm>
  );
}

function columns(locale: Locale): Column<Candidate>[] {
  const { page: t, disciplines: names } = assignMessages[locale];
  return [
    {
      id: "name",
      head: t.name,
      rowHeader: true,
      cell: (row) => (
        <>
          <b>{row.name}</b>
          <span className="muted block text-xs">{row.affiliation}</span>
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
      id: "expertise",
      head: t.expertise,
      className: "muted",
      cell: ({ expertise }) => expertise.join(locale === "zh" ? "、" : ", "),
    },
    {
      id: "load",
      head: t.load,
      numeric: true,
      cell: ({ load, maxLoad }) =>
        load >= maxLoad ? <b className="st-warn">{`${load}/${maxLoad}`}</b> : `${load}/${maxLoad}`,
    },
    {
      id: "conflicts",
      head: t.conflicts,
      cell: (row) => <CandidateConflicts candidate={row} locale={locale} />,
    },
    {
      id: "act",
      head: t.act,
      hideHead: true,
      label: "",
      numeric: true,
      cell: (row) => <AssignButton candidate={row} locale={locale} />,
    },
  ];
}

function AssignButton({ candidate, locale }: { candidate: Candidate; locale: Locale }) {
  const t = assignMessages[locale].page;
  const { assignment, blocked, load, maxLoad, personId, name } = candidate;
  if (assignment !== null && isActive(assignment)) return <span className="muted">{t.already}</span>;
  if (blocked) return <Tag tone="bad">{t.blocked}</Tag>;
  if (load >= maxLoad) return <Tag tone="warn">{t.full}</Tag>;
  return (
    <Button size="sm" form="assign" name="reviewer" value={personId} aria-label={t.assignTo(name)}>
      {t.assign}
    </Button>
  );
}
