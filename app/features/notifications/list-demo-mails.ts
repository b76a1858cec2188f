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

export interface DemoMail {
  id: string;
  email: string;
  name: string | null;
  locale: "zh" | "en";
  subject: string | null;
  createdAt: string;
}

type Demo = Pick<Context, "db" | "settings">;

/** A demonstration has no mailboxes: its mails, all to invented people, are read here by anybody. */
export async function listDemoMails(
  { db, settings }: Demo,
  recipient: string,
  cursor: Cursor | null,
): Promise<Page<DemoMail> | null> {
  if (!settings.demo) return null;
  const backwards = readsBackwards(cursor);
  let query = readable(db)
    .leftJoin("person as p", "p.id", "m.recipient_id")
    .select([
      "m.id",
      "m.recipient_email as email",
      "p.name",
      "m.locale",
      "m.subject",
      "m.created_at as createdAt",
    ]);
  if (recipient !== "")
    query = query.where((eb) =>
      eb.or([
        containsText(db.read, "m.recipient_email", recipient),
        containsText(db.read, "p.name", recipient),
      ]),
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

export async function findDemoMail({ db, settings }: Demo, id: string) {
  if (!settings.demo) return undefined;
  return readable(db)
    .select([
      "m.id",
      "m.recipient_email as email",
      "m.locale",
      "m.subject",
      "m.html",
      "m.text",
      "m.created_at as createdAt",
    ])
    .where("m.id", "=", id)
    .executeTakeFirst();
}

const readable = (db: Context["db"]) =>
  db.read.selectFrom("mail_delivery as m").where("m.state", "in", ["kept", "sent"]);
