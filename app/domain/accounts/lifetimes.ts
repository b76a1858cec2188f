const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long things of an account stay good, in milliseconds. */
export const lifetimes = {
  /** A session, however busy. */
  session: 30 * day,
  /** A session of the fund's people without a request. */
  staffIdle: 12 * hour,
  /** Between the password and the second factor. */
  halfSession: 15 * minute,
  emailVerification: day,
  passwordReset: hour,
  staffInvitation: 7 * day,
  companyInvitation: 14 * day,
  testInvitation: 14 * day,
} as const;

export const after = (now: Date, lifetime: keyof typeof lifetimes): string =>
  new Date(now.getTime() + lifetimes[lifetime]).toISOString();
