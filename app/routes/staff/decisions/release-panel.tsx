import { releaseEvents } from "#app/domain/decisions/decision.ts";
import { letterDelayMinutes } from "#app/domain/decisions/release-decision.ts";
import { applicationWorkflow } from "#app/domain/applications/workflow.ts";
import type { ListedDecision } from "#app/features/decisions/decision-record.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import type { ShownLetter } from "./letter-previews.tsx";

interface ReleasePanelProps {
  decision: ListedDecision;
  preview: { letters: readonly ShownLetter[]; disagreements: readonly string[]; seal: string } | undefined;
  demo: boolean;
  mayRelease: boolean;
  isRecorder: boolean;
  mayChange: boolean;
}

/** What a release sets free, said before; then the button, for a second person only. */
export function ReleasePanel(props: ReleasePanelProps) {
  const { decision, preview, mayRelease, mayChange } = props;
  const t = decisionMessages[usePage().locale].page;
  const agrees = preview !== undefined && preview.letters.length > 0 && preview.disagreements.length === 0;
  return (
    <section className="no-print mt-6 max-w-3xl" aria-labelledby="release">
      <h2 id="release">{t.effectsTitle}</h2>
      <Effects {...props} />
      <Obstacles {...props} />
      <div className="mt-4 flex flex-wrap gap-3">
        {mayRelease && agrees && (
          <form method="post">
            <input type="hidden" name="version" value={decision.version} />
            <input type="hidden" name="seal" value={preview.seal} />
            <Button variant="primary" name="intent" value="release">
              {t.release}
            </Button>
          </form>
        )}
        {mayChange && (
          <LinkButton href={`/staff/applications/${decision.applicationId}/decision`}>{t.change}</LinkButton>
        )}
      </div>
    </section>
  );
}

function Effects({ decision, preview, demo }: ReleasePanelProps) {
  const { locale } = usePage();
  const t = decisionMessages[locale].page.effects;
  const { to } = applicationWorkflow[releaseEvents[decision.kind]];
  const count = preview?.letters.length ?? 0;
  return (
    <ul className="my-2 list-disc space-y-1 ps-5">
      <li>{t.company(applicationStateMessages[locale].name[to])}</li>
      <li>{demo ? t.lettersNow(count) : t.letters(count, letterDelayMinutes)}</li>
      <li>{t.comments}</li>
      <li>{t.publicSite}</li>
      <li>{t.undo}</li>
    </ul>
  );
}

function Obstacles({ preview, mayRelease, isRecorder, decision }: ReleasePanelProps) {
  const t = decisionMessages[usePage().locale];
  const words: Record<string, string | undefined> = t.page.disagreement;
  const disagreements = preview?.disagreements ?? [];
  return (
    <>
      {disagreements.length > 0 && (
        <Notice tone="bad" role="alert" className="my-3">
          {t.page.blocked}
          <ul className="mt-1 list-disc ps-5">
            {disagreements.map((disagreement) => (
              <li key={disagreement}>{words[disagreement] ?? disagreement}</li>
            ))}
          </ul>
        </Notice>
      )}
      {preview?.letters.length === 0 && (
        <Notice tone="bad" role="alert" className="my-3">
          {t.page.noRecipient}
        </Notice>
      )}
      {decision.applicationState !== "ic_review" && (
        <Notice tone="warn" className="my-3">
          {t.releaseRefusal.application_moved}
        </Notice>
      )}
      {!mayRelease && (
        <Notice className="my-3">{isRecorder ? t.page.selfRecorded : t.page.whoReleases}</Notice>
      )}
    </>
  );
}
