/** Text that lives in data (calls, forms, rubrics) and so carries both languages itself. */
export interface Localised {
  readonly zh: string;
  readonly en: string;
}
