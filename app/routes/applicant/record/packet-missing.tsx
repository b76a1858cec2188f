import { redirect } from "react-router";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { findPacket, missingAttachments } from "#app/features/applications/find-packet.ts";
import { found } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import { packetMessages } from "#app/i18n/messages/packet.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { Notice } from "#app/ui/notice.tsx";
import { paperHref } from "#app/ui/paper/paper-links.tsx";
import type { Route } from "./+types/packet-missing";
import { wantedVersion } from "./wanted-version.ts";

/** Why a packet cannot be had: which of its files the store does not have. Gone as soon as they are back. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  const query = new URL(request.url).searchParams;
  const wanted = wantedVersion(query);
  const packet = found(await findPacket(ctx, { applicationId: params.id, ...wanted }));
  const missing = await missingAttachments(packet);
  if (missing.length === 0) throw redirect(`/applications/${params.id}/packet?${query}`, 303);
  const { questionByKey } = compileForm(packet.definition);
  return {
    ...{
      locale,
      id: params.id,
      version: wanted.draft ? ("draft" as const) : (wanted.version ?? ("standing" as const)),
    },
    files: missing.map(({ id, name, questionKey }) => ({
      ...{ id, name },
      question: questionByKey.get(questionKey)?.field.label[locale] ?? "",
    })),
  };
}

export default function PacketMissing({ loaderData }: Route.ComponentProps) {
  const { locale, id, version, files } = loaderData;
  const t = packetMessages[locale];
  return (
    <div className="wrap pt-12">
      <title>{`${t.missingTitle} – ${siteMessages[locale].portalName}`}</title>
      <h1>{t.missingTitle}</h1>
      <Notice tone="bad" className="mt-5" role="alert">
        {t.missingFiles({ count: files.length })}
      </Notice>
      <ul className="mt-5 list-disc space-y-1.5 pl-5">
        {files.map((file) => (
          <li key={file.id}>{t.missingFile(file)}</li>
        ))}
      </ul>
      <p className="measure mt-5">
        {t.missingAdvice} <a href="/contact">{t.contact}</a>
      </p>
      <p className="links mt-5 flex flex-wrap gap-x-5 gap-y-2">
        {(["zh", "en"] as const).map((language) => (
          <a key={language} href={paperHref(id, version, language)} download>
            {t.pdfOf[language]}
          </a>
        ))}
      </p>
    </div>
  );
}
