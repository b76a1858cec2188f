import type {
  Concession,
  DisciplineGap,
  LoadGap,
  RunOutcome,
  SeatGap,
} from "#app/domain/reviews/assignment-run.ts";
import type { Run } from "#app/features/reviews/proposal/find-run.ts";
import { mostNamed, type OutcomeNames } from "#app/features/reviews/proposal/name-outcome.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface RunFailureProps {
  locale: Locale;
  run: Run;
  outcome: RunOutcome;
  names: OutcomeNames;
  mayPropose: boolean;
}

type Infeasible = Extract<RunOutcome, { why: "infeasible" }>;

/** Why nothing could be proposed, and the least that has to be given up, each way with its button. */
export function RunFailure(props: RunFailureProps) {
  const { locale, outcome } = props;
  const t = proposalMessages[locale].failed;
  return (
    <section className="my-4 max-w-3xl" aria-labelledby="failed">
      <h2 id="failed">{t.title}</h2>
      {outcome.why === "infeasible" ? (
        <Explained {...props} outcome={outcome} />
      ) : (
        <Notice tone="bad" className="mt-2">
          {t.why[outcome.why]}
        </Notice>
      )}
    </section>
  );
}

function Explained(props: RunFailureProps & { outcome: Infeasible }) {
  const { locale, outcome } = props;
  const t = proposalMessages[locale].failed;
  const { shortage } = outcome;
  const ways = waysOf(props);
  return (
    <>
      <Notice tone="bad" className="mt-2">
        {t.infeasible}{" "}
        {shortage
          ? t.shortage(shortage.missing, shortage.applications.length, shortage.reviewers.length)
          : outcome.fewerOf.length > 0 && t.disciplines}
      </Notice>
      {ways.map(({ concession, lines }, index) => (
        <div key={concession} className="mt-4">
          <h3>{index === 0 ? t.smallest : t.or}</h3>
          <ul className="my-1 list-disc ps-5">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {props.mayPropose && (
            <form method="post">
              <input type="hidden" name="version" value={props.run.version} />
              <Button name="intent" value={concession}>
                {t.buttons[concession]}
              </Button>
            </form>
          )}
        </div>
      ))}
    </>
  );
}

interface Way {
  concession: Concession;
  lines: string[];
}

/** Each way out with what it gives up; the one that breaks least with people's own wishes first. */
function waysOf({ locale, outcome, names }: RunFailureProps & { outcome: Infeasible }): Way[] {
  const t = proposalMessages[locale].failed;
  const application = (id: string) => names.applications[id] ?? "–";
  const reviewer = (id: string) => names.reviewers[id] ?? "–";
  const disciplines = assignMessages[locale].disciplines;
  const line = <T,>(list: readonly T[], one: (each: T) => string, all: (list: string[]) => string) => {
    if (list.length === 0) return [];
    const shown = list.slice(0, mostNamed).map(one);
    const rest = list.length - shown.length;
    return [all(rest > 0 ? [...shown, t.rest(rest)] : shown)];
  };
  const gaps = (seats: readonly SeatGap[], ofDisciplines: readonly DisciplineGap[]) => [
    ...line(seats, (gap) => t.fewerOne(application(gap.applicationId), gap.missing), t.fewer),
    ...line(
      ofDisciplines,
      (gap) => t.fewerOfOne(application(gap.applicationId), disciplines[gap.discipline], gap.missing),
      t.fewerOf,
    ),
  ];
  const loads = (list: readonly LoadGap[]) =>
    line(list, ({ reviewerId, more }) => t.beyondOne(reviewer(reviewerId), more), t.beyond);
  const all: Way[] = [
    {
      concession: "drop_pins",
      lines: line(
        outcome.unkeptPins,
        (pin) => t.pinOne(application(pin.applicationId), reviewer(pin.reviewerId)),
        t.pins,
      ),
    },
    { concession: "keep_limits", lines: gaps(outcome.fewer, outcome.fewerOf) },
    {
      concession: "raise_limits",
      lines:
        outcome.beyond === null
          ? []
          : [...loads(outcome.beyond), ...gaps(outcome.beyondFewer, outcome.beyondFewerOf)],
    },
    { concession: "drop_least", lines: line(outcome.tooFew, reviewer, t.tooFew) },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}
