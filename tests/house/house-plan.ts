/** The house plan as data: which room may import which (downstairs, never sideways). */
const floor: Record<string, readonly string[]> = {
  // The frame around every page and the list of doors.
  frame: ["routes", "http", "ui", "i18n", "domain"],
  routes: ["http", "ui", "features", "i18n", "domain"],
  server: ["http", "worker", "platform", "features", "db", "domain"],
  worker: ["features", "i18n", "domain", "platform", "emails"],
  cli: ["features", "domain", "platform", "db", "i18n"],
  // Scripts that enhance a page in the browser.
  browser: ["i18n", "domain"],
  http: ["features", "i18n", "domain", "platform"],
  ui: ["i18n", "domain"],
  // Letters are previewed exactly as they go out, so features may render an email.
  features: ["domain", "analysis", "platform", "db", "emails"],
  i18n: ["domain"],
  domain: [],
  analysis: [],
  platform: ["db"],
  // Mails say dates, money and reasons in the same words as pages.
  emails: ["i18n", "domain"],
  db: [],
};

const domainOrder = [
  "shared",
  "audit",
  "accounts",
  "companies",
  "calls",
  "forms",
  "applications",
  "reviews",
  "decisions",
  "notifications",
];

export interface Room {
  room: string;
  /** Noun of a feature or domain, audience of a route; empty for files at the top of the room. */
  part: string;
}

/** Which room a source file stands in; null for tests, scripts and packages. */
export function roomOf(path: string): Room | null {
  const file = path.replace(/^tests\/house\/planted\//, "");
  const [top = "", room = "", ...rest] = file.split("/");
  if (top === "db" || top === "emails") return { room: top, part: "" };
  if (top !== "app") return null;
  if (rest.length === 0) return { room: "frame", part: "" };
  return { room, part: rest.length > 1 ? (rest[0] ?? "") : "" };
}

/** Why `from` may not import `to`, or null when it may. */
export function breach(from: string, to: string): string | null {
  const source = roomOf(from);
  const target = roomOf(to);
  if (!source || !target) return null;
  if (source.room !== target.room)
    return floor[source.room]?.includes(target.room) ? null : `${source.room} may not import ${target.room}`;
  switch (source.room) {
    case "routes":
      return sideways(source, target, "audiences of routes do not import each other");
    case "features":
      return target.part === "" ? null : sideways(source, target, "feature nouns do not import each other");
    case "domain":
      return domainOrder.indexOf(target.part) <= domainOrder.indexOf(source.part)
        ? null
        : `domain/${source.part} comes before domain/${target.part}`;
    default:
      return null;
  }
}

const sideways = (source: Room, target: Room, sentence: string): string | null =>
  source.part === target.part || source.part === "" ? null : sentence;

export const rooms = Object.keys(floor);
export const domainNouns = domainOrder;
