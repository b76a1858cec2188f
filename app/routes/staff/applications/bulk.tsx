import { data } from "react-router";
import {
  type BulkAction,
  isBulkAction,
  isOfficeMove,
  needsReason,
  reasonProblem,
} from "#app/domain/applications/office-moves.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import { formatWan } from "#app/domain/shared/money.ts";
import { listOfficerChoices } from "#app/features/applications/office/list-choices.ts";
import {
  bulkLimit,
  type BulkRow,
  previewBulkAction,
} from "#app/features/applications/office/preview-bulk-action.ts";
import { runBulkAction } from "#app/features/applications/office/run-bulk-action.ts";
import { notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatMoney } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { staffListMessages } from "#app/i18n/messages/staff-list.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { StateName } from "../state-name.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { Route } from "./+types/bulk";
import { shortNumber, titleOf } from "./list-columns.tsx";

interface Plan {
  action: BulkAction;
  ids: string[];
  officerId: string | null;
  back: string;
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  if (!mayOffice(actor, "deal_out")) throw notFound();
  const plan = readPlan(new URL(request.url).searchParams);
  const officers = await listOfficerChoices(ctx.db.read);
  const officer = officers.find(({ id }) => id === plan.officerId)?.name ?? null;
  const rows = await previewBulkAction(ctx, plan.ids, plan.action, plan.officerId);
  return { locale, plan, rows, officer };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx, actor } = staffOnly(context);
  if (!mayOffice(actor, "deal_out")) throw notFound();
  const form = await readFormData(request);
  const plan = readPlan(new URL(request.url).searchParams);
  const reason = String(form.get("reason") ?? "");
  if (needsReason(plan.action) && reasonProblem(reason))
    return data({ reason, results: null }, { status: 422 });
  const rows = form.getAll("row").flatMap((row) => {
    const [id = "", version = ""] = String(row).split("~");
    return plan.ids.includes(id) ? [{ id, version: Number(version) }] : [];
  });
  const results = await runBulkAction(ctx, { action: plan.action, rows, officerId: plan.officerId, reason });
  return data({ reason, results });
}

function readPlan(query: URLSearchParams): Plan {
  const action = query.get("action") ?? "";
  if (!isBulkAction(action)) throw notFound();
  const ids = query.getAll("id").slice(0, bulkLimit);
  return { action, ids, officerId: query.get("officer") || null, back: query.get("back") ?? "" };
}

