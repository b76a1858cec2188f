import type { Run } from "#app/features/reviews/proposal/find-run.ts";
import type { OutcomeNames } from "#app/features/reviews/proposal/name-outcome.ts";
import { formatShortDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RunFailure } from "./run-failure.tsx";

interface RunStateProps {
  locale: Locale;
  reference: string;
  run: Run;
  names: OutcomeNames;
  mayPropose: boolean;
}

/** Where the call's last run stands. What is under way is kept current by a script, or by its link. */
export function RunState(props: RunStateProps) {
  const { locale, reference, run } = props;
  const t = proposalMessages[locale].state;
  const day = run.endedAt === null ? "" : formatShortDate(locale, run.endedAt);
  switch (run.state) {
    case "queued":
    case "running":
      return <UnderWay {...props} />;
    case "proposed":
      return (
        <section className="measure my-4" aria-label={t.title}>
          {run.outcome && <p className="st-warn mb-2">{t.fallen}</p>}
          {run.outcome && <RunFailure {...props} outcome={run.outcome} />}
          <Notice tone="ok">{t.proposed(run.pairs)}</Notice>
          <p className="mt-3">
            <LinkButton variant="primary" href={`/staff/assignments/${reference}/proposal`}>
              {t.see}
            </LinkButton>
          </p>
        </section>
      );
    case "failed":
      return run.outcome && <RunFailure {...props} outcome={run.outcome} />;
    case "cancelled":
      return <p className="muted my-3">{t.cancelled}</p>;
    case "released":
      return <p className="muted my-3">{t.released(day)}</p>;
    case "discarded":
      return <p className="muted my-3">{t.discarded(day)}</p>;
  }
}

function UnderWay({ locale, reference, run, mayPropose }: RunStateProps) {
  const t = proposalMessages[locale].state;
  return (
    <section className="measure my-4" aria-label={t.title}>
      <div id="live" data-live role="status">
        <p>{run.state === "queued" ? t.queued : t.running(run.progress)}</p>
        <progress className="w-full" max={100} value={run.progress} aria-label={t.progress} />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-4">
        {mayPropose && (
          <form method="post">
            <Button name="intent" value="cancel">
              {t.cancel}
            </Button>
          </form>
        )}
        <a href={`/staff/assignments/${reference}`}>{t.reload}</a>
      </div>
    </section>
  );
}
