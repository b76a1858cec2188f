import { data, redirect } from "react-router";
import { mayCall } from "#app/domain/calls/policy.ts";
import { listTests, type TestApplication } from "#app/features/applications/tests/list-tests.ts";
import { purgeTest } from "#app/features/applications/tests/purge-test.ts";
import { startTest } from "#app/features/applications/tests/start-test.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatCount, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { callTesterMessages } from "#app/i18n/messages/call-testers.ts";
import { callTestMessages } from "#app/i18n/messages/call-tests.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { ApplicationStateTag } from "#app/ui/application-state-tag.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/tests";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  const tests = found(await listTests(ctx, params.callId));
  return { locale, ...tests, purged: new URL(request.url).searchParams.has("purged") };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayCall(actor, "test")) throw notFound();
  const { callId } = params;
  const purge = (await readFormData(request)).get("purge");
  if (purge !== null) {
    const result = await purgeTest(ctx, { applicationId: String(purge), callId });
    if (!result.ok) throw notFound();
    return redirect(`/staff/calls/${callId}/tests?purged=1`, 303);
  }
  const result = await startTest(ctx, { callId });
  if (result.ok) return redirect(`/applications/${result.applicationId}`, 303);
  if (result.reason === "not_found" || result.reason === "not_allowed") throw notFound();
  const t = callTestMessages[locale];
  return data({ error: result.reason === "opened" ? t.opened : t.noForm }, { status: 422 });
}

export default function CallTests({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, call, mayStart, opened, tests, own, purged } = loaderData;
  const t = callTestMessages[locale];
  const title = t.title(`${call.code} ${call.title[locale]}`);
  const prefix = actionData ? shellMessages[locale].errorPrefix : "";
  return (
    <>
      <title>{`${prefix}${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/calls/${call.id}`}>{callWritingMessages[locale].backToCall}</BackLink>
      <h1 className="mt-2">{title}</h1>
      <p className="muted measure">{t.lead}</p>
      <p className="mt-2">
        <a href={`/staff/calls/${call.id}/testers`}>{callTesterMessages[locale].title}</a>
      </p>
      <ErrorSummary errors={actionData ? [{ href: "#start", text: actionData.error }] : []} />
      {purged && (
        <Notice tone="ok" className="mt-3" role="status">
          {t.purged}
        </Notice>
      )}
      <form method="post" id="start" className="mt-4">
        {mayStart ? (
          <Button variant="primary">{t.start}</Button>
        ) : (
          <Notice>{opened ? t.opened : t.noForm}</Notice>
        )}
      </form>
      {tests.length === 0 ? (
        <p className="muted mt-6">{t.none}</p>
      ) : (
        <Tests tests={tests} own={own} mayStart={mayStart} locale={locale} />
      )}
    </>
  );
}

interface TestsProps {
  tests: readonly TestApplication[];
  own: readonly string[];
  mayStart: boolean;
  locale: Locale;
}

function Tests({ tests, own, locale }: TestsProps) {
  const t = callTestMessages[locale];
  const name = ({ number, id }: TestApplication) => number ?? `${t.draft} (${id.slice(-4)})`;
  return (
    <form method="post" className="mt-6">
      <DataTable
        caption={t.caption}
        layout="stack"
        rows={tests}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "number",
            head: t.number,
            cell: (test) =>
              own.includes(test.id) ? (
                <a href={`/applications/${test.id}${test.number ? "/status" : ""}`}>
                  {test.number ?? t.draft}
                </a>
              ) : (
                (test.number ?? t.draft)
              ),
          },
          {
            id: "state",
            head: t.state,
            cell: ({ state }) => (
              <ApplicationStateTag state={state}>
                {applicationStateMessages[locale].name[state]}
              </ApplicationStateTag>
            ),
          },
          {
            id: "progress",
            head: t.progress,
            cell: ({ answered, required }) => t.progressOf(formatCount(answered), formatCount(required)),
          },
          { id: "by", head: t.by, cell: ({ by }) => by },
          { id: "at", head: t.at, cell: ({ updatedAt }) => formatDateTime(locale, updatedAt) },
          {
            id: "purge",
            head: t.purge,
            cell: (test) => (
              <Button
                size="sm"
                variant="quiet"
                name="purge"
                value={test.id}
                aria-label={t.purgeOf(name(test))}
              >
                {t.purge}
              </Button>
            ),
          },
        ]}
      />
    </form>
  );
}
