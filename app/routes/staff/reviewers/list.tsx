import { disciplines } from "#app/domain/reviews/coverage.ts";
import { readCursor } from "#app/features/keyset.ts";
import {
  listReviewers,
  registryStates,
  type ReviewerFilter,
  type ReviewerRow,
  type RegistryState,
} from "#app/features/reviews/registry/list-reviewers.ts";
import { formatRecent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { registryMessages } from "#app/i18n/messages/registry.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Tone } from "#app/ui/tone.ts";
import { FilterForm } from "../filter-form.tsx";
import { FilterSelect } from "../filter-select.tsx";
import type { Route } from "./+types/list";
import { reviewersAccess } from "./reviewers-access.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = reviewersAccess(context);
  const query = new URL(request.url).searchParams;
  const filter: ReviewerFilter = {
    text: (query.get("text") ?? "").trim().slice(0, 100),
    discipline: disciplines.find((each) => each === query.get("discipline")) ?? null,
    state: registryStates.find((each) => each === query.get("state")) ?? null,
  };
  return { locale, now: ctx.now, filter, page: await listReviewers(ctx, filter, readCursor(query)) };
}

export default function Reviewers({ loaderData }: Route.ComponentProps) {
  const { locale, now, filter, page } = loaderData;
  const t = registryMessages[locale].list;
  const named = assignMessages[locale].disciplines;
  const href = (direction: "after" | "before", cursor: string) =>
    `/staff/reviewers?${new URLSearchParams({
      ...(filter.text && { text: filter.text }),
      ...(filter.discipline && { discipline: filter.discipline }),
      ...(filter.state && { state: filter.state }),
      [direction]: cursor,
    })}`;
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <DeskHead title={t.title} />
      <FilterForm text={filter.text} label={t.search} action="/staff/reviewers">
        <FilterSelect
          name="discipline"
          label={t.discipline}
          empty={t.any}
          value={filter.discipline}
          options={disciplines.map((value) => ({ value, label: named[value] }))}
        />
        <FilterSelect
          name="state"
          label={t.state}
          empty={t.any}
          value={filter.state}
          options={registryStates.map((value) => ({ value, label: t.states[value] }))}
        />
      </FilterForm>
      {page.rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          dense
          caption={t.caption}
          rows={page.rows}
          rowKey={(row) => row.personId}
          columns={columns(locale, now)}
        />
      )}
      <Pagination
        {...(page.previous ? { previous: href("before", page.previous) } : {})}
        {...(page.next ? { next: href("after", page.next) } : {})}
      />
    </>
  );
}

const tones: Record<RegistryState, Tone> = { waiting: "accent", confirmed: "ok", not_given: "line" };

function columns(locale: Locale, now: Date): Column<ReviewerRow>[] {
  const t = registryMessages[locale].list;
  const named = assignMessages[locale].disciplines;
  const nothing = <span className="muted">–</span>;
  return [
    {
      id: "name",
      head: t.name,
      rowHeader: true,
      cell: (row) => <a href={`/staff/reviewers/${row.personId}`}>{row.name}</a>,
    },
    { id: "affiliation", head: t.affiliation, cell: (row) => row.affiliation ?? nothing },
    {
      id: "discipline",
      head: t.discipline,
      cell: (row) => (row.discipline ? named[row.discipline] : nothing),
    },
    {
      id: "expertise",
      head: t.expertise,
      cell: (row) =>
        (JSON.parse(row.expertise ?? "[]") as string[]).join(locale === "zh" ? "、" : ", ") || nothing,
    },
    {
      id: "load",
      head: t.load,
      numeric: true,
      cell: (row) =>
        row.maxLoad === null ? nothing : t.loadOf({ load: Number(row.load ?? 0), max: row.maxLoad }),
    },
    {
      id: "state",
      head: t.state,
      cell: (row) => <Tag tone={tones[row.state]}>{t.states[row.state]}</Tag>,
    },
    {
      id: "updated",
      head: t.updated,
      cell: (row) => (row.updatedAt ? formatRecent(locale, row.updatedAt, now) : nothing),
    },
  ];
}
