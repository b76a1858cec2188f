import { found, notFound } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import { spreadsheetResponse } from "#app/http/spreadsheet-response.ts";
import { taskMessages } from "#app/i18n/messages/tasks.ts";
import type { Route } from "./+types/export";
import { findTable } from "./find-table.ts";
import { tableSheet } from "./table-sheet.ts";

/** One table of an application as a file; empty, it is a sheet to fill in. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  const { format } = params;
  if (format !== "csv" && format !== "xlsx") throw notFound();
  const { question, rows, draft } = found(await findTable(ctx, params));
  const { head } = draft;
  const project = (locale === "en" && head.titleEn) || head.titleZh || taskMessages[locale].untitled;
  const sheet = tableSheet(question, rows, locale);
  return spreadsheetResponse(format, `${question.label[locale]} – ${head.number ?? project}`, [sheet]);
}
