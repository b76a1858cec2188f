import type { Standing, TiedApplication } from "#app/features/reviews/office/find-standing.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorMessage } from "#app/ui/error-message.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import { shortNumber, titleOf } from "../applications/list-columns.tsx";

interface TieFormProps {
  standing: Standing;
  tieBreak: readonly string[];
  mayOrder: boolean;
  /** Places as they were posted, by application. */
  typed: Readonly<Record<string, string>>;
  error: string | undefined;
}

/** Equals side by side; the chair alone puts them in order. */
export function TieForm({ standing, tieBreak, mayOrder, typed, error }: TieFormProps) {
  const { locale } = usePage();
  const t = rankingMessages[locale].record;
  const { ties, tiesHidden } = standing;
  const decided = ties.every(({ chairOrder }) => chairOrder > 0);
  const places = ties.map((_, index) => String(index + 1));
  return (
    <section id="ties" aria-labelledby="ties-title" className="mb-5 max-w-3xl">
      <h2 id="ties-title">{t.tiesTitle}</h2>
      <p className="muted mb-2">{t.tiesText(tieBreak.join(locale === "zh" ? "、" : ", "))}</p>
      <p className="mb-1">{decided ? t.tiesDecided : t.tiesUndecided}</p>
      <form method="post">
        {error && <ErrorMessage>{error}</ErrorMessage>}
        <ol className="rule my-2">
          {ties.map((tie) => (
            <li key={tie.id} className="flex flex-wrap items-center gap-3 py-1.5">
              {mayOrder && !tiesHidden ? (
                <PlaceSelect tie={tie} places={places} chosen={typed[tie.id]} />
              ) : (
                <span className="num w-8">{tie.chairOrder > 0 ? tie.chairOrder : "–"}</span>
              )}
              <span className="num-id">{shortNumber(tie.number)}</span>
              <b>{titleOf(tie, locale)}</b>
            </li>
          ))}
        </ol>
        {mayOrder && tiesHidden && <p>{t.tiesHidden}</p>}
        {mayOrder && !tiesHidden && (
          <Button name="intent" value="order_ties" size="sm">
            {t.tieSubmit}
          </Button>
        )}
      </form>
    </section>
  );
}

interface PlaceSelectProps {
  tie: TiedApplication;
  places: readonly string[];
  chosen: string | undefined;
}

function PlaceSelect({ tie, places, chosen }: PlaceSelectProps) {
  const t = rankingMessages[usePage().locale].record;
  const standing = tie.chairOrder > 0 ? String(tie.chairOrder) : "";
  return (
    <select
      className="select w-20"
      name={`place-${tie.id}`}
      aria-label={t.tiePlace(shortNumber(tie.number))}
      defaultValue={chosen ?? standing}
    >
      <option value="">–</option>
      {places.map((place) => (
        <option key={place} value={place}>
          {place}
        </option>
      ))}
    </select>
  );
}
