import { createTransport } from "nodemailer";
import { pacer } from "./pacer.ts";
import { smtpOutcome, type SmtpOutcome } from "./smtp-outcome.ts";

export interface OutgoingMail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** With its angle brackets, the same at every attempt. */
  messageId: string;
  /** BCP 47. */
  language: string;
}

export interface Mailer {
  /** Never throws: the outcome says what to do. */
  send(mail: OutgoingMail): Promise<SmtpOutcome>;
  close(): void;
}

interface MailerOptions {
  /** `smtp://` or `smtps://`, with user, password, port and nodemailer's options in the query. */
  url: string;
  /** `portal@example.cn` or `Name <portal@example.cn>`. */
  from: string;
  perSecond: number;
  /** A delivery that takes longer is given up and reported as "later". */
  limitMs: number;
}

/** A pool of SMTP connections. */
export function openMailer({ url, from, perSecond, limitMs }: MailerOptions): Mailer {
  const turn = pacer(perSecond);
  const sender = parseSender(from);
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
    // A mail whose content went out is never silently sent again: that decision is the outbox's.
    maxRequeues: 1,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    idleTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      await turn();
      const signal = AbortSignal.timeout(limitMs);
      try {
        await transport.sendMail({ ...messageOf(mail, sender), signal });
        return { result: "sent" };
      } catch (error) {
        return smtpOutcome(error);
      }
    },
    close: () => transport.close(),
  };
}

/** One object per address, so that nothing typed into a name or an address can add a second recipient. */
const messageOf = ({ to, subject, html, text, messageId, language }: OutgoingMail, from: Sender) => ({
  from,
  to: [{ name: "", address: to }],
  envelope: { from: from.address, to: [to] },
  subject,
  html,
  text,
  messageId,
  headers: {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "Content-Language": language,
  },
  disableFileAccess: true,
  disableUrlAccess: true,
});

interface Sender {
  name: string;
  address: string;
}

function parseSender(from: string): Sender {
  const [, name = "", address = from] = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(from) ?? [];
  return { name, address: address.trim() };
}