export default function Bulk({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, plan, rows, officer } = loaderData;
  const t = staffListMessages[locale];
  const words =
    plan.action === "assign_officer"
      ? t.bulk.assign_officer
      : applicationStateMessages[locale].move[plan.action];
  const badReason = actionData !== undefined && actionData.results === null;
  const title = actionData?.results ? t.report.title : t.preview.title;
  const back = `/staff/applications${plan.back && `?${plan.back}`}`;
  return (
    <>
      <title>{`${badReason ? shellMessages[locale].errorPrefix : ""}${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={back}>{t.preview.back}</BackLink>
      <DeskHead title={title} note={`${words}${officer ? ` · ${officer}` : ""}`} />
      {actionData?.results ? (
        <Report rows={rows} results={actionData.results} locale={locale} back={back} />
      ) : (
        <Preview
          plan={plan}
          rows={rows}
          officer={officer}
          locale={locale}
          reason={actionData?.reason}
          badReason={badReason}
        />
      )}
    </>
  );
}

interface PreviewProps {
  plan: Plan;
  rows: readonly BulkRow[];
  officer: string | null;
  locale: Locale;
  reason: string | undefined;
  badReason: boolean;
}

function Preview({ plan, rows, officer, locale, reason, badReason }: PreviewProps) {
  const t = staffListMessages[locale].preview;
  if (rows.length === 0) return <EmptyState title={t.nothing}>{t.nothingText}</EmptyState>;
  if (plan.action === "assign_officer" && officer === null)
    return <EmptyState title={t.officerMissing}>{t.nothingText}</EmptyState>;
  const runnable = rows.filter(({ refusal }) => refusal === null);
  const amount = runnable.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={badReason ? [{ href: "#reason", text: t.reasonError }] : []} />
      <Notice tone={runnable.length === rows.length ? "info" : "warn"} className="mb-3">
        {t.summary(runnable.length, rows.length - runnable.length)}
        {locale === "en" && " "}
        {runnable.length > 0 && t.amount(formatMoney(locale, amount))}
      </Notice>
      <DataTable
        caption={t.title}
        dense
        rows={rows}
        rowKey={({ id }) => id}
        columns={previewColumns(plan, officer, locale)}
      />
      {runnable.map(({ id, version }) => (
        <input key={id} type="hidden" name="row" value={`${id}~${version}`} />
      ))}
      {needsReason(plan.action) && runnable.length > 0 && (
        <div className="measure">
          <TextArea
            id="reason"
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            rows={3}
            errors={badReason ? [t.reasonError] : []}
            defaultValue={reason ?? ""}
          />
        </div>
      )}
      {runnable.length > 0 && (
        <p className="mt-4">
          <Button variant="primary">{t.run(runnable.length)}</Button>
        </p>
      )}
    </form>
  );
}

function previewColumns(plan: Plan, officer: string | null, locale: Locale): Column<BulkRow>[] {
  const t = staffListMessages[locale];
  const becomes = ({ state }: BulkRow): string => {
    if (plan.action === "assign_officer") return t.preview.willAssign(officer ?? "");
    const to =
      isOfficeMove(plan.action) || plan.action === "start_formal_check"
        ? transition(state, plan.action, "officer")
        : null;
    return to === null ? "" : t.preview.willMove(applicationStateMessages[locale].name[to]);
  };
  return [
    ...baseColumns(locale),
    { id: "now", head: t.preview.from, cell: ({ state }) => <StateName state={state} /> },
    {
      id: "officer",
      head: t.officer,
      className: "muted nowrap",
      cell: (row) => row.officer ?? staffMessages[locale].unclaimed,
    },
    {
      id: "outcome",
      head: t.preview.outcome,
      cell: (row) =>
        row.refusal === null ? (
          <Tag tone="ok">{becomes(row)}</Tag>
        ) : (
          <Tag tone="warn">{t.refusals[row.refusal]}</Tag>
        ),
    },
  ];
}

const baseColumns = (locale: Locale): Column<BulkRow>[] => {
  const t = staffListMessages[locale];
  return [
    { id: "number", head: t.number, className: "num-id nowrap", cell: ({ number }) => shortNumber(number) },
    {
      id: "project",
      head: t.project,
      rowHeader: true,
      className: "lim",
      cell: (row) => titleOf(row, locale),
    },
    { id: "company", head: t.company, className: "lim muted", cell: ({ companyZh }) => companyZh },
    {
      id: "amount",
      head: t.amount,
      numeric: true,
      cell: ({ amountFen }) => (amountFen === null ? "–" : formatWan(amountFen)),
    },
  ];
};

interface ReportProps {
  rows: readonly BulkRow[];
  results: Awaited<ReturnType<typeof runBulkAction>>;
  locale: Locale;
  back: string;
}

function Report({ rows, results, locale, back }: ReportProps) {
  const t = staffListMessages[locale];
  const done = results.filter(({ refusal }) => refusal === null).length;
  const refused = results.length - done;
  const result = new Map(results.map(({ id, refusal }) => [id, refusal]));
  return (
    <>
      <Notice tone={refused === 0 ? "ok" : "warn"} className="mb-3">
        {t.report.done(done)}
        {locale === "en" && " "}
        {refused > 0 && t.report.refused(refused)}
      </Notice>
      <DataTable
        caption={t.report.title}
        dense
        rows={rows.filter(({ id }) => result.has(id))}
        rowKey={({ id }) => id}
        columns={[
          ...baseColumns(locale),
          { id: "now", head: t.preview.from, cell: ({ state }) => <StateName state={state} /> },
          {
            id: "result",
            head: t.report.result,
            cell: ({ id }) => {
              const refusal = result.get(id) ?? null;
              return refusal === null ? (
                <Tag tone="ok">{t.report.ok}</Tag>
              ) : (
                <Tag tone="warn">{t.refusals[refusal]}</Tag>
              );
            },
          },
        ]}
      />
      <p className="mt-4">
        <a className="btn btn-sm" href={back}>
          {t.report.back}
        </a>
      </p>
    </>
  );
}
