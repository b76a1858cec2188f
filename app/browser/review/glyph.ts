/** A drawing the page brought along for its script, or nothing. */
export function glyph(name: "ok" | "busy" | "warn" | "bad"): Node[] {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-glyph="${name}"]`);
  return template ? [template.content.cloneNode(true)] : [];
}
