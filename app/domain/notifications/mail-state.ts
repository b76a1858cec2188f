export const mailStates = ["waiting", "sending", "sent", "retrying", "failed", "kept", "cancelled"] as const;
export type MailState = (typeof mailStates)[number];

export const isMailState = (text: string): text is MailState =>
  (mailStates as readonly string[]).includes(text);

/** Nothing more happens to it unless somebody asks. */
export const isResendable = (state: string): boolean => state === "failed";

/** Nobody is handing it to a server at this moment. */
export const isCancellable = (state: string): boolean => state === "waiting" || state === "retrying";
