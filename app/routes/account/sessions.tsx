import { redirect } from "react-router";
import { deviceName } from "#app/domain/accounts/device-name.ts";
import { listSessions, type SessionRow } from "#app/features/accounts/list-sessions.ts";
import { revokeSessions } from "#app/features/accounts/revoke-sessions.ts";
import { readFormData } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { formatDateTime, formatRecent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/sessions";
import { AccountPage } from "./account-page.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  const query = new URL(request.url).searchParams;
  const others = Number(query.get("others") ?? 0);
  return {
    locale,
    now: ctx.now,
    sessions: await listSessions(ctx),
    ended: query.has("ended"),
    others: Number.isSafeInteger(others) && others > 0 ? others : 0,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx } = signedIn(context);
  const chosen = (await readFormData(request)).get("session");
  if (chosen === "all-others") {
    const answer = await revokeSessions(ctx, "all_others");
    return redirect(
      `/account/sessions${answer.ok && answer.ended > 0 ? `?others=${answer.ended}` : ""}`,
      303,
    );
  }
  const answer = await revokeSessions(ctx, { sessionId: String(chosen) });
  return redirect(`/account/sessions${answer.ok ? "?ended=1" : ""}`, 303);
}

export default function Sessions({ loaderData }: Route.ComponentProps) {
  const { locale, now, sessions, ended, others } = loaderData;
  const t = accountMessages[locale].sessions;
  const done = ended ? t.ended : others > 0 ? t.othersEnded({ count: others }) : undefined;
  return (
    <AccountPage locale={locale} section="sessions" done={done}>
      <p className="measure mt-8 mb-6">{t.lead}</p>
      <DataTable
        caption={t.caption}
        rows={sessions}
        rowKey={(row) => row.id}
        columns={columns(locale, now)}
      />
      {sessions.length > 1 ? (
        <form method="post" className="mt-6">
          <Button name="session" value="all-others">
            {t.signOutOthers}
          </Button>
        </form>
      ) : (
        <p className="muted mt-4">{t.onlyThis}</p>
      )}
    </AccountPage>
  );
}

function columns(locale: Locale, now: Date): Column<SessionRow>[] {
  const t = accountMessages[locale].sessions;
  return [
    {
      id: "device",
      head: t.device,
      rowHeader: true,
      cell: (row) => (
        <>
          {nameOf(row, locale)} {row.current && <Tag tone="ok">{t.current}</Tag>}
        </>
      ),
    },
    { id: "seen", head: t.seen, cell: (row) => formatRecent(locale, row.seenAt, now) },
    { id: "started", head: t.started, cell: (row) => formatDateTime(locale, row.startedAt) },
    { id: "network", head: t.network, cell: (row) => <span className="num-id">{row.network}</span> },
    {
      id: "end",
      head: t.signOut,
      hideHead: true,
      label: "",
      cell: (row) => <EndSession row={row} locale={locale} />,
    },
  ];
}

function EndSession({ row, locale }: { row: SessionRow; locale: Locale }) {
  const t = accountMessages[locale].sessions;
  if (row.current) return null;
  const label = t.signOutOf({ device: nameOf(row, locale) });
  return (
    <form method="post">
      <Button size="sm" name="session" value={row.id} aria-label={label}>
        {t.signOut}
      </Button>
    </form>
  );
}

function nameOf({ userAgent }: SessionRow, locale: Locale): string {
  const { browser, system } = deviceName(userAgent);
  return [browser, system].filter(Boolean).join(" · ") || accountMessages[locale].sessions.unknown;
}
