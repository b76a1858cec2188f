import type { QuestionOf } from "./definition.ts";

/** By the name alone. The bytes were checked when the file arrived; this catches a form that has become stricter. */
export function hasAcceptedType({ accept }: QuestionOf<"file">, name: string): boolean {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return accept.some((type) => type === extension || (type === "jpg" && extension === "jpeg"));
}
