import { redirect } from "react-router";
import { attachmentPath } from "#app/domain/applications/packet/packet-path.ts";
import { type CompiledQuestion, compileForm } from "#app/domain/forms/compile-form.ts";
import { findPacket, missingAttachments, type Packet } from "#app/features/applications/find-packet.ts";
import { found } from "#app/http/not-found.ts";
import { packetResponse } from "#app/http/packet-response.ts";
import { signedIn } from "#app/http/request-context.ts";
import { isLocale, type Locale } from "#app/i18n/locale.ts";
import { applicationPaper } from "#app/ui/paper/application-paper.ts";
import { packetReadme } from "#app/ui/paper/packet-readme.ts";
import type { Route } from "./+types/packet";
import { wantedVersion } from "./wanted-version.ts";

/**
 * The application and its files as one ZIP, for whoever may read its PDF, of the same version, and no more than they
 * may see there. `?language=zh|en` is the language of the attachments' names.
 */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale: own, services, requestId } = signedIn(context);
  const query = new URL(request.url).searchParams;
  const wanted = query.get("language");
  const locale = isLocale(wanted) ? wanted : own;
  const packet = found(await findPacket(ctx, { applicationId: params.id, ...wantedVersion(query) }));
  const { head, submitted, isWhole } = packet;
  const missing = await missingAttachments(packet);
  if (missing.length > 0) {
    const files = missing.map(({ id }) => id);
    services.logger.error(
      { requestId, application: head.id, files },
      "files of a packet are not in the store",
    );
    return redirect(`/applications/${head.id}/packet/missing?${query}`, 303);
  }
  const name = submitted
    ? `${submitted.number}-v${submitted.version}`
    : `${head.number ?? head.callCode}-draft`;
  const papers = (["zh", "en"] as const).map((language) => ({
    path: `${name}-${language}.pdf`,
    paper: applicationPaper({ ...packet, locale: language, now: ctx.now }),
  }));
  const onBroken = (error: Error) =>
    services.logger.error({ err: error, requestId, application: head.id }, "a packet broke off");
  return await packetResponse(request, {
    onBroken,
    name,
    submission: submitted && submissionOf(submitted, isWhole),
    at: submitted ? new Date(submitted.submittedAt) : ctx.now,
    readme: packetReadme({ head, submitted, isWhole, pdfs: papers.map(({ path }) => path), now: ctx.now }),
    papers,
    answers: packet.answers,
    form: packet.form,
    attachments: attachmentsOf(packet, locale),
  });
}

const submissionOf = (
  { number, version, submittedAt, sha256 }: NonNullable<Packet["submitted"]>,
  isWhole: boolean,
) => ({ number, version, submittedAt, sha256, isWhole });

function attachmentsOf({ definition, attachments }: Packet, locale: Locale) {
  const { questionByKey } = compileForm(definition);
  return attachments.map(({ questionKey, name, size, sha256, open }, index) => ({
    ...{ size, sha256, open },
    path: attachmentPath(index + 1, namesOf(questionByKey.get(questionKey), locale), name),
  }));
}

function namesOf(question: CompiledQuestion | undefined, locale: Locale) {
  if (!question) return { name: "" };
  const { field } = question;
  const label = ("shortLabel" in field ? field.shortLabel : undefined) ?? field.label;
  return { code: "code" in field ? field.code : undefined, name: label[locale] };
}
