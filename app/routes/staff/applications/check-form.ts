import {
  type Checklist,
  type CorrectionItem,
  formalCheckCodes,
} from "#app/domain/applications/formal-check.ts";

/** Everything the officer typed on the check page, whatever button was pressed. */
export interface CheckForm {
  checkId: string;
  version: number;
  checklist: Checklist;
  items: readonly CorrectionItem[];
  reasonCode: string;
  reasonText: string;
}

const mostItems = 60;
const longestText = 1_000;

export function readCheckForm(form: FormData): CheckForm {
  const text = (name: string) => String(form.get(name) ?? "").slice(0, longestText);
  const entries = formalCheckCodes.map((code) => {
    const result = text(`${code}.result`);
    return [
      code,
      { result: result === "ok" || result === "problem" ? result : "", note: text(`${code}.note`) },
    ] as const;
  });
  return {
    checkId: text("checkId"),
    version: Number(text("version")),
    checklist: Object.fromEntries(entries.filter(([, { result, note }]) => result !== "" || note !== "")),
    items: readItems(form, text),
    reasonCode: text("reasonCode"),
    reasonText: text("reasonText"),
  };
}

/** Rows in the order of the page; those left wholly empty are not meant. */
function readItems(form: FormData, text: (name: string) => string): CorrectionItem[] {
  const count = Math.min(mostItems, Number(form.get("items")) || 0);
  return Array.from({ length: count }, (_, index) => {
    const [sectionKey = "", questionKey = ""] = text(`item.${index}.place`).split("|");
    return {
      sectionKey,
      questionKey,
      reason: text(`item.${index}.reason`),
      wanted: text(`item.${index}.wanted`),
    };
  });
}

export const isEmptyItem = (item: CorrectionItem): boolean =>
  item.sectionKey === "" && item.questionKey === "" && item.reason.trim() === "" && item.wanted.trim() === "";

export const emptyItem: CorrectionItem = { sectionKey: "", questionKey: "", reason: "", wanted: "" };

/** The value of a place in the form's list of questions. */
export const placeValue = ({
  sectionKey,
  questionKey,
}: Pick<CorrectionItem, "sectionKey" | "questionKey">): string =>
  sectionKey === "" && questionKey === "" ? "" : `${sectionKey}|${questionKey}`;
