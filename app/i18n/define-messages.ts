type Message = string | ((...args: never[]) => string);
export type Bundle = { readonly [key: string]: Message | Bundle };

/** English must answer every Chinese key with the same parameters, or it does not compile. */
type Counterpart<Z extends Bundle> = {
  readonly [K in keyof Z]: Z[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : Z[K] extends Bundle
      ? Counterpart<Z[K]>
      : string;
};

/** One area's sentences in both languages: `defineMessages({ zh, en })[locale].key`. */
export function defineMessages<const Z extends Bundle>(pair: {
  zh: Z;
  en: Counterpart<Z>;
}): { readonly zh: Counterpart<Z>; readonly en: Counterpart<Z> } {
  return pair as unknown as { zh: Counterpart<Z>; en: Counterpart<Z> };
}
