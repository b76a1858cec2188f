import { currencyNames } from "#app/domain/forms/format-composite.ts";
import { provinces, countiesOf } from "#app/domain/shared/regions.ts";
import { compositeMessages } from "#app/i18n/messages/composite-fields.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { FieldGroup } from "../field-group.tsx";
import { SelectOptions } from "../select.tsx";
import { AmountParts, ForeignAddressParts } from "./foreign-parts.tsx";
import { type CompositeFieldProps, Part, type PartsOf } from "./part.tsx";

/** One answer in several boxes of one name, whose order says which part is which. */
export function CompositeField(props: CompositeFieldProps) {
  const { base, field } = props;
  const { defaultValue: _list, label, name: _name, ...texts } = base;
  return (
    <FieldGroup {...texts} legend={label}>
      <div className="parts">
        {field.type === "address" && <AddressParts {...props} field={field} />}
        {field.type === "person" && <PersonParts {...props} field={field} />}
        {field.type === "money" && <MoneyParts {...props} field={field} />}
        {field.type === "amount" && <AmountParts {...props} field={field} />}
        {field.type === "foreign_address" && <ForeignAddressParts {...props} field={field} />}
      </div>
    </FieldGroup>
  );
}

function AddressParts({ base, field, view, parts }: PartsOf<"address">) {
  const { locale } = view;
  const t = compositeMessages[locale];
  const [city = "", county = "", detail = ""] = parts;
  const shown = provinces.filter(({ code }) => field.province === undefined || code === field.province);
  const listId = `${base.id}-counties`;
  return (
    <>
      <Part base={base} at={0} label={t.city}>
        {(wired) => (
          <select className="select" defaultValue={city} {...wired}>
            <option value="">{shellMessages[locale].choose}</option>
            <SelectOptions
              options={shown.map((province) => ({
                label: province[locale],
                options: province.cities.map((each) => ({ value: each.code, label: each[locale] })),
              }))}
            />
          </select>
        )}
      </Part>
      <Part base={base} at={1} label={t.county}>
        {(wired) => (
          <>
            <input className="input" list={listId} autoComplete="off" defaultValue={county} {...wired} />
            <datalist id={listId}>
              {shanxi.flatMap((each) =>
                countiesOf(each.code).map((one) => (
                  <option key={one.code} value={one[locale]}>
                    {each[locale]}
                  </option>
                )),
              )}
            </datalist>
          </>
        )}
      </Part>
      {field.withoutDetail ? (
        <input type="hidden" name={base.name} value="" />
      ) : (
        <Part base={base} at={2} label={t.detail} wide>
          {(wired) => <input className="input" autoComplete="off" defaultValue={detail} {...wired} />}
        </Part>
      )}
    </>
  );
}

const shanxi = provinces.find(({ code }) => code === "140000")?.cities ?? [];

function PersonParts({ base, field, view, parts }: PartsOf<"person">) {
  const t = compositeMessages[view.locale];
  const [name = "", title = "", mobile = "", email = ""] = parts;
  return (
    <>
      <Part base={base} at={0} label={t.name}>
        {(wired) => <input className="input" autoComplete="off" defaultValue={name} {...wired} />}
      </Part>
      <Part base={base} at={1} label={t.title}>
        {(wired) => <input className="input" autoComplete="off" defaultValue={title} {...wired} />}
      </Part>
      {field.contact === "email" ? (
        <input type="hidden" name={base.name} value="" />
      ) : (
        <Part base={base} at={2} label={t.mobile}>
          {(wired) => (
            <input className="input" type="tel" autoComplete="off" defaultValue={mobile} {...wired} />
          )}
        </Part>
      )}
      {field.contact !== "mobile" && (
        <Part base={base} at={3} label={t.email}>
          {(wired) => (
            <input
              className="input"
              type="email"
              autoComplete="off"
              spellCheck={false}
              defaultValue={email}
              {...wired}
            />
          )}
        </Part>
      )}
    </>
  );
}

function MoneyParts({ base, field, view, parts }: PartsOf<"money">) {
  const { locale } = view;
  const t = compositeMessages[locale];
  const [amount = "", currency = "", cny = "", rateDate = ""] = parts;
  const currencies = "currencies" in field ? (field.currencies ?? []) : [];
  return (
    <>
      <Part base={base} at={0} label={t.amount}>
        {(wired) => (
          <span className="affix">
            <input
              className="input"
              inputMode="decimal"
              autoComplete="off"
              defaultValue={amount}
              {...wired}
            />
            <span>{t.amountUnit}</span>
          </span>
        )}
      </Part>
      <Part base={base} at={1} label={t.currency}>
        {(wired) => (
          <select className="select" defaultValue={currency === "CNY" ? "" : currency} {...wired}>
            {/* Nothing chosen is RMB, so that an untouched question stays blank. */}
            <option value="">{currencyNames.CNY[locale]}</option>
            {currencies
              .filter((code) => code !== "CNY")
              .map((code) => (
                <option key={code} value={code}>
                  {currencyNames[code][locale]}
                </option>
              ))}
          </select>
        )}
      </Part>
      <p className="parts-note hint">{t.foreignNote}</p>
      <Part base={base} at={2} label={t.cny}>
        {(wired) => (
          <input className="input" inputMode="decimal" autoComplete="off" defaultValue={cny} {...wired} />
        )}
      </Part>
      <Part base={base} at={3} label={t.rateDate}>
        {(wired) => (
          <input
            className="input"
            type={rateDate === "" || /^\d{4}-\d{2}-\d{2}$/.test(rateDate) ? "date" : "text"}
            defaultValue={rateDate}
            {...wired}
          />
        )}
      </Part>
    </>
  );
}
