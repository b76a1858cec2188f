import { formatTime } from "#app/i18n/format.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { sectionTitles, type SectionView } from "./section-view.ts";

interface SectionPresentProps {
  view: SectionView;
  now: Date;
  personId: string;
}

interface Colleague {
  personId: string;
  name: string;
  /** When they opened it; undefined while only what they typed tells that they are here. */
  since: string | undefined;
  /** What they changed last. */
  field: string | undefined;
}

/** Who else is here, and who is elsewhere in the application; the section's script keeps it current. */
export function SectionPresent({ view, now, personId }: SectionPresentProps) {
  const { locale } = view.form;
  const t = sectionMessages[locale];
  const here = colleaguesHere(view, personId, now);
  const elsewhere = view.present.filter(
    ({ personId: id, sectionKey }) => id !== personId && sectionKey !== view.section.section.key,
  );
  const titles = sectionTitles(view);
  return (
    <div className="text-sm max-lg:hidden">
      <div data-present="">
        {here.length > 0 && (
          <>
            <h2 className="text-sm">{t.inThisSection}</h2>
            <ul className="mt-1">
              {here.map(({ personId: id, name, since, field }) => (
                <li key={id} data-person={id} data-field={field}>
                  {t.presentHere({ name, ...(field ? { field } : {}), ...(since ? { since } : {}) })}
                </li>
              ))}
            </ul>
          </>
        )}
        {elsewhere.length > 0 && (
          <>
            <h2 className="mt-2 text-sm">{t.inOtherSections}</h2>
            <ul className="mt-1">
              {elsewhere.flatMap(({ personId: id, sectionKey, since }) => {
                const name = view.colleagues.find((colleague) => colleague.personId === id)?.name;
                const section = titles[sectionKey];
                if (name === undefined || section === undefined) return [];
                return [<li key={id}>{t.presentElsewhere({ name, section, since: formatTime(since) })}</li>];
              })}
            </ul>
          </>
        )}
      </div>
      <p className="muted mt-1">{t.mergeNote}</p>
    </div>
  );
}

/** Whose page is open here, and who typed here during the last minutes, with or without scripts. */
function colleaguesHere(view: SectionView, personId: string, now: Date, minutes = 5): Colleague[] {
  const recent = new Date(now.getTime() - minutes * 60_000).toISOString();
  const latest = new Map<string, { path: string; at: string }>();
  for (const [path, field] of Object.entries(view.stored?.fields ?? {})) {
    if (path.endsWith("/") || field.at < recent) continue;
    const known = latest.get(field.by);
    if (!known || field.at > known.at) latest.set(field.by, { path, at: field.at });
  }
  return view.colleagues.flatMap(({ personId: id, name }): Colleague[] => {
    const open = view.present.find((present) => present.personId === id);
    const isHere = open?.sectionKey === view.section.section.key;
    const typed = open && !isHere ? undefined : latest.get(id);
    if (id === personId || (!isHere && !typed)) return [];
    return [
      {
        ...{ personId: id, name },
        since: isHere ? formatTime(open.since) : undefined,
        field: typed && placeName(view, typed.path),
      },
    ];
  });
}

function placeName({ form }: SectionView, path: string): string {
  const [key = "", rowId, column] = path.split("/");
  const question = form.evaluation.form.questionByKey.get(key);
  if (!question) return key;
  const t = sectionMessages[form.locale];
  const label = question.field.label[form.locale];
  const row = rowId === undefined ? undefined : form.evaluation.allRows(key).find(({ id }) => id === rowId);
  const cell = column === undefined ? undefined : question.columnByKey.get(column)?.field;
  if (!row || !cell) return label;
  return t.cellPlace({ row: row.number, column: (cell.shortLabel ?? cell.label)[form.locale] });
}
