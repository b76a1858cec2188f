import {
  moveRefusal,
  needsReason,
  type OfficeMove,
  officeMoves,
} from "#app/domain/applications/office-moves.ts";
import { type ApplicationState, transition } from "#app/domain/applications/workflow.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

interface MoveFormProps {
  application: { id: string; state: ApplicationState; version: number };
  /** Valid sheets. */
  reviews: number;
  moderated: boolean;
  reason: string;
  error: string | undefined;
}

/** The steps the workflow allows from here, each with what the company will read of it. */
export function MoveForm({ application, reviews, moderated, reason, error }: MoveFormProps) {
  const { state, version, id } = application;
  const t = rankingMessages[usePage().locale].record;
  const subject = { state, reviews, officerId: null };
  const moves = officeMoves
    .filter((move) => moveRefusal(subject, move) === null)
    .toSorted((a, b) => Number(needsReason(a)) - Number(needsReason(b)));
  const tooFew = moveRefusal(subject, "close_scoring") === "too_few_reviews";
  if (moves.length === 0 && !tooFew && state !== "ic_review") return null;
  return (
    <section aria-labelledby="moves" className="no-print mb-5 max-w-3xl">
      <h2 id="moves">{t.movesTitle}</h2>
      {tooFew && <p>{t.tooFew(reviews)}</p>}
      {moderated && state === "panel" && (
        <Notice tone="warn" className="my-2">
          {t.moderateFirst}
        </Notice>
      )}
      {state === "ic_review" && (
        <LinkButton variant="primary" href={`/staff/applications/${id}/decision`}>
          {t.toDecision}
        </LinkButton>
      )}
      {moves.length > 0 && <p className="muted mb-2">{t.movesText}</p>}
      {moves.map((move) => (
        <form key={move} method="post" className="rule py-3" noValidate>
          <input type="hidden" name="version" value={version} />
          {needsReason(move) && (
            <TextArea
              id="reason"
              name="reason"
              label={t.moveReason}
              hint={t.moveReasonHint}
              rows={3}
              defaultValue={reason}
              {...(error ? { errors: [error] } : {})}
            />
          )}
          <MoveButton move={move} state={state} />
        </form>
      ))}
    </section>
  );
}

function MoveButton({ move, state }: { move: OfficeMove; state: ApplicationState }) {
  const { locale } = usePage();
  const words = applicationStateMessages[locale];
  const to = transition(state, move, "officer");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Button name="intent" value={move} {...(needsReason(move) ? { variant: "danger" as const } : {})}>
        {words.move[move]}
      </Button>
      {to && <span className="muted">{rankingMessages[locale].record.moveSees(words.forApplicant[to])}</span>}
    </div>
  );
}
