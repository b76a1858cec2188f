import { parseDecimal } from "../../shared/decimal.ts";
import type { Expression } from "../expression.ts";
import { subjectExpression, type SubjectToken, subjectToken } from "./condition-subject.ts";

/** What something is compared with: another answer, or a share of it in percent; empty for the whole. */
export interface ShareOf {
  other: SubjectToken;
  share: string;
}

/** The answer, or the share of it, that an expression is; undefined for anything else. */
export function shareOf(expression: Expression): ShareOf | undefined {
  const whole = subjectToken(expression);
  if (whole !== undefined) return { other: whole, share: "" };
  if (typeof expression !== "object" || !("multiply" in expression)) return undefined;
  const [factor, part, ...others] = expression.multiply;
  const other = part === undefined ? undefined : subjectToken(part);
  if (typeof factor !== "number" || other === undefined || others.length > 0) return undefined;
  return { other, share: String(shifted(factor, 2)) };
}

/** The other way round; `undefined` where the share is no number. */
export function shareExpression({ other, share }: ShareOf): Expression | undefined {
  const whole = subjectExpression(other);
  if (whole === undefined || share === "") return whole;
  return parseDecimal(share) === null ? undefined : { multiply: [shifted(Number(share), -2), whole] };
}

/** Moves the decimal point exactly, which a multiplication would not. */
const shifted = (figure: number, places: number): number => {
  const [digits = "", exponent = "0"] = String(figure).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
};
