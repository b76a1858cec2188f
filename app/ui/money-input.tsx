import type { ReactNode } from "react";
import { parseMoneyWan } from "#app/domain/shared/money.ts";
import { formatMoneyReadout, moneyUnit } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { classNames } from "./class-names.ts";
import type { ControlAttributes } from "./control-attributes.ts";
import { hasErrors } from "./field-aria.ts";
import type { FieldProps } from "./field-props.ts";
import { Field } from "./field.tsx";
import { usePage } from "./page-context.tsx";

interface MoneyInputProps extends FieldProps {
  /** Beside the box; by default the amount as people say it. */
  readout?: ReactNode;
  control?: ControlAttributes;
}

/** 万元 typed, the amount people would say beside it. */
export function MoneyInput({ defaultValue, readout, control, ...field }: MoneyInputProps) {
  const { locale } = usePage();
  return (
    <Field {...field}>
      {(wired) => (
        <>
          <span className="affix">
            <input
              className="input"
              inputMode="decimal"
              autoComplete="off"
              defaultValue={defaultValue}
              data-money={`${field.id}-readout`}
              {...wired}
              {...control}
            />
            <span>{moneyUnit[locale]}</span>
          </span>
          <span
            className={classNames("readout", hasErrors(field.errors) && "readout--bad")}
            id={`${field.id}-readout`}
          >
            {readout ?? <MoneyReadout locale={locale} typed={defaultValue ?? ""} />}
          </span>
        </>
      )}
    </Field>
  );
}

/** The amount as people say it; nothing where that adds nothing to what was typed. */
export function MoneyReadout({ locale, typed }: { locale: Locale; typed: string }) {
  const money = parseMoneyWan(typed);
  const words = money.ok ? formatMoneyReadout(locale, money.value) : null;
  if (words === null) return null;
  return (
    <>
      {shellMessages[locale].equals}
      <b>{words}</b>
    </>
  );
}
