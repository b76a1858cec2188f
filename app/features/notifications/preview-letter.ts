import { createHash } from "node:crypto";
import { type Letter, letterTemplates } from "#app/domain/decisions/letter-agrees.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { canDecide } from "#app/domain/decisions/policy.ts";
import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { letterFields } from "./gather-decision-fields.ts";
import { letterClaims, letterDisagreements } from "./letter-disagreements.ts";
import { companyMembers } from "./resolve-audience.ts";

export interface PreviewedLetter {
  recipientId: string;
  name: string;
  email: string;
  locale: "zh" | "en";
  subject: string;
  html: string;
  text: string;
}

export type LetterPreview =
  | {
      ok: true;
      template: string;
      /** Every message that will go out, one a recipient. */
      letters: PreviewedLetter[];
      /** In what the letter says other than the decision; with any of these it would not be sent. */
      disagreements: string[];
      /** What each of them claims, for the release to hold against the decision once more. */
      claims: Letter[];
      /** Over recipients and contents: a release names the one its page showed. */
      seal: string;
    }
  | { ok: false; reason: "not_found" };

/** The very mails that follow when this decision is released, from the same facts and the same words. */
export async function previewLetter(ctx: Context, decisionId: string): Promise<LetterPreview> {
  const { read } = ctx.db;
  const decision = await read
    .selectFrom("decision")
    .select(["kind", "application_id", "state"])
    .where("id", "=", decisionId)
    .executeTakeFirst();
  const visible =
    decision && canDecide(ctx.actor, "read")
      ? await visibleApplications(read, ctx.actor)
          .select("application.id")
          .where("application.id", "=", decision.application_id)
          .executeTakeFirst()
      : undefined;
  if (!decision || !visible) return { ok: false, reason: "not_found" };
  const template = letterTemplates[decision.kind];
  const fields = await letterFields(read, template, decisionId);
  if (!fields) return { ok: false, reason: "not_found" };
  // Only whoever previews a letter pays for loading the renderer.
  const { renderMail } = await import("#emails/render-mail.tsx");
  const members = await companyMembers(read, fields.companyId);
  const letters = await Promise.all(
    members.map(async ({ id, name, email, locale }) => {
      const { baseUrl, demo } = ctx.settings;
      const mail = await renderMail(template, fields, {
        locale,
        name,
        baseUrl,
        demo,
        at: ctx.now.toISOString(),
      });
      return { recipientId: id, name, email, locale, ...mail };
    }),
  );
  const expected = decision.state === "released" ? "released" : "recorded";
  const toCheck = letters.map(({ recipientId, subject, text }) => ({
    ...{ template, recipientId, fields: { ...fields }, subject, text },
  }));
  const checked = await Promise.all(toCheck.map((letter) => letterDisagreements(read, letter, expected)));
  return {
    ok: true,
    template,
    letters,
    disagreements: [...new Set(checked.flat())],
    claims: toCheck.map(letterClaims),
    seal: sealOf({ template, fields, members }),
  };
}

/** Not over the rendered words: each mail bears the time it is made. */
const sealOf = (contents: object): string =>
  createHash("sha256")
    .update(canonicalJson(contents as never))
    .digest("hex");
