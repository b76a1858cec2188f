import { fieldFingerprint, plainLineEnds } from "#app/domain/reviews/field-fingerprint.ts";
import { adoptText } from "../draft/adopt-text.ts";

type Control = HTMLInputElement | HTMLTextAreaElement;

/** The score sheet's fields by their paths, as the plain form sends them too. */
export class SheetForm {
  readonly form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.form = form;
  }

  /** Every field that may be filled in, with what the page showed. */
  values(): Map<string, string> {
    return new Map(this.#paths().map((path) => [path, this.valueOf(path)] as const));
  }

  /** By path, the version that the page shows. */
  versions(): Record<string, number> {
    const shown = this.#paths().map(
      (path) => [path, Number(this.#base(path)?.value.split(".")[0] ?? 0)] as const,
    );
    return Object.fromEntries(shown.filter(([, version]) => version > 0));
  }

  valueOf(path: string): string {
    return plainLineEnds(String(new FormData(this.form).get(path) ?? ""));
  }

  setValue(path: string, value: string): void {
    for (const control of this.#controls(path))
      if (control instanceof HTMLTextAreaElement) control.value = value;
      else control.checked = control.value === value;
  }

  /** A merged text, while somebody may be typing on. */
  adopt(path: string, value: string): void {
    for (const control of this.#controls(path)) adoptText(control, value);
  }

  /** Where something is said about a field. */
  place(path: string): HTMLElement | undefined {
    return this.#controls(path)[0];
  }

  /** The plain form, should it be sent, must not take what was saved here for a change. */
  setBase(path: string, version: number, value: string): void {
    const base = this.#base(path);
    if (base) base.value = `${version}.${fieldFingerprint(value)}`;
  }

  #base(path: string): HTMLInputElement | undefined {
    return this.#inputs().find(({ name }) => name === `base:${path}`);
  }

  #paths(): string[] {
    return this.#inputs().flatMap(({ name }) => (name.startsWith("base:") ? [name.slice(5)] : []));
  }

  #inputs(): HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')];
  }

  #controls(path: string): Control[] {
    return [
      ...this.form.querySelectorAll<Control>(
        `input[name="${CSS.escape(path)}"], textarea[name="${CSS.escape(path)}"]`,
      ),
    ];
  }
}
