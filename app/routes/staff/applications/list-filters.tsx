import { type ListFilter, listableStates } from "#app/domain/applications/list-filter.ts";
import { callReference, meantCall } from "#app/domain/calls/call-reference.ts";
import { shanxiCities } from "#app/domain/shared/shanxi-cities.ts";
import type { CallChoice, OfficerChoice } from "#app/features/applications/office/list-choices.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { staffListMessages } from "#app/i18n/messages/staff-list.ts";
import { FilterForm } from "../filter-form.tsx";
import { FilterSelect } from "../filter-select.tsx";

interface ListFiltersProps {
  filter: ListFilter;
  calls: readonly CallChoice[];
  officers: readonly OfficerChoice[];
  locale: Locale;
}

/** A plain form: the address of the list is its filter. */
export function ListFilters({ filter, calls, officers, locale }: ListFiltersProps) {
  const t = staffListMessages[locale].filter;
  const names = applicationStateMessages[locale].name;
  const chosen = filter.call === null ? undefined : meantCall(calls, filter.call);
  return (
    <FilterForm
      text={filter.text}
      label={t.text}
      action="/staff/applications"
      end={
        <a className="py-1" href="/staff/applications">
          {t.clear}
        </a>
      }
    >
      <FilterSelect
        name="call"
        label={t.call}
        empty={t.anyCall}
        value={chosen ? callReference(chosen, calls) : null}
        options={calls.map((call) => ({
          value: callReference(call, calls),
          label: `${callReference(call, calls)} ${locale === "zh" ? call.titleZh : call.titleEn}`,
        }))}
      />
      <FilterSelect
        name="state"
        label={t.state}
        empty={t.anyState}
        value={filter.states.length === 1 ? (filter.states[0] ?? null) : null}
        options={listableStates.map((state) => ({ value: state, label: names[state] }))}
      />
      <FilterSelect
        name="city"
        label={t.city}
        empty={t.anyCity}
        value={filter.city}
        options={shanxiCities.map((city) => ({ value: city.code, label: city[locale] }))}
      />
      <FilterSelect
        name="officer"
        label={t.officer}
        empty={t.anyOfficer}
        value={filter.officer}
        options={[
          { value: "me", label: t.mine },
          { value: "none", label: t.nobody },
          ...officers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <input type="hidden" name="sort" value={`${filter.descending ? "-" : ""}${filter.sort}`} />
    </FilterForm>
  );
}
