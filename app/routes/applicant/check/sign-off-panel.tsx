import type { SignOffRequest } from "#app/domain/applications/sign-off.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { signOffMessages } from "#app/i18n/messages/sign-off.ts";
import { Button } from "#app/ui/button.tsx";
import type { SummarisedError } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { CheckView } from "./check-view.ts";

/** What came back with a request that was refused. */
export interface SignOffProblem {
  note: string;
  reason: string;
  noteError?: string;
  reasonError?: string;
  sentence?: string;
}

export const signOffErrors = ({ noteError, reasonError, sentence }: SignOffProblem): SummarisedError[] => [
  ...(noteError ? [{ href: "#sign-off-note", text: noteError }] : []),
  ...(reasonError ? [{ href: "#sign-off-reason", text: reasonError }] : []),
  ...(sentence ? [{ href: "#sign-off", text: sentence }] : []),
];

interface PanelProps {
  view: CheckView;
  problem: SignOffProblem | undefined;
}

/** Editors ask the owners to sign; owners sign or send the request back. */
export function SignOffPanel({ view, problem }: PanelProps) {
  const { signOff, role, draft } = view;
  if (draft.isClosed || role === "viewer") return null;
  return (
    <div id="sign-off" className="mt-5">
      {signOff && <Standing view={view} signOff={signOff} />}
      {role === "editor" && signOff?.state !== "open" && <AskForm view={view} problem={problem} />}
      {role === "owner" && signOff?.state === "open" && (
        <DeclineForm view={view} signOff={signOff} problem={problem} />
      )}
    </div>
  );
}

function Standing({ view, signOff }: { view: CheckView; signOff: SignOffRequest }) {
  const { locale, role, draft, personId } = view;
  const t = signOffMessages[locale];
  if (signOff.state === "declined")
    return (
      <Notice tone="warn">
        <p>{t.declined({ by: signOff.declinedBy, at: formatDateTime(locale, signOff.declinedAt ?? "") })}</p>
        <p className="whitespace-pre-line">
          <b>{t.reasonOf}</b>
          {signOff.reason}
        </p>
      </Notice>
    );
  return (
    <Notice tone={role === "owner" ? "warn" : "info"}>
      <p>{t.asked({ by: signOff.askedBy, at: formatDateTime(locale, signOff.askedAt) })}</p>
      {signOff.note !== "" && (
        <p className="whitespace-pre-line">
          <b>{t.noteOf}</b>
          {signOff.note}
        </p>
      )}
      {role !== "owner" && <p>{t.waiting}</p>}
      {signOff.askedById === personId && (
        <form method="post" action={`/applications/${draft.head.id}/sign-off`} className="mt-2">
          <input type="hidden" name="request" value={signOff.id} />
          <Button size="sm" name="intent" value="withdraw">
            {t.takeBack}
          </Button>
        </form>
      )}
    </Notice>
  );
}

function AskForm({ view, problem }: PanelProps) {
  const { locale, draft, owners, signOff } = view;
  const t = signOffMessages[locale];
  if (owners.length === 0) return null;
  return (
    <form method="post" action={`/applications/${draft.head.id}/sign-off`} noValidate className="mt-4">
      <TextArea
        id="sign-off-note"
        name="note"
        label={t.note}
        optional
        hint={t.askHint({ owners: owners.join(locale === "zh" ? "、" : ", ") })}
        rows={2}
        defaultValue={problem?.note ?? ""}
        errors={problem?.noteError ? [problem.noteError] : []}
      />
      <Button variant="primary" name="intent" value="ask" className="mt-4">
        {signOff ? t.askAgain : t.ask}
      </Button>
    </form>
  );
}

function DeclineForm({ view, signOff, problem }: PanelProps & { signOff: SignOffRequest }) {
  const { locale, draft } = view;
  const t = signOffMessages[locale];
  return (
    <details className="mt-4" open={problem?.reasonError !== undefined}>
      <summary>{t.declineTitle}</summary>
      <form method="post" action={`/applications/${draft.head.id}/sign-off`} noValidate className="mt-3">
        <input type="hidden" name="request" value={signOff.id} />
        <TextArea
          id="sign-off-reason"
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={3}
          defaultValue={problem?.reason ?? ""}
          errors={problem?.reasonError ? [problem.reasonError] : []}
        />
        <Button name="intent" value="decline" className="mt-4">
          {t.decline}
        </Button>
      </form>
    </details>
  );
}
