import { data, redirect } from "react-router";
import { mayForm } from "#app/domain/forms/policy.ts";
import { type FormVersion, listFormVersions } from "#app/features/forms/list-form-versions.ts";
import { startFormDraft } from "#app/features/forms/start-form-draft.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { builderVersionMessages } from "#app/i18n/messages/builder-versions.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { Route } from "./+types/versions";
import { DifferenceList } from "./difference-list.tsx";
import { shownDifferences, type ShownDifference } from "./difference-words.ts";

type ListedVersion = Omit<FormVersion, "definition">;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  const { call, versions } = found(await listFormVersions(ctx, params.callId));
  const asked = new URL(request.url).searchParams.get("show");
  return {
    locale,
    call: { name: `${call.code} ${call.year}`, formId: call.formId },
    versions: versions.map(({ definition: _, ...version }): ListedVersion => version),
    shown: asked === null ? undefined : found(differenceOf(versions, asked, locale)),
    mayEdit: mayForm(actor, "edit"),
  };
}

interface ShownVersion {
  version: number;
  /** Undefined for the first. */
  differences: ShownDifference[] | undefined;
}

/** Of a correction, from the version it corrects; of others, from the one before. */
function differenceOf(
  versions: readonly FormVersion[],
  id: string,
  locale: Locale,
): ShownVersion | undefined {
  const index = versions.findIndex((version) => version.id === id);
  const version = versions[index];
  if (!version) return undefined;
  const before = versions.find((other) => other.id === version.corrects) ?? versions[index + 1];
  return {
    version: version.version,
    differences: before && shownDifferences(before.definition, version.definition, locale),
  };
}

/** An earlier version as a new draft of the call. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  const form = await readFormData(request);
  const { versions } = found(await listFormVersions(ctx, params.callId));
  const formId = String(form.get("restore") ?? "");
  if (!versions.some(({ id }) => id === formId)) throw data(null, { status: 400 });
  const started = await startFormDraft(ctx, { callId: params.callId, source: { kind: "version", formId } });
  if (!started.ok) throw notFound();
  return redirect(`/staff/forms/${started.draftId}`, 303);
}

export default function FormVersions({ loaderData }: Route.ComponentProps) {
  const { locale, call, versions, shown, mayEdit } = loaderData;
  const t = builderVersionMessages[locale];
  const title = t.title(call.name);
  return (
    <>
      <title>{`${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/staff/forms">{builderMessages[locale].title}</BackLink>
      <h1 className="mt-2">{title}</h1>
      {versions.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <form method="post" className="mt-4">
          <VersionTable versions={versions} formId={call.formId} mayEdit={mayEdit} locale={locale} />
        </form>
      )}
      {shown && (
        <section id="difference" tabIndex={-1} aria-labelledby="difference-title">
          <h2 id="difference-title" className="mt-6">
            {t.showOf(String(shown.version))}
          </h2>
          {shown.differences ? (
            <DifferenceList differences={shown.differences} locale={locale} />
          ) : (
            <p>{t.first}</p>
          )}
        </section>
      )}
    </>
  );
}

interface VersionTableProps {
  versions: readonly ListedVersion[];
  formId: string | null;
  mayEdit: boolean;
  locale: Locale;
}

function VersionTable({ versions, formId, mayEdit, locale }: VersionTableProps) {
  const t = builderVersionMessages[locale];
  const originOf = ({ by, corrects }: ListedVersion): string =>
    corrects === null ? (by === null ? t.installed : t.published) : t.corrected;
  return (
    <DataTable
      caption={t.version}
      dense
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "version",
          head: t.version,
          cell: ({ id, version }) => (
            <>
              {version}
              {id === formId && <small className="muted ms-2">{t.inUse}</small>}
            </>
          ),
        },
        { id: "what", head: t.what, cell: originOf },
        { id: "by", head: t.by, cell: ({ by }) => by ?? "–" },
        { id: "at", head: t.at, className: "nowrap", cell: ({ at }) => formatDateTime(locale, at) },
        { id: "reason", head: t.reason, cell: ({ reason }) => reason || "–" },
        {
          id: "show",
          head: t.difference,
          cell: ({ id, version }) => (
            <a href={`?show=${id}#difference`} aria-label={t.showLink(String(version))}>
              {t.show}
            </a>
          ),
        },
        ...(mayEdit
          ? [
              {
                id: "restore",
                head: t.restore,
                cell: ({ id, version }: ListedVersion) => (
                  <Button
                    size="sm"
                    variant="quiet"
                    name="restore"
                    value={id}
                    aria-label={t.restoreOf(String(version))}
                  >
                    {t.restore}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
