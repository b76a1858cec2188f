import { data, redirect } from "react-router";
import { importOperations } from "#app/domain/applications/draft/import-operations.ts";
import { readBase } from "#app/domain/applications/draft/rendered-base.ts";
import { rowsOf } from "#app/domain/forms/raw-answers.ts";
import { bestSheet } from "#app/domain/forms/sheet/read-sheet.ts";
import { saveAnswers, type SavedAnswers } from "#app/features/applications/save-answers.ts";
import type { Context } from "#app/features/context.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { importMessages } from "#app/i18n/messages/import.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { PageTitle } from "#app/ui/page-title.tsx";
import { mayImport } from "../section/section-view.ts";
import type { Route } from "./+types/import";
import { type FoundTable, findTable } from "./find-table.ts";
import { ChooseSheet, type ChooseProblem } from "./choose-sheet.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { type ImportView, importView } from "./import-view.ts";
import { type ImportForm, readImportForm } from "./read-import-form.ts";

export const handle = { nav: "workspace" };

interface Page {
  locale: Locale;
  table: FoundTable;
  problem?: ChooseProblem | undefined;
  view?: ImportView | undefined;
  notice?: string | undefined;
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  return { page: { locale, table: await openTable(ctx, params) } satisfies Page };
}

async function openTable(ctx: Context, params: Route.LoaderArgs["params"]): Promise<FoundTable> {
  const table = found(await findTable(ctx, params));
  if (!mayImport(table.draft, table.sectionKey, table.question.key)) throw notFound();
  return table;
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = signedIn(context);
  const table = await openTable(ctx, params);
  const form = await readImportForm(request);
  if (form === undefined || form === "too_large") throw data(null, { status: form ? 413 : 400 });
  const page = { locale, table };
  if (form.kind === "problem")
    return data({ page: { ...page, problem: form } satisfies Page }, { status: 400 });
  const view = previewOf(form, page);
  if (view.reading.rows.length === 0 && form.kind === "sheets")
    return data(
      { page: { ...page, problem: { field: "text", problem: "no_rows", text: "" } } satisfies Page },
      { status: 400 },
    );
  if (form.kind !== "import") return { page: { ...page, view } satisfies Page };
  const saved = await importRows(ctx, form, view);
  if (saved.ok) return redirect(whereTo(view, saved), 303);
  return data(
    { page: { ...page, view, notice: refusalNotice(saved.reason, locale) } satisfies Page },
    { status: 409 },
  );
}

type Sheets = Exclude<ImportForm, { kind: "problem" }>;

function previewOf(form: Sheets, { locale, table }: Pick<Page, "locale" | "table">): ImportView {
  if (form.kind !== "sheets")
    return importView({ ...form, locale, table, importId: importIdOf(form.form.get("import")) });
  const sheet = bestSheet(table.question, form.sheets) ?? { name: "", rows: [], isCut: false };
  return importView({
    locale,
    table,
    sheet,
    choices: {},
    mode: "append",
    importId: crypto.randomUUID(),
  });
}

const importIdOf = (sent: FormDataEntryValue | null): string =>
  typeof sent === "string" && /^[0-9a-f-]{36}$/.test(sent) ? sent : crypto.randomUUID();

type Imported = SavedAnswers | { ok: false; reason: "too_many_rows" };

/** Written as if somebody had typed it all, against what the preview showed. */
async function importRows(
  ctx: Context,
  { form, mode }: Extract<ImportForm, { kind: "preview" | "import" }>,
  { table, reading, over, importId }: ImportView,
): Promise<Imported> {
  if (over > 0) return { ok: false, reason: "too_many_rows" };
  const { draft, sectionKey, question } = table;
  const operations = importOperations({
    question,
    rows: reading.rows,
    mode,
    base: readBase(String(form.get("base") ?? "")),
    standing: rowsOf(draft.raw, question.key),
    importId,
  });
  return await saveAnswers(ctx, { applicationId: draft.head.id, sectionKey, operations });
}

/** Back to the table, which says what came in; with its wrong cells marked where there are any. */
function whereTo({ table, reading, wrong }: ImportView, saved: Extract<SavedAnswers, { ok: true }>): string {
  const { draft, sectionKey, question } = table;
  const left = saved.outcomes.filter((outcome) => outcome.status === "conflict").length;
  const cells = question.fixedRows ? saved.outcomes.length - left : 0;
  const query = new URLSearchParams({
    imported: `${question.fixedRows ? 0 : reading.rows.length}.${cells}.${wrong.length}.${left}`,
    ...(wrong.length > 0 ? { check: "1" } : {}),
  });
  return `/applications/${draft.head.id}/sections/${sectionKey}?${query.toString()}#${question.key}`;
}

/** The row limit is said beside the choice it belongs to. */
function refusalNotice(
  reason: Extract<Imported, { ok: false }>["reason"],
  locale: Locale,
): string | undefined {
  const t = sectionMessages[locale];
  if (reason === "too_many_rows") return undefined;
  if (reason === "not_found" || reason === "not_in_form") throw notFound();
  return { not_editable: t.notEditable, not_flagged: t.notFlagged, busy: t.busy }[reason];
}

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const { page } = (actionData ?? loaderData) as unknown as { page: Page };
  const { locale, table, view, problem, notice } = page;
  const t = importMessages[locale];
  return (
    <>
      <PageTitle hasErrors={problem !== undefined || (view?.over ?? 0) > 0}>
        {t.titleOf({ table: table.question.label[locale] })}
      </PageTitle>
      {view ? (
        <ImportPreview view={view} notice={notice} />
      ) : (
        <ChooseSheet table={table} locale={locale} problem={problem} />
      )}
    </>
  );
}
