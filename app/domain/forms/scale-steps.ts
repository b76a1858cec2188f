import type { Field, LocalText } from "./definition.ts";

export type ScaleField = Extract<Field, { type: "scale" }>;

export const scaleSteps = ({ from, to }: ScaleField): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Whether every step has a meaning of its own, and not the ends alone. */
export const isEachStepLabelled = (field: ScaleField): boolean =>
  field.labels !== undefined && field.labels.length === scaleSteps(field).length;

/** What a step means, where the form says so. */
export function scaleLabel(field: ScaleField, step: number): LocalText | undefined {
  if (isEachStepLabelled(field)) return field.labels?.[step - field.from];
  if (step === field.from) return field.labels?.[0];
  return step === field.to ? field.labels?.at(-1) : undefined;
}
