import type { CallContent } from "#app/domain/calls/call-content.ts";
import type { Localised } from "#app/domain/shared/localised.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface NamedCall {
  code: string;
  reference: string;
  title: Localised;
  support: CallContent["support"];
}

/** Where to file this round a call that another one takes along. */
export function FiledWithPanel({ taking, locale }: { taking: NamedCall; locale: Locale }) {
  const t = publicMessages[locale];
  return (
    <Panel>
      <Tag tone="plain" glyph="file">
        {t.calls.filedTogether}
      </Tag>
      <p className="mt-3 text-lg leading-snug font-semibold">
        {t.call.filedWith(taking.reference, taking.title[locale])}
      </p>
      <p className="muted mt-2 text-sm">{t.call.filedWithText(taking.reference)}</p>
      <LinkButton href={`/calls/${taking.reference}`} variant="primary" className="mt-4 w-full">
        {t.call.toTaking(taking.reference)}
      </LinkButton>
    </Panel>
  );
}

export function TakenCalls({ calls, locale }: { calls: readonly NamedCall[]; locale: Locale }) {
  const t = publicMessages[locale].call;
  return (
    <>
      <h3 className="mt-6">{t.takes}</h3>
      <p className="measure mt-1">{t.takesText}</p>
      <ul className="measure mt-2 list-disc space-y-1 pl-6">
        {calls.map(({ code, reference, title, support }) => (
          <li key={code}>
            <a href={`/calls/${reference}`}>{title[locale]}</a>{" "}
            <span className="muted nowrap text-sm">{reference}</span>
            <span className="muted block text-sm">
              {t.supportOf(support.map(({ instrument }) => publicMessages[locale].instrument[instrument]))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
