import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** What the server does with the next mail that reaches the point where it matters. */
export type Act =
  | "accept"
  | "later at recipient"
  | "refuse recipient"
  | "later at data"
  | "refuse data"
  | "hang up before data"
  | "drop in data"
  | "drop after the final dot"
  | "stall";

export interface Arrived {
  to: string[];
  messageId: string;
  raw: string;
}

export interface ScriptedSmtp {
  url: string;
  /** Mails whose content the server has in full, whether or not it said so. */
  arrived: Arrived[];
  /** How often the connection broke after the server had the whole mail: the only excuse for a duplicate. */
  ambiguous: number;
  close(): Promise<void>;
}

/** Really speaks SMTP; `script` is asked once a mail (by its recipient) what to do with it. */
export async function scriptedSmtp(script: (recipient: string) => Act): Promise<ScriptedSmtp> {
  const acts = new Map<string, Act>();
  const state = { arrived: [] as Arrived[], ambiguous: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onMailFrom(_address, session, done) {
      acts.delete(session.id);
      done();
    },
    onRcptTo({ address }, session, done) {
      const act = script(address);
      acts.set(session.id, act);
      if (act === "refuse recipient") return done(reply(550, "no such user"));
      if (act === "later at recipient") return done(reply(451, "greylisted"));
      if (act === "hang up before data") return hangUp(server, session.id);
      return done();
    },
    onData(stream, session, done) {
      const act = acts.get(session.id) ?? "accept";
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        if (act === "drop in data") hangUp(server, session.id);
      });
      stream.on("end", () => {
        if (act === "drop in data" || act === "stall") return;
        if (act === "refuse data") return done(reply(554, "content refused"));
        if (act === "later at data") return done(reply(452, "disk full"));
        const raw = Buffer.concat(chunks).toString("utf8");
        const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? "";
        state.arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), messageId, raw });
        if (act !== "drop after the final dot") return done();
        state.ambiguous += 1;
        return hangUp(server, session.id);
      });
    },
  });
  // Connections that the script breaks are meant to break.
  server.on("error", () => {});
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  });
}

const reply = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** The package has no public way to break a connection. */
function hangUp(server: SMTPServer, sessionId: string) {
  const connections = (
    server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> }
  ).connections;
  for (const connection of connections)
    // oxlint-disable-next-line no-underscore-dangle -- see above
    if (connection.id === sessionId) connection._socket.destroy();
}
