import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { callReference } from "#app/domain/calls/call-reference.ts";
import { canDecide } from "#app/domain/decisions/policy.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { listCallsForOffice } from "#app/features/calls/office/list-calls-for-office.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/overview";

type Kind = "applications" | "scores" | "reviews" | "decisions";

interface Take {
  kind: Kind;
  /** Reference of a call; null for all of them. */
  call: string | null;
}

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const calls = await listCallsForOffice(ctx);
  const scored = calls.filter(({ ready, submitted }) => ready && submitted > 0);
  const perCall = (kind: Kind): Take[] => scored.map((call) => ({ kind, call: callReference(call, calls) }));
  const takes: Take[] = [
    ...(mayOffice(actor, "export_applications") ? [{ kind: "applications", call: null } as const] : []),
    ...(mayReview(actor, "export_scores") ? [...perCall("scores"), ...perCall("reviews")] : []),
    ...(canDecide(actor, "export") ? [{ kind: "decisions", call: null } as const] : []),
  ];
  return { locale, takes };
}

export default function Overview({ loaderData: { locale, takes } }: Route.ComponentProps) {
  const t = staffMessages[locale].exports;
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <DeskHead title={t.title} />
      <p className="measure muted mb-3">{t.lead}</p>
      {takes.length === 0 ? (
        <EmptyState title={t.nothing} />
      ) : (
        <DataTable
          caption={t.title}
          dense
          layout="stack"
          rows={takes}
          rowKey={({ kind, call }) => `${kind}${call ?? ""}`}
          columns={[
            {
              id: "what",
              head: t.what,
              rowHeader: true,
              cell: ({ kind }) => (
                <>
                  <b>{t[kind]}</b>
                  <span className="muted block font-normal">{t[`${kind}Text`]}</span>
                </>
              ),
            },
            { id: "scope", head: t.scope, className: "nowrap", cell: ({ call }) => call ?? t.all },
            {
              id: "take",
              head: t.take,
              className: "nowrap",
              cell: ({ kind, call }) => (
                <span className="flex gap-4">
                  {(["xlsx", "csv"] as const).map((format) => (
                    <a
                      key={format}
                      className="underline"
                      href={`/staff/exports/${kind}.${format}${call ? `?call=${call}` : ""}`}
                    >
                      {format.toUpperCase()}
                    </a>
                  ))}
                </span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
