import { redirect } from "react-router";
import { type CallToTry, listCallsToTry } from "#app/features/applications/tests/list-calls-to-try.ts";
import { startTest } from "#app/features/applications/tests/start-test.ts";
import { notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { formatDateTime, formatDeadline } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { callTesterMessages } from "#app/i18n/messages/call-testers.ts";
import { callTestMessages } from "#app/i18n/messages/call-tests.ts";
import { ApplicationStateTag } from "#app/ui/application-state-tag.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/calls-to-try";

export const handle = { nav: "workspace" };

/** Everything a tester from outside sees of the calls they were invited to try. */
export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  return { locale, calls: await listCallsToTry(ctx) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx } = signedIn(context);
  const callId = String((await readFormData(request)).get("call") ?? "");
  if (!(await listCallsToTry(ctx)).some(({ id }) => id === callId)) throw notFound();
  const result = await startTest(ctx, { callId });
  if (result.ok) return redirect(`/applications/${result.applicationId}`, 303);
  if (result.reason === "no_form") return redirect("/calls-to-try", 303);
  throw notFound();
}

export default function CallsToTry({ loaderData: { locale, calls } }: Route.ComponentProps) {
  const t = callTesterMessages[locale].toTry;
  return (
    <div className="wrap pt-8">
      <PageTitle>{t.title}</PageTitle>
      <BackLink href="/workspace">{t.toWorkspace}</BackLink>
      <h1 className="mt-2">{t.title}</h1>
      {calls.length === 0 ? (
        <div className="mt-6 max-w-3xl">
          <EmptyState title={t.none} />
        </div>
      ) : (
        <Notice tone="warn" className="measure mt-4">
          {t.lead}
        </Notice>
      )}
      {calls.map((call) => (
        <OneCall key={call.id} call={call} locale={locale} />
      ))}
    </div>
  );
}

function OneCall({ call, locale }: { call: CallToTry; locale: Locale }) {
  const t = callTesterMessages[locale].toTry;
  const name = `${call.code} ${call.title[locale]}`;
  return (
    <section className="mt-10">
      <h2>{name}</h2>
      <p className="muted mt-1">
        {call.opensAt ? t.opens(formatDeadline(locale, call.opensAt)) : t.opensUnknown}
      </p>
      {call.hasForm ? (
        <form method="post" className="mt-4">
          <Button variant="primary" name="call" value={call.id} aria-label={t.startOf(name)}>
            {t.start}
          </Button>
        </form>
      ) : (
        <p className="mt-4">{t.noForm}</p>
      )}
      {call.tests.length > 0 && <Tests call={call} locale={locale} />}
    </section>
  );
}

function Tests({ call, locale }: { call: CallToTry; locale: Locale }) {
  const t = callTestMessages[locale];
  return (
    <div className="mt-4">
      <DataTable
        caption={t.caption}
        layout="stack"
        rows={call.tests}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "number",
            head: t.number,
            rowHeader: true,
            cell: ({ id, number }) => (
              <a href={`/applications/${id}${number ? "/status" : ""}`}>{number ?? t.draft}</a>
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
          { id: "at", head: t.at, cell: ({ updatedAt }) => formatDateTime(locale, updatedAt) },
        ]}
      />
    </div>
  );
}
