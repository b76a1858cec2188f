import type { CallDraftChange, CallVersion } from "#app/features/calls/writing/list-call-history.ts";
import { formatCount, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { callFieldMessages } from "#app/i18n/messages/call-fields.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { DifferenceTable } from "./difference-table.tsx";

/** What the public was shown, newest first; each opens to what set it apart. */
export function CallVersions({ versions, locale }: { versions: readonly CallVersion[]; locale: Locale }) {
  const t = callWritingMessages[locale];
  return (
    <section className="mt-8" aria-labelledby="versions">
      <h2 id="versions">{t.versions}</h2>
      {versions.length === 0 && <p className="muted">{t.noVersions}</p>}
      <ul>
        {versions.map(({ major, minor, at, by, reason, changes }) => {
          const version = `${major}.${minor}`;
          return (
            <li key={version} className="border-base-300 border-b py-2">
              <b>{version}</b>{" "}
              <span className="muted">
                {formatDateTime(locale, at)} {by}
              </span>
              {reason !== "" && <p>{reason}</p>}
              <Opening changes={changes} caption={t.differenceOf(version)} none={t.first} locale={locale} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The latest changes of the draft, each with old beside new. */
export function DraftChanges({ changes, locale }: { changes: readonly CallDraftChange[]; locale: Locale }) {
  const t = callWritingMessages[locale];
  return (
    <section className="mt-8" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      {changes.length === 0 && <p className="muted">{t.noHistory}</p>}
      <ul>
        {changes.map((change) => (
          <li key={change.version} className="border-base-300 border-b py-2">
            <b>{callFieldMessages[locale].groups[change.group]}</b>{" "}
            <span className="muted">{t.changedBy(change.by, formatDateTime(locale, change.at))}</span>
            <Opening
              changes={change.changes}
              caption={callFieldMessages[locale].groups[change.group]}
              none=""
              locale={locale}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OpeningProps {
  changes: CallVersion["changes"];
  caption: string;
  none: string;
  locale: Locale;
}

function Opening({ changes, caption, none, locale }: OpeningProps) {
  if (changes.length === 0) return <p className="muted">{none}</p>;
  return (
    <details>
      <summary>{callWritingMessages[locale].places(formatCount(changes.length))}</summary>
      <DifferenceTable changes={changes} caption={caption} locale={locale} />
    </details>
  );
}
