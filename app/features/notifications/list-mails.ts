import type { MailState } from "#app/domain/notifications/mail-state.ts";
import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import type { Context } from "#app/features/context.ts";
import {
  beyondCursor,
  type Cursor,
  cursorText,
  type Page,
  pageSize,
  readsBackwards,
  toPage,
} from "#app/features/keyset.ts";
import { containsText } from "#app/platform/database/sql.ts";
import { visibleMails } from "./visible-mails.ts";

export interface MailFilter {
  state?: MailState | undefined;
  template?: MailTemplate | undefined;
  /** Part of an address or a name. */
  recipient?: string | undefined;
}

export interface ListedMail {
  id: string;
  template: string;
  state: MailState;
  email: string;
  name: string | null;
  locale: "zh" | "en";
  subject: string | null;
  attempts: number;
  createdAt: string;
  nextAttemptAt: string;
  sentAt: string | null;
  lastError: string | null;
}

/** The mail log, newest first, a page at a time. */
export async function listMails(
  ctx: Pick<Context, "db" | "actor">,
  filter: MailFilter,
  cursor: Cursor | null,
): Promise<Page<ListedMail>> {
  const { read } = ctx.db;
  const backwards = readsBackwards(cursor);
  let query = visibleMails(read, ctx.actor).select([
    "m.id",
    "m.template",
    "m.state",
    "m.recipient_email as email",
    "p.name",
    "m.locale",
    "m.subject",
    "m.attempts",
    "m.created_at as createdAt",
    "m.next_attempt_at as nextAttemptAt",
    "m.sent_at as sentAt",
    "m.last_error as lastError",
  ]);
  const { state, template, recipient = "" } = filter;
  if (state) query = query.where("m.state", "=", state);
  if (template) query = query.where("m.template", "=", template);
  if (recipient !== "")
    query = query.where((eb) =>
      eb.or([containsText(read, "m.recipient_email", recipient), containsText(read, "p.name", recipient)]),
    );
  if (cursor)
    query = query.where(({ ref }) => beyondCursor(ref("m.created_at"), ref("m.id"), cursor, backwards));
  const rows = await query
    .orderBy("m.created_at", backwards ? "asc" : "desc")
    .orderBy("m.id", backwards ? "asc" : "desc")
    .limit(pageSize + 1)
    .execute();
  return toPage(rows, cursor, (row) => cursorText(row.createdAt, row.id));
}
