/** `pages` of a PDF, where they were counted. */
export type AttachedFile = { id: string; name: string; size: number; pages?: number | undefined };

/** What is known besides the answers when they are checked. */
export type CheckEnv = {
  /** YYYY-MM-DD in Beijing. */
  today: string;
  files: Readonly<Record<string, readonly AttachedFile[]>>;
  confirmedUsccs?: readonly string[];
  /** Paths of amounts that somebody said are meant in 万元, large as they are. */
  confirmedAmounts?: ReadonlySet<string>;
  /** What the call lets one application ask for, by question of money. */
  bounds?: Readonly<Record<string, MoneyBounds>>;
};

/** In fen; null where there is no such limit. */
export interface MoneyBounds {
  readonly minimumFen: number | null;
  readonly maximumFen: number | null;
}
