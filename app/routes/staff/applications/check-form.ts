import {
  type Checklist,
  type CorrectionItem,
  formalCheckCodes,
  samePlace,
  type Verdicts,
} from "#app/domain/applications/formal-check.ts";

/** Everything the officer typed on the check page, whatever button was pressed. */
export interface CheckForm {
  checkId: string;
  version: number;
  checklist: Checklist;
  items: readonly CorrectionItem[];
  verdicts: Verdicts;
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
    verdicts: readVerdictsOf(form),
    reasonCode: text("reasonCode"),
    reasonText: text("reasonText"),
  };
}

/** Rows in the order of the page; those left wholly empty are not meant. */
function readItems(form: FormData, text: (name: string) => string): CorrectionItem[] {
  const count = Math.min(mostItems, Number(form.get("items")) || 0);
  return Array.from({ length: count }, (_, index) => {
    return {
      ...placeOf(text(`item.${index}.place`)),
      reason: text(`item.${index}.reason`),
      wanted: text(`item.${index}.wanted`),
    };
  });
}

function readVerdictsOf(form: FormData): Verdicts {
  const entries = [...form.entries()].flatMap(([name, value]) => {
    const flag = name.startsWith("verdict.") ? name.slice("verdict.".length) : "";
    return flag !== "" && (value === "solved" || value === "unsolved") ? [[flag, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** The typed flags without the rows left empty. */
export const meantItems = (items: readonly CorrectionItem[]): CorrectionItem[] =>
  items.filter((item) => !isEmptyItem(item));

/** With the place flagged; where it is flagged already nothing is added. */
export function withFlag(items: readonly CorrectionItem[], place: Place, reason = ""): CorrectionItem[] {
  const meant = meantItems(items);
  if (meant.length >= mostItems || meant.some((item) => samePlace(item, place))) return meant;
  return [...meant, { ...emptyItem, ...place, reason }];
}

/** Both officers' flags, so that of two who flagged at once neither loses one. */
export const unitedFlags = (
  mine: readonly CorrectionItem[],
  theirs: readonly CorrectionItem[],
): CorrectionItem[] => {
  const meant = meantItems(mine);
  return [...meant, ...theirs.filter((item) => !meant.some((each) => samePlace(each, item)))];
};

export const isEmptyItem = (item: CorrectionItem): boolean =>
  item.sectionKey === "" && item.questionKey === "" && item.reason.trim() === "" && item.wanted.trim() === "";

export const emptyItem = { sectionKey: "", questionKey: "", fileId: "", reason: "", wanted: "" };

export type Place = Pick<CorrectionItem, "sectionKey" | "questionKey" | "fileId">;

/** `section|question/row/column|file`, as the buttons and selects of the page say it. */
export function placeOf(value: string): Required<Place> {
  const [sectionKey = "", questionKey = "", fileId = ""] = value.split("|");
  return { sectionKey, questionKey, fileId };
}

/** The inverse of `placeOf`; empty for the application as a whole. */
export const placeValue = ({ sectionKey, questionKey, fileId = "" }: Place): string =>
  sectionKey === "" && questionKey === "" ? "" : `${sectionKey}|${questionKey}${fileId ? `|${fileId}` : ""}`;
