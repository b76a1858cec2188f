import type { HolidayEffect } from "#app/features/applications/office/change-holidays.ts";
import { formatDateWithWeekday, formatDeadline } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

interface EffectPanelProps {
  effect: HolidayEffect;
  removing: boolean;
  reason: string;
  reasonError: string | undefined;
  locale: Locale;
}

/** What a change does, with the button that makes it. */
export function EffectPanel({ effect, removing, reason, reasonError, locale }: EffectPanelProps) {
  const t = workingDayMessages[locale];
  const days = (list: readonly string[]) =>
    list.length > 0
      ? list.map((day) => formatDateWithWeekday(locale, day)).join(locale === "zh" ? "、" : "; ")
      : t.noDays;
  const later = effect.moves.filter(({ move }) => move.how === "later").length;
  return (
    <section className="panel panel--fill mb-6" aria-labelledby="effect" id="effect-panel">
      <h2 id="effect" tabIndex={-1} autoFocus={reasonError === undefined}>
        {removing ? t.effectRemove : t.effect}
      </h2>
      <SummaryList
        narrow
        className="my-3"
        rows={[
          { term: t.workingDays, value: t.workingDaysText(effect.workingDaysBefore, effect.workingDays) },
          { term: t.noLongerWorked, value: days(effect.off) },
          { term: t.nowWorked, value: days(effect.worked) },
        ]}
      />
      <h3>{t.moves}</h3>
      {effect.moves.length === 0 ? (
        <p>{t.noMoves}</p>
      ) : (
        <>
          <p className="measure mb-2">{t.movesNote}</p>
          <DataTable
            dense
            caption={t.moves}
            rows={effect.moves}
            rowKey={({ id }) => id}
            columns={columns(locale)}
          />
        </>
      )}
      <input type="hidden" name="seen" value={effect.fingerprint} />
      <div className="measure mt-4">
        <TextArea
          id="reason"
          name="reason"
          rows={2}
          label={t.reason}
          hint={t.reasonHint}
          defaultValue={reason}
          errors={reasonError ? [reasonError] : []}
        />
      </div>
      <Button
        variant={removing ? "danger" : "primary"}
        name="intent"
        value={removing ? "remove_table" : "save"}
      >
        {removing ? t.removeSure : later > 0 ? t.saveMoved(later) : t.save}
      </Button>
    </section>
  );
}

function columns(locale: Locale): Column<HolidayEffect["moves"][number]>[] {
  const t = workingDayMessages[locale];
  return [
    {
      id: "number",
      head: t.number,
      rowHeader: true,
      cell: ({ id, number }) =>
        number ? (
          <a className="num-id" href={`/staff/applications/${id}`}>
            {number}
          </a>
        ) : (
          t.recused
        ),
    },
    {
      id: "company",
      head: t.company,
      cell: ({ companyZh, companyEn }) => (locale === "en" && companyEn ? companyEn : companyZh),
    },
    { id: "now", head: t.dueNow, className: "nowrap", cell: ({ dueAt }) => formatDeadline(locale, dueAt) },
    {
      id: "then",
      head: t.dueThen,
      cell: ({ move }) => (move.how === "kept" ? t.kept : formatDeadline(locale, move.dueAt)),
    },
  ];
}
