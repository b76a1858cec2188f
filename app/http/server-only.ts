/** What `onServer` gives: a stand-in that the framework passes along without looking inside. */
export type ServerOnly = "server-only";

/**
 * Hands a loader's result to its page without the framework encoding it for a browser. Pages here are not
 * hydrated, so encoding a form and its answers would cost more than rendering them.
 */
export const onServer = (value: unknown): ServerOnly => (() => value) as unknown as ServerOnly;

/** The value again, in the page's component. */
export const held = <T>(serverOnly: ServerOnly): T => (serverOnly as unknown as () => T)();
