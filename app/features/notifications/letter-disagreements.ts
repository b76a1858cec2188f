import { type Letter, letterAgreesWithDecision } from "#app/domain/decisions/letter-agrees.ts";
import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import type { Read } from "#app/platform/database/database.ts";
import type { LetterMail } from "./gather-decision-fields.ts";

const letterMails: readonly string[] = [
  "decision-approve",
  "decision-approve-with-conditions",
  "decision-defer",
  "decision-reject",
] satisfies LetterMail[];

export const isLetter = (template: MailTemplate): template is LetterMail => letterMails.includes(template);

export interface LetterToCheck {
  template: LetterMail;
  /** Null in a preview, which is addressed to nobody yet. */
  recipientId: string | null;
  fields: Readonly<Record<string, unknown>>;
  subject: string;
  text: string;
}

/** What a letter claims about its decision: the facts beside its words, and the words. */
export const letterClaims = ({ template, fields, subject, text }: LetterToCheck): Letter => ({
  template,
  decisionId: String(fields["decisionId"] ?? ""),
  amountFen: (fields["amountFen"] as number | undefined) ?? null,
  conditions: (fields["conditions"] as string | undefined) ?? null,
  companyId: String(fields["companyId"] ?? ""),
  applicationNumber: (fields["application"] as { number?: string } | undefined)?.number ?? "",
  renderedText: `${subject}\n${text}`,
});

/**
 * In what a letter, as it would leave now, says other than its decision. Asked against the row in the moment of
 * sending, whatever was gathered or previewed before. A letter with any disagreement is not sent.
 */
export async function letterDisagreements(
  db: Read,
  letter: LetterToCheck,
  expected: "released" | "recorded" = "released",
): Promise<string[]> {
  const { fields } = letter;
  const claims = letterClaims(letter);
  const row = await db
    .selectFrom("decision as d")
    .innerJoin("application as a", "a.id", "d.application_id")
    .leftJoin("company_member as m", (join) =>
      join.onRef("m.company_id", "=", "a.company_id").on("m.person_id", "=", letter.recipientId ?? ""),
    )
    .select(["d.id", "d.kind", "d.amount_fen", "d.conditions", "d.reason_code", "d.reason_text", "d.state"])
    .select(["a.company_id", "a.number", "m.role"])
    .where("d.id", "=", claims.decisionId)
    .executeTakeFirst();
  if (!row) return ["decision"];
  const disagreements: string[] = letterAgreesWithDecision(claims, {
    id: row.id,
    kind: row.kind,
    amountFen: row.amount_fen,
    conditions: row.conditions,
    companyId: row.company_id,
    applicationNumber: row.number ?? "",
  });
  if (fields["reasonText"] !== undefined && fields["reasonText"] !== row.reason_text)
    disagreements.push("reason");
  if (fields["reasonCode"] !== undefined && fields["reasonCode"] !== row.reason_code)
    disagreements.push("reason_code");
  if (row.state !== expected) disagreements.push("not_released");
  if (letter.recipientId !== null && row.role === null) disagreements.push("recipient");
  return disagreements;
}
