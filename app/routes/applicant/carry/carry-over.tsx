import { data, redirect } from "react-router";
import { carriedOpId, carryOperations } from "#app/domain/applications/draft/carry-over.ts";
import { readBase } from "#app/domain/applications/draft/rendered-base.ts";
import type { ApplicationHead } from "#app/features/applications/application-head.ts";
import { carryOver, type CarriedOver } from "#app/features/applications/carry-over.ts";
import { type Draft, findDraft } from "#app/features/applications/find-draft.ts";
import { listCarrySources } from "#app/features/applications/list-carry-sources.ts";
import { type CopiedFile, copyFile } from "#app/features/files/copy-file.ts";
import type { Context } from "#app/features/context.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readUpload } from "#app/http/read-upload.ts";
import { signedIn } from "#app/http/request-context.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { carryMessages } from "#app/i18n/messages/carry.ts";
import type { Route } from "./+types/carry-over";
import { CarryPage, type Done, type LeftReason, leftReasons } from "./carry-page.tsx";
import { carryView, type CarryView } from "./carry-view.ts";
import { ChooseSource } from "./choose-source.tsx";

export const handle = { nav: "workspace" };

interface Page {
  locale: Locale;
  id: string;
  earlier: ApplicationHead[];
  view?: CarryView | undefined;
  done?: Done | undefined;
  notice?: string | undefined;
}

const largestForm = 4 * 1024 * 1024;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  const draft = await openDraft(ctx, params.id);
  const query = new URL(request.url).searchParams;
  const from = query.get("from");
  const page: Page = { locale, id: params.id, earlier: [] };
  if (from === null) return { page: { ...page, earlier: await listCarrySources(ctx, draft.head) } };
  const view = found(await carryView(ctx, draft, from, locale));
  return { page: { ...page, view, done: doneIn(query.get("done") ?? "") } };
}

/** Everything must be open: in a correction only what was flagged is. */
async function openDraft(ctx: Context, id: string): Promise<Draft> {
  const draft = found(await findDraft(ctx, id));
  if (!draft.mayEdit || draft.corrections) throw notFound();
  return draft;
}

/** `12.1.0.0.0.0.0`: answers, files, answers left, and files left by their reasons. */
function doneIn(counts: string): Done | undefined {
  if (!/^\d{1,5}(?:\.\d{1,5}){6}$/.test(counts)) return undefined;
  const [answers = 0, files = 0, left = 0, ...reasons] = counts.split(".").map(Number);
  const filesLeft = Object.fromEntries(leftReasons.map((reason, at) => [reason, reasons[at] ?? 0]));
  return { answers, files, left, filesLeft: filesLeft as Done["filesLeft"] };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = signedIn(context);
  const draft = await openDraft(ctx, params.id);
  const read = await readUpload(request, async ({ content }) => void content.resume(), {
    maxBytes: largestForm,
  });
  if (!read.ok) throw data(null, { status: read.reason === "too_large" ? 413 : 400 });
  const from = String(read.form.get("from") ?? "");
  const view = found(await carryView(ctx, draft, from, locale));
  const carried = await carryChosen(ctx, view, read.form);
  if (!carried.ok) {
    if (carried.reason !== "busy" && carried.reason !== "not_editable") throw notFound();
    const notice = carryMessages[locale][carried.reason === "busy" ? "busy" : "notEditable"];
    return data(
      { page: { locale, id: params.id, earlier: [], view, notice } satisfies Page },
      { status: 409 },
    );
  }
  const files = await copyChosen(ctx, view, read.form.getAll("file").map(String));
  const answers = countOf(view, read.form) - carried.left;
  const done = [answers, files.copied, carried.left, ...leftReasons.map((reason) => files.left[reason])];
  return redirect(
    `/applications/${params.id}/carry-over?from=${from}&done=${done.map((count) => Math.max(0, count)).join(".")}`,
    303,
  );
}

/** Questions of the chosen sections: those not answered here, and those that may be overwritten. */
function chosenIn(view: CarryView, form: FormData) {
  const taken = new Set(form.getAll("take"));
  const over = new Set(form.getAll("over"));
  return view.sections
    .filter(({ section }) => taken.has(section.section.key))
    .map(({ section, questions }) => ({
      key: section.section.key,
      questions: questions.filter(({ overwrites, question }) => !overwrites || over.has(question.field.key)),
    }))
    .filter(({ questions }) => questions.length > 0);
}

const countOf = (view: CarryView, form: FormData): number =>
  chosenIn(view, form).reduce((sum, { questions }) => sum + questions.length, 0);

async function carryChosen(ctx: Context, view: CarryView, form: FormData): Promise<CarriedOver> {
  const from = view.from === "profile" ? null : view.from;
  const sections = chosenIn(view, form).map(({ key, questions }) => ({
    sectionKey: key,
    operations: carryOperations({
      questions,
      base: readBase(String(form.get(`base:${key}`) ?? "")),
      newOpId: () => carriedOpId(from, crypto.randomUUID()),
    }),
  }));
  if (sections.length === 0) return { ok: true, saved: 0, left: 0 };
  return await carryOver(ctx, { applicationId: view.draft.head.id, from, sections });
}

async function copyChosen(ctx: Context, view: CarryView, chosen: readonly string[]) {
  let copied = 0;
  const left: Done["filesLeft"] = { full: 0, unfit: 0, uncounted: 0, gone: 0 };
  for (const { questionKey, file } of view.files) {
    if (!chosen.includes(`${questionKey}/${file.id}`)) continue;
    const result = await copyFile(ctx, {
      applicationId: view.draft.head.id,
      questionKey,
      fileId: file.id,
    });
    if (result.ok) copied += 1;
    else left[leftReasonOf(result.reason)] += 1;
  }
  return { copied, left };
}

function leftReasonOf(reason: Extract<CopiedFile, { ok: false }>["reason"]): LeftReason {
  switch (reason) {
    case "already_there":
    case "too_many":
    case "too_much_in_all":
      return "full";
    case "extension-not-allowed":
    case "too-large":
    case "too-many-pages":
      return "unfit";
    case "pages_uncounted":
      return "uncounted";
    default:
      return "gone";
  }
}

export default function CarryOver({ loaderData, actionData }: Route.ComponentProps) {
  const { page } = (actionData ?? loaderData) as unknown as { page: Page };
  const { locale, id, earlier, view, done, notice } = page;
  return view ? (
    <CarryPage view={view} done={done} notice={notice} />
  ) : (
    <ChooseSource locale={locale} id={id} earlier={earlier} />
  );
}
