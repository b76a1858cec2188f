import { countryChoices, onlyCountry } from "#app/domain/forms/parse-foreign-address.ts";
import { countryName } from "#app/domain/shared/countries.ts";
import { currencyName } from "#app/domain/shared/currencies.ts";
import { compositeMessages } from "#app/i18n/messages/composite-fields.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { SelectOptions } from "../select.tsx";
import { Part, type PartsOf } from "./part.tsx";

/** How much, and in which of the currencies. */
export function AmountParts({ base, field, view, parts }: PartsOf<"amount">) {
  const { locale } = view;
  const t = compositeMessages[locale];
  const [amount = "", currency = ""] = parts;
  const strange = currency !== "" && !field.currencies.some((code) => code === currency);
  return (
    <>
      <Part base={base} at={0} label={t.amount}>
        {(wired) => (
          <input className="input" inputMode="decimal" autoComplete="off" defaultValue={amount} {...wired} />
        )}
      </Part>
      <Part base={base} at={1} label={t.currency}>
        {(wired) => (
          <select className="select" defaultValue={currency} {...wired}>
            <option value="">{shellMessages[locale].choose}</option>
            {[...field.currencies, ...(strange ? [currency] : [])].map((code) => (
              <option key={code} value={code}>
                {code} {currencyName(code, locale)}
              </option>
            ))}
          </select>
        )}
      </Part>
    </>
  );
}

/** An address abroad, in the order in which most countries write one. */
export function ForeignAddressParts(props: PartsOf<"foreign_address">) {
  const { base, field, view, parts } = props;
  const { locale } = view;
  const t = compositeMessages[locale];
  const [line1 = "", line2 = "", place = "", region = "", postcode = ""] = parts;
  const boxes = [
    { at: 0, label: t.line1, value: line1, wide: true },
    { at: 1, label: t.line2, value: line2, wide: true },
    { at: 2, label: t.place, value: place },
    { at: 3, label: t.region, value: region },
    { at: 4, label: t.postcode, value: postcode },
  ];
  return (
    <>
      {boxes.map(({ at, label, value, wide }) => (
        <Part key={at} base={base} at={at} label={label} wide={wide ?? false}>
          {(wired) => <input className="input" autoComplete="off" defaultValue={value} {...wired} />}
        </Part>
      ))}
      <CountryPart {...props} only={onlyCountry(field)} />
    </>
  );
}

/** Where one country alone is meant there is nothing to choose. */
function CountryPart({
  base,
  field,
  view: { locale },
  parts,
  only,
}: PartsOf<"foreign_address"> & { only: string | undefined }) {
  const t = compositeMessages[locale];
  const country = parts[5] ?? "";
  if (only !== undefined)
    return (
      <div className="part">
        <span className="part-label">{t.country}</span>
        <span>{countryName(only, locale)}</span>
        <input type="hidden" name={base.name} value="" />
      </div>
    );
  const choices = countryChoices(field, locale).map(({ code, label }) => ({
    value: code,
    label: label[locale],
  }));
  const strange = country !== "" && !choices.some(({ value }) => value === country);
  return (
    <Part base={base} at={5} label={t.country}>
      {(wired) => (
        <select className="select" defaultValue={country} {...wired}>
          <option value="">{shellMessages[locale].choose}</option>
          <SelectOptions options={[...choices, ...(strange ? [{ value: country, label: country }] : [])]} />
        </select>
      )}
    </Part>
  );
}
