/** An open page of the builder says so this often, in milliseconds. */
export const builderPresenceMs = 30_000;

/** Who has not said so for this long is gone: two missed calls. */
export const builderPresentSince = (now: Date): string => new Date(now.getTime() - 70_000).toISOString();
