import { can } from "#app/domain/applications/policy.ts";
import type { CorrectionItem } from "#app/domain/applications/formal-check.ts";
import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { applicationFacts } from "./application-fields.ts";
import { correctionFields } from "./gather-application-fields.ts";
import { companyEditors } from "./resolve-audience.ts";

export interface PreviewedCorrection {
  /** One a language, whoever reads which; none while nothing is flagged that a letter could ask for. */
  letters: { locale: "zh" | "en"; subject: string; html: string; text: string }[];
  /** Who will get it, each in the language of their own. */
  recipients: { name: string; email: string; locale: "zh" | "en" }[];
}

interface ToPreview {
  applicationId: string;
  items: readonly CorrectionItem[];
  round: number;
  dueAt: string;
}

/** The very notice that follows when the application is returned now, from the same facts and words. */
export async function previewCorrection(
  ctx: Context,
  { applicationId, ...asked }: ToPreview,
): Promise<PreviewedCorrection | undefined> {
  const { read } = ctx.db;
  const visible = await visibleApplications(read, ctx.actor)
    .select(["application.state", "application.company_id as companyId", "application.due_at as dueAt"])
    .where("application.id", "=", applicationId)
    .executeTakeFirst();
  if (!visible || !can(ctx.actor, "check", { ...visible, closesAt: null }, ctx.now)) return undefined;
  const facts = await applicationFacts(read, applicationId);
  if (!facts) return undefined;
  const fields = await correctionFields(read, facts, asked);
  const editors = await companyEditors(read, visible.companyId);
  const recipients = editors.map(({ name, email, locale }) => ({ name, email, locale }));
  if (asked.items.length === 0) return { letters: [], recipients };
  // Only whoever previews a letter pays for loading the renderer.
  const { renderMail } = await import("#emails/render-mail.tsx");
  const { baseUrl, demo } = ctx.settings;
  const letters = await Promise.all(
    (["zh", "en"] as const).map(async (locale) => {
      const name = recipients.find((editor) => editor.locale === locale)?.name ?? recipients[0]?.name ?? "";
      const at = ctx.now.toISOString();
      const mail = await renderMail("correction-requested", fields, { locale, name, baseUrl, demo, at });
      return { locale, ...mail };
    }),
  );
  return { letters, recipients };
}
