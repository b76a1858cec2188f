import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface Mailbox {
  /** For SMTP_URL. */
  url: string;
  /** The latest mail to that address whose text or subject matches, once it is there. */
  waitFor(address: string, about: RegExp): Promise<ParsedMail>;
  count(): number;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it is sent. */
export async function openMailbox(): Promise<Mailbox> {
  const received: { to: string; mail: ParsedMail }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase()).join();
      simpleParser(stream).then((mail) => {
        received.push({ to, mail });
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  const find = (address: string, about: RegExp) =>
    received.findLast(({ to, mail }) => to === address && about.test(`${mail.subject}\n${mail.text}`))?.mail;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async waitFor(address, about) {
      for (let tries = 0; tries < 150; tries++) {
        const mail = find(address.toLowerCase(), about);
        if (mail) return mail;
        await new Promise((wait) => setTimeout(wait, 100));
      }
      const had = received.map(({ to, mail }) => `${to}: ${mail.subject}`).join("\n");
      throw new Error(`No mail to ${address} about ${about}. There were:\n${had}`);
    },
    count: () => received.length,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** The portal's address in a mail, as a path that the browser can go to. */
export function linkIn(mail: ParsedMail, path: RegExp): string {
  const found = [...(mail.text ?? "").matchAll(/https?:\/\/[^\s<>"）)]+/g)].map(([url]) => new URL(url));
  const link = found.find(({ pathname }) => path.test(pathname));
  if (!link) throw new Error(`No link to ${path} in:\n${mail.text}`);
  return link.pathname + link.search;
}
