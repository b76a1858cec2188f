/** A name of the form, kept as it stands within a sentence, as it begins one. */
export const atStart = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
