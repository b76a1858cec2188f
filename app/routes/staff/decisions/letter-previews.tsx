import type { PreviewedLetter } from "#app/features/notifications/preview-letter.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";
import { usePage } from "#app/ui/page-context.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";

export type ShownLetter = Omit<PreviewedLetter, "html">;

/** Every mail that would go out, not the first of them only. */
export function LetterPreviews({
  decisionId,
  letters,
}: {
  decisionId: string;
  letters: readonly ShownLetter[];
}) {
  const t = decisionMessages[usePage().locale].page;
  if (letters.length === 0) return null;
  return (
    <section className="mt-6 max-w-3xl" aria-labelledby="letters">
      <h2 id="letters">{t.lettersTitle(letters.length)}</h2>
      <p className="muted mb-2">{t.lettersNote}</p>
      {letters.map((letter, index) => (
        <details key={letter.recipientId} className="rule py-2" open={index === 0}>
          <summary>
            <b>{letter.name}</b>{" "}
            <span className="muted">
              {letter.email} · {t.language[letter.locale]}
            </span>
          </summary>
          <LetterPreview decisionId={decisionId} letter={letter} />
        </details>
      ))}
    </section>
  );
}

function LetterPreview({ decisionId, letter }: { decisionId: string; letter: ShownLetter }) {
  const t = decisionMessages[usePage().locale].page;
  const lang = letter.locale === "zh" ? "zh-CN" : "en";
  return (
    <>
      <SummaryList
        narrow
        className="my-2 max-w-3xl"
        rows={[
          { term: t.to, value: `${letter.name} ${letter.email}` },
          { term: t.subject, value: <span lang={lang}>{letter.subject}</span> },
        ]}
      />
      <iframe
        className="border-base-300 my-3 h-[44rem] w-full max-w-[46rem] border"
        src={`/staff/decisions/${decisionId}/letters/${letter.recipientId}`}
        title={t.letterFrame(letter.name)}
        loading="lazy"
        sandbox=""
      />
      <details className="my-3">
        <summary>{t.asText}</summary>
        <pre className="mt-3 max-w-[46rem] whitespace-pre-wrap" lang={lang}>
          {letter.text}
        </pre>
      </details>
    </>
  );
}
