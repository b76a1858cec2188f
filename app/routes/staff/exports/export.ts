import { readListFilter } from "#app/domain/applications/list-filter.ts";
import { meantCall } from "#app/domain/calls/call-reference.ts";
import { readDecisionFilter } from "#app/domain/decisions/decision-filter.ts";
import { exportApplications } from "#app/features/applications/office/export-applications.ts";
import { listCallChoices } from "#app/features/applications/office/list-choices.ts";
import { resolveFilter } from "#app/features/applications/office/narrow-list.ts";
import { recordExport } from "#app/features/audit/record-export.ts";
import type { Context } from "#app/features/context.ts";
import { exportDecisions } from "#app/features/decisions/export-decisions.ts";
import { exportReviews } from "#app/features/reviews/office/export-reviews.ts";
import { exportScores } from "#app/features/reviews/office/export-scores.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { sheetOf, type SpreadsheetFormat, spreadsheetResponse } from "#app/http/spreadsheet-response.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { exportMessages } from "#app/i18n/messages/exports.ts";
import type { Route } from "./+types/export";
import { applicationColumns, decisionColumns, reviewColumns, scoreColumns } from "./columns.ts";

const kinds = ["applications", "scores", "reviews", "decisions"] as const;
type Kind = (typeof kinds)[number];

/** A list as it stands on the screen, as a file; put on record before the first byte leaves. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  const [, name, extension] = /^(\w+)\.(csv|xlsx)$/.exec(params.file) ?? [];
  const kind = kinds.find((each) => each === name);
  if (!kind) throw notFound();
  const format = extension as SpreadsheetFormat;
  const query = new URL(request.url).searchParams;
  query.delete("lang");
  const sheet = found(await sheetOfKind(ctx, kind, query, locale));
  await recordExport(ctx, { kind, format, locale, filters: query.toString() });
  return spreadsheetResponse(format, `${exportMessages[locale].sheets[kind]}-${stamp(ctx.now)}`, [sheet]);
}

async function sheetOfKind(ctx: Context, kind: Kind, query: URLSearchParams, locale: Locale) {
  const name = exportMessages[locale].sheets[kind];
  const call = query.get("call") ?? "";
  switch (kind) {
    case "applications": {
      const filter = await resolveFilter(ctx, readListFilter(query), await listCallChoices(ctx.db.read));
      const rows = exportApplications(ctx, filter);
      return rows && sheetOf(name, applicationColumns(locale), rows);
    }
    case "scores": {
      const scores = await exportScores(ctx, call, query.has("moderated"));
      return scores && sheetOf(name, scoreColumns(locale, scores.rubric), scores.rows);
    }
    case "reviews": {
      const reviews = await exportReviews(ctx, call);
      return reviews && sheetOf(name, reviewColumns(locale, reviews.rubric), reviews.rows);
    }
    case "decisions": {
      const { call: named, ...filter } = readDecisionFilter(query);
      const callId = named && (meantCall(await listCallChoices(ctx.db.read), named)?.id ?? "unknown");
      const rows = exportDecisions(ctx, { ...filter, callId });
      return rows && sheetOf(name, decisionColumns(locale), rows);
    }
  }
}

/** 20261123-1605, Beijing time. */
const stamp = (now: Date): string =>
  new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace(/-|:/g, "").replace("T", "-");
