/** How handing one mail to a server ended. */
export type SmtpOutcome =
  | { result: "sent" }
  /** Try again: the server said so, or nobody knows whether the mail arrived. */
  | { result: "later"; error: string }
  /** The server will never take this mail. */
  | { result: "refused"; error: string };

/**
 * Only what a server says of this very mail is final: a 5xx to the sender, the recipient or the content. A 5xx to
 * the connection or the sign-in is a fault of the settings or of the server, and no mail may die of it.
 */
export function smtpOutcome(error: unknown): SmtpOutcome {
  const { code = "", command = "", responseCode = 0, message = String(error) } = error as SmtpError;
  const text = [code, command, responseCode || "", message].filter(Boolean).join(" ");
  const aboutThisMail = ["MAIL FROM", "RCPT TO", "DATA"].includes(command);
  if (aboutThisMail && responseCode >= 500 && responseCode < 600) return { result: "refused", error: text };
  // An address or a content nodemailer itself cannot put on the wire will not get better either.
  if (code === "EENVELOPE" && command === "API") return { result: "refused", error: text };
  return { result: "later", error: text };
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
  message?: string;
}
