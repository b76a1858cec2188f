import type { Run } from "#app/features/reviews/proposal/find-run.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { Panel } from "#app/ui/panel.tsx";
import { inMatches, shareText } from "./figures.ts";

/** What was proved of a proposal, in plain sentences. */
export function Certificate({ run, locale }: { run: Run; locale: Locale }) {
  const t = proposalMessages[locale];
  const { certificate } = run;
  if (!certificate) return null;
  const { bound, isFairest, parts, value } = certificate;
  const isChanged = run.value !== value;
  const gap = bound === null ? null : Math.max(0, bound - run.value);
  return (
    <Panel fill className="my-3 max-w-4xl">
      <h2>{t.proposal.certificate}</h2>
      {isFairest && !isChanged && <p className="mt-1">{t.proposal.fairest}</p>}
      <p className="mt-1">
        {gap === null
          ? t.proposal.unproved
          : gap === 0
            ? t.proposal.optimal
            : t.proposal.within(inMatches(gap), shareText(gap, bound!))}
      </p>
      <p>{t.proposal.sum(inMatches(run.value), run.pairs, inMatches(run.value / Math.max(1, run.pairs)))}</p>
      {isChanged && <p>{t.proposal.changed}</p>}
      {parts > 1 && <p className="st-warn">{t.proposal.parts(parts)}</p>}
      <p className="muted text-sm">
        {t.proposal.kind(t.start.kinds[run.kind].replace(/[。.]$/u, ""), run.seed)}
      </p>
    </Panel>
  );
}
