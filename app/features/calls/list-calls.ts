import type { CallContent } from "#app/domain/calls/call-content.ts";
import { callReference } from "#app/domain/calls/call-reference.ts";
import { type CallState, callState } from "#app/domain/calls/call-state.ts";
import { filedWith, takenBy } from "#app/domain/calls/filed-with.ts";
import type { Context } from "#app/features/context.ts";

export interface CallSummary {
  id: string;
  code: string;
  year: number;
  /** How addresses name it: `C5`, or `C5-2025` once a later year has the same code. */
  reference: string;
  title: { zh: string; en: string };
  content: CallContent;
  opensAt: string | null;
  closesAt: string | null;
  formVersionId: string | null;
  rubricVersionId: string | null;
  state: CallState;
  /** The call to file with this year instead of this one. */
  filedWith: NamedCall | undefined;
  /** The calls that are filed with this one. */
  takes: NamedCall[];
}

export interface NamedCall extends Pick<CallSummary, "code" | "reference" | "title" | "rubricVersionId"> {
  support: CallContent["support"];
}

/** Every call the public knows of, those one can act on first: by state, then by closing time. */
export async function listCalls(ctx: Context): Promise<CallSummary[]> {
  const rows = await ctx.db.read
    .selectFrom("call")
    .select(["id", "code", "year", "title_zh", "title_en", "version"])
    .select(["opens_at", "closes_at", "review_started_at", "published_at"])
    .select(["form_version_id", "rubric_version_id"])
    .where("listed", "=", 1)
    .orderBy("year", "desc")
    .orderBy("code")
    .execute();
  const contents = await contentsOf(ctx, rows);
  const calls = rows.map((row, i) => ({
    id: row.id,
    code: row.code,
    year: row.year,
    reference: callReference(row, rows),
    formVersionId: row.form_version_id,
    rubricVersionId: row.rubric_version_id,
    title: { zh: row.title_zh, en: row.title_en },
    content: contents[i]!,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    state: callState(
      {
        opensAt: row.opens_at,
        closesAt: row.closes_at,
        reviewStartedAt: row.review_started_at,
        publishedAt: row.published_at,
      },
      ctx.now,
    ),
  }));
  return calls
    .map((call) => ({
      ...call,
      filedWith: named(filedWith(call, calls)),
      takes: takenBy(call, calls).map(nameOf),
    }))
    .sort(byUsefulness);
}

type Nameable = Omit<NamedCall, "support"> & Pick<CallSummary, "content">;

const nameOf = ({ code, reference, title, rubricVersionId, content: { support } }: Nameable): NamedCall => ({
  ...{ code, reference, title, rubricVersionId, support },
});

const named = (call: Nameable | undefined): NamedCall | undefined => call && nameOf(call);

const rank: Record<CallState, number> = {
  closing_soon: 0,
  open: 1,
  not_open: 2,
  closed: 3,
  in_review: 3,
  published: 4,
};

function byUsefulness(a: CallSummary, b: CallSummary): number {
  if (rank[a.state] !== rank[b.state]) return rank[a.state] - rank[b.state];
  const closes = (a.closesAt ?? "9").localeCompare(b.closesAt ?? "9");
  return closes || codeNumber(a.code) - codeNumber(b.code);
}

const codeNumber = (code: string): number => Number(code.slice(1));

// Content changes only with the row's version; reading it on every page view would be the page's largest cost.
const known = new Map<string, CallContent>();

interface Versioned {
  id: string;
  version: number;
}

async function contentsOf(ctx: Context, rows: readonly Versioned[]): Promise<CallContent[]> {
  const key = ({ id, version }: Versioned) => `${id}:${version}`;
  const missing = rows.filter((row) => !known.has(key(row)));
  if (missing.length > 0) {
    if (known.size > 500) known.clear();
    const found = await ctx.db.read
      .selectFrom("call")
      .select(["id", "version", "content"])
      .where(
        "id",
        "in",
        rows.map(({ id }) => id),
      )
      .execute();
    for (const row of found) known.set(key(row), JSON.parse(row.content) as CallContent);
    // A row that moved on between the two reads is shown with what was found now.
    for (const row of rows) {
      const newer = found.find(({ id }) => id === row.id);
      if (newer && !known.has(key(row))) known.set(key(row), known.get(key(newer))!);
    }
  }
  return rows.map((row) => known.get(key(row))!);
}
