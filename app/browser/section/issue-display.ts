import type { ShownIssue } from "#app/domain/applications/section-page-data.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";

/** Keeps the open points on the page as the server last found them, without moving the cursor. */
export function showIssues(locale: Locale, issues: readonly ShownIssue[]): void {
  const errors = issues.filter((issue) => issue.level === "error");
  showSummary(locale, errors);
  const byId = new Map<string, ShownIssue[]>();
  for (const issue of errors) {
    const id = issue.path.replaceAll("/", "-");
    byId.set(id, [...(byId.get(id) ?? []), issue]);
  }
  for (const shown of document.querySelectorAll<HTMLElement>("[data-section-form] [id$='-error']")) {
    const id = shown.id.slice(0, -"-error".length);
    if (!byId.has(id)) clear(id, shown);
  }
  for (const [id, list] of byId) show(locale, id, list);
}

function showSummary(locale: Locale, errors: readonly ShownIssue[]): void {
  const place = document.querySelector<HTMLElement>("[data-summary]");
  const list = place?.querySelector("ul");
  const title = place?.querySelector("h2");
  if (!place) return;
  const box = place.querySelector<HTMLElement>(".esum");
  if (box) box.hidden = errors.length === 0;
  if (!list || !title) return;
  title.textContent = sectionMessages[locale].errorCount({ count: errors.length });
  list.replaceChildren(
    ...errors.map((issue) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${issue.path.replaceAll("/", "-")}`;
      link.textContent = issue.summary;
      item.append(link);
      return item;
    }),
  );
}

function clear(id: string, shown: HTMLElement): void {
  shown.remove();
  document.getElementById(`${id}-field`)?.classList.remove("field--error");
  const control = document.getElementById(id);
  control?.removeAttribute("aria-invalid");
  describe(control, `${id}-error`, false);
}

function show(locale: Locale, id: string, issues: readonly ShownIssue[]): void {
  const control = document.getElementById(id);
  if (!control) return;
  const lines = issues.map((issue) => line(locale, issue.text));
  const standing = document.getElementById(`${id}-error`);
  if (standing) {
    if (standing.textContent !== lines.map((each) => each.textContent).join(""))
      standing.replaceChildren(...lines);
    return;
  }
  const place = document.createElement("div");
  place.id = `${id}-error`;
  place.append(...lines);
  const field = document.getElementById(`${id}-field`);
  if (field) {
    const above = document.getElementById(`${id}-description`) ?? field.querySelector("label, legend");
    if (above) above.after(place);
    else field.prepend(place);
    field.classList.add("field--error");
  } else {
    const notes = control.closest("tbody")?.querySelector<HTMLElement>(".own-2 td");
    if (notes) notes.append(place);
    else control.after(place);
  }
  if (control.matches("input, select, textarea")) {
    control.setAttribute("aria-invalid", "true");
    describe(control, place.id, true);
  }
}

function line(locale: Locale, text: string): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.className = "err";
  const glyph = document.querySelector<HTMLTemplateElement>(`template[data-glyph="bad"]`);
  const words = document.createElement("span");
  const prefix = document.createElement("span");
  prefix.className = "sr-only";
  prefix.textContent = shellMessages[locale].errorPrefix;
  words.append(prefix, text);
  if (glyph) paragraph.append(glyph.content.cloneNode(true));
  paragraph.append(words);
  return paragraph;
}

function describe(control: HTMLElement | null, id: string, on: boolean): void {
  if (!control) return;
  for (const label of document.querySelectorAll(`.own-l[for="${control.id}"]`))
    label.classList.toggle("own-l--described", on);
  const ids = (control.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((each) => each !== "" && each !== id);
  if (on) ids.push(id);
  if (ids.length > 0) control.setAttribute("aria-describedby", ids.join(" "));
  else control.removeAttribute("aria-describedby");
}
