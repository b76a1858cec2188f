import { data, redirect } from "react-router";
import { mayForm } from "#app/domain/forms/policy.ts";
import { type ListedDraft, listFormDrafts } from "#app/features/forms/list-form-drafts.ts";
import { type CallOfForm, listForms } from "#app/features/forms/list-forms.ts";
import { type DraftSource, startFormDraft } from "#app/features/forms/start-form-draft.ts";
import { notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { builderVersionMessages } from "#app/i18n/messages/builder-versions.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/list";

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "read")) throw notFound();
  return {
    locale,
    calls: await listForms(ctx),
    drafts: await listFormDrafts(ctx),
    mayEdit: mayForm(actor, "edit"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  const form = await readFormData(request);
  const typed = Object.fromEntries(
    ["callId", "from", "zh", "en"].map((name) => [name, String(form.get(name) ?? "").trim()]),
  ) as Record<"callId" | "from" | "zh" | "en", string>;
  const { callId, from, zh, en } = typed;
  const title = zh === "" || en === "" ? {} : { title: { zh, en } };
  const result = await startFormDraft(ctx, { callId: callId || null, source: sourceOf(from), ...title });
  if (result.ok) return redirect(`/staff/forms/${result.draftId}`, 303);
  if (result.reason === "not_allowed") throw notFound();
  const error = builderMessages[locale].startErrors[result.reason];
  const field = result.reason === "no_title" ? (zh === "" ? "zh" : "en") : "callId";
  return data({ error, field, typed }, { status: 422 });
}

function sourceOf(from: string): DraftSource {
  const [kind, id = ""] = from.split(":");
  if (kind === "draft") return { kind, draftId: id };
  return from === "" ? { kind: "empty" } : { kind: "call", callId: kind === "call" ? id : from };
}

export default function Forms({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, calls, drafts, mayEdit } = loaderData;
  const t = builderMessages[locale];
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title}>{mayEdit && <a href="/staff/forms/import">{t.importLink}</a>}</DeskHead>
      <ErrorSummary errors={actionData ? [{ href: `#${actionData.field}`, text: actionData.error }] : []} />
      <h2 className="mt-4">{t.drafts}</h2>
      {drafts.length === 0 ? (
        <EmptyState title={t.noDrafts} />
      ) : (
        <DataTable
          caption={t.drafts}
          dense
          rows={drafts}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "form",
              head: t.form,
              cell: (draft) => (
                <>
                  <span className="muted me-2">
                    {draft.callCode === null ? t.noCall : `${draft.callCode} ${draft.callYear}`}
                  </span>
                  <a className="font-semibold" href={`/staff/forms/${draft.id}`}>
                    {draft.title[locale]}
                  </a>
                </>
              ),
            },
            { id: "version", head: t.draftVersion, numeric: true, cell: (draft) => draft.version },
            {
              id: "published",
              head: t.published,
              cell: (draft) => (draft.publishedVersion === draft.version ? t.asPublished : t.notPublished),
            },
            { id: "by", head: t.changedBy, cell: (draft) => draft.updatedBy },
            {
              id: "at",
              head: t.changedAt,
              className: "nowrap",
              cell: (draft) => formatDateTime(locale, draft.updatedAt),
            },
          ]}
        />
      )}
      <h2 className="mt-8">{t.inUse}</h2>
      <CallTable calls={calls} locale={locale} />
      {mayEdit && <StartForm calls={calls} drafts={drafts} locale={locale} refused={actionData} />}
    </>
  );
}

function CallTable({ calls, locale }: { calls: readonly CallOfForm[]; locale: Locale }) {
  const t = builderMessages[locale];
  return (
    <DataTable
      caption={t.inUse}
      dense
      rows={calls}
      rowKey={({ id }) => id}
      columns={[
        { id: "call", head: t.call, cell: (call) => callName(call, locale) },
        { id: "state", head: t.state, cell: ({ state }) => publicMessages[locale].state[state] },
        {
          id: "version",
          head: t.formVersion,
          numeric: true,
          cell: ({ formVersion }) => formVersion ?? t.noForm,
        },
        {
          id: "versions",
          className: "nowrap",
          head: builderVersionMessages[locale].link,
          cell: (call) => (
            <a
              href={`/staff/forms/versions/${call.id}`}
              aria-label={builderVersionMessages[locale].title(`${call.code} ${call.year}`)}
            >
              {builderVersionMessages[locale].link}
            </a>
          ),
        },
      ]}
    />
  );
}

const callName = (call: CallOfForm, locale: Locale): string =>
  `${call.code} ${call.year} ${locale === "en" ? call.titleEn : call.titleZh}`;

interface StartFormProps {
  calls: readonly CallOfForm[];
  drafts: readonly ListedDraft[];
  locale: Locale;
  refused: { error: string; field: string; typed: Record<string, string> } | undefined;
}

function StartForm({ calls, drafts, locale, refused }: StartFormProps) {
  const t = builderMessages[locale];
  const typed = refused?.typed ?? {};
  const errors = (field: string) => (refused?.field === field ? [refused.error] : []);
  const options = (of: readonly CallOfForm[], prefix = "") =>
    of.map((call) => ({ value: `${prefix}${call.id}`, label: callName(call, locale) }));
  return (
    <form method="post" className="measure rule mt-8 pt-4" noValidate>
      <h2>{t.start}</h2>
      <p className="muted">{t.startHint}</p>
      <Select
        id="callId"
        name="callId"
        label={t.forCall}
        empty={t.forNoCall}
        options={options(calls.filter(({ state }) => state === "not_open"))}
        defaultValue={typed["callId"]}
        errors={errors("callId")}
      />
      <Select
        id="from"
        name="from"
        label={t.startFrom}
        empty={t.fromNothing}
        options={[
          {
            label: t.fromCalls,
            options: options(
              calls.filter(({ formId }) => formId !== null),
              "call:",
            ),
          },
          {
            label: t.fromDrafts,
            options: drafts.map(({ id, callCode, title }) => ({
              value: `draft:${id}`,
              label: `${callCode ?? ""} ${title[locale]}`.trim(),
            })),
          },
        ]}
        defaultValue={typed["from"]}
      />
      <TextInput
        id="zh"
        name="zh"
        label={t.nameZh}
        hint={t.nameHint}
        defaultValue={typed["zh"]}
        errors={errors("zh")}
        control={{ lang: "zh-CN" }}
      />
      <TextInput
        id="en"
        name="en"
        label={t.nameEn}
        defaultValue={typed["en"]}
        errors={errors("en")}
        control={{ lang: "en" }}
      />
      <Button>{t.startSubmit}</Button>
    </form>
  );
}
