import type { Locale } from "#app/i18n/locale.ts";
import { draftHistoryMessages } from "#app/i18n/messages/draft-history.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChangedText } from "#app/ui/changed-text.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ShownChange } from "./history-view.ts";

export interface HistoryPageProps {
  locale: Locale;
  /** Of the section. */
  title: string;
  url: string;
  /** Label of the question the list is narrowed to, and its key. */
  field: string | undefined;
  filter: string | undefined;
  changes: readonly ShownChange[];
  next: string | undefined;
  notice:
    | "restored"
    | "conflict"
    | "busy"
    | "notEditable"
    | "notFlagged"
    | "fileGone"
    | "fileTooMany"
    | "fileThere"
    | "filesTooLarge"
    | "fileKind"
    | undefined;
}

/** Who changed what in a section, with what stood before within reach. */
export function HistoryPage({ locale, title, url, field, filter, changes, next, notice }: HistoryPageProps) {
  const t = draftHistoryMessages[locale];
  return (
    <>
      <div className="wrap pt-5">
        <BackLink href={url}>{t.back}</BackLink>
      </div>
      <div className="wrap pt-4">
        <h1>{t.title({ section: title })}</h1>
        <p className="muted mt-2">{t.intro}</p>
        {field && (
          <p className="mt-2">
            {t.only({ field })} <a href={`${url}/history`}>{t.showAll}</a>
          </p>
        )}
        {notice && (
          <Notice tone={notice === "restored" ? "ok" : "bad"} className="mt-5" role="alert">
            {t[notice]}
          </Notice>
        )}
        {changes.length === 0 && <p className="mt-6">{t.empty}</p>}
        <ol className="mt-6 grid gap-5">
          {changes.map((change) => (
            <li key={change.key} className="rule pt-4">
              <Change
                change={change}
                action={`${url}/history${filter ? `?field=${filter}` : ""}`}
                locale={locale}
              />
            </li>
          ))}
        </ol>
        {next && (
          <p className="mt-6">
            <LinkButton href={next} rel="next">
              {t.older}
            </LinkButton>
          </p>
        )}
      </div>
    </>
  );
}

function Change({ change, action, locale }: { change: ShownChange; action: string; locale: Locale }) {
  const t = draftHistoryMessages[locale];
  const { question, label, who, when, note, parts, restore, href } = change;
  return (
    <>
      <p className="text-sm">
        <b className="inline-block first-letter:uppercase">{who}</b> <span className="muted">{when}</span>{" "}
        <a href={`?field=${question}`}>{label}</a>
      </p>
      {note && (
        <p className="measure mt-1 text-sm break-words">
          {note}
          {href && (
            <>
              {" "}
              <a href={href.file} aria-label={href.name}>
                {t.openFile}
              </a>
            </>
          )}
        </p>
      )}
      <ChangedText parts={parts} locale={locale} />
      {restore && (
        <form method="post" action={action} className="mt-2">
          {Object.entries(restore.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button size="sm" aria-label={`${restore.button}${locale === "zh" ? "：" : ": "}${restore.name}`}>
            {restore.button}
          </Button>
        </form>
      )}
    </>
  );
}
