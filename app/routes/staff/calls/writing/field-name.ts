import type { CallGroup } from "#app/domain/calls/call-document.ts";
import type { CallProblem } from "#app/domain/calls/call-problems.ts";
import { formatDateWithWeekday, formatMoney } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { callFieldMessages } from "#app/i18n/messages/call-fields.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";

/** A path within a group (`fit.2.zh`) as people say it: “谁适合申报 3（中文）”. */
export function fieldName(group: CallGroup, path: string, locale: Locale): string {
  const t = callFieldMessages[locale];
  const steps = path.split(".");
  const language = ["zh", "en"].includes(steps.at(-1) ?? "") ? (steps.pop() as "zh" | "en") : undefined;
  let [key, name] = [group as string, ""];
  for (const step of steps) {
    if (/^\d+$/.test(step)) {
      name =
        key === "rubric.anchors" ? t.anchor(Number(step)) : t.row(t.rowNames[key] ?? name, Number(step) + 1);
      continue;
    }
    key = `${key}.${step}`;
    const label = t.fields[key] ?? step;
    name = name === "" ? label : locale === "zh" ? `${name}：${label}` : `${name}: ${label}`;
  }
  if (!language) return name;
  return locale === "zh" ? `${name}（${t.languages[language]}）` : `${name} (${t.languages[language]})`;
}

/** The same within its row, whose number stands above it: “标题（中文）”. */
export function fieldNameInRow(group: CallGroup, path: string, locale: Locale): string {
  const t = callFieldMessages[locale];
  const steps = path.split(".").filter((step) => !/^\d+$/.test(step));
  const language = ["zh", "en"].includes(steps.at(-1) ?? "") ? (steps.pop() as "zh" | "en") : undefined;
  const name = t.fields[[group, ...steps].join(".")] ?? path;
  if (!language) return name;
  return locale === "zh" ? `${name}（${t.languages[language]}）` : `${name} (${t.languages[language]})`;
}

/** A text, choice or figure of a document as it is read. */
export function fieldValue(
  path: string,
  value: string | number | null | undefined,
  locale: Locale,
): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "number") return formatMoney(locale, value);
  const last = path.split(".").at(-1) ?? "";
  if (["instrument", "wanted", "consequence"].includes(last))
    return callFieldMessages[locale].choices[value] ?? value;
  return last === "opensAt" || last === "closesAt" ? value.replace("T", " ") : value;
}

export function problemSentence({ code, detail = "" }: CallProblem, locale: Locale): string {
  const said = code === "not_working_day" ? formatDateWithWeekday(locale, detail) : detail;
  return callWritingMessages[locale].problem[code](said);
}

export function problemPlace({ group, path }: CallProblem, locale: Locale): string {
  const t = callWritingMessages[locale];
  if (group === "form") return t.form;
  return t.place(callFieldMessages[locale].groups[group], fieldName(group, path, locale));
}

export const problemHref = (callId: string, { group, path }: CallProblem): string =>
  group === "form" ? `/staff/calls/${callId}/edit#form` : `/staff/calls/${callId}/edit/${group}#${path}`;
