import type {
  CheckedItem,
  FormalCheckCode,
  FormalCheckProposal,
} from "#app/domain/applications/formal-check.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckMessages } from "#app/i18n/messages/formal-check.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Glyph } from "#app/ui/glyph.tsx";

interface CheckItemProps {
  code: FormalCheckCode;
  item: CheckedItem | undefined;
  proposal: FormalCheckProposal | undefined;
  wrong: boolean;
  readOnly: boolean;
  locale: Locale;
}

/** One line of the checklist: what is asked, what to look at, what the portal sees, and the officer's word. */
export function CheckItem({ code, item, proposal, wrong, readOnly, locale }: CheckItemProps) {
  const t = formalCheckPageMessages[locale].page;
  const words = formalCheckMessages[locale];
  return (
    <fieldset className={classNames("crit", wrong && "border-error")} id={code} disabled={readOnly}>
      <legend>
        <span className="crit-h">
          <span className="num-id muted">{code}</span>
          <b>{words.item[code]}</b>
        </span>
      </legend>
      <p className="muted text-xs">{words.look[code]}</p>
      {proposal && <Proposal proposal={proposal} locale={locale} />}
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        {(["ok", "problem"] as const).map((result) => (
          <label key={result} className="choice py-0">
            <input
              type="radio"
              className="radio"
              id={`${code}-${result}`}
              name={`${code}.result`}
              value={result}
              defaultChecked={item?.result === result}
            />
            {t[result]}
          </label>
        ))}
        <label className="flex min-w-40 flex-1 items-center gap-2">
          <span className="muted nowrap">{t.note}</span>
          <input
            className="input"
            id={`${code}-note`}
            name={`${code}.note`}
            defaultValue={item?.note ?? ""}
            maxLength={500}
            aria-label={t.noteFor(code)}
          />
        </label>
      </div>
    </fieldset>
  );
}

function Proposal({ proposal, locale }: { proposal: FormalCheckProposal; locale: Locale }) {
  const t = formalCheckPageMessages[locale].page;
  const { suggests, evidence } = proposal;
  const known = { ...t.usccStates, ...t.opinions } as Readonly<Record<string, string>>;
  return (
    <p className={classNames("text-xs", suggests === "ok" ? "st-ok" : "st-warn")}>
      <Glyph name={suggests === "ok" ? "ok" : "warn"} /> {t.suggests[suggests]}
      {evidence && t.evidence(known[evidence] ?? evidence)}
    </p>
  );
}
