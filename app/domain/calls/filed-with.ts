import type { Instrument } from "./call-content.ts";

interface Call {
  code: string;
  year: number;
  opensAt: string | null;
  content: { alsoTakes?: string[] | undefined };
}

/**
 * The call with which `call` is filed in its year: one that takes it along, while it has no opening of its own.
 */
export const filedWith = <C extends Call>(call: C, calls: readonly C[]): C | undefined =>
  call.opensAt === null
    ? calls.find(({ year, content }) => year === call.year && content.alsoTakes?.includes(call.code))
    : undefined;

/** The calls of its year that are filed with `call`, in the order in which it names them. */
export const takenBy = <C extends Call>(call: C, calls: readonly C[]): C[] =>
  (call.content.alsoTakes ?? []).flatMap(
    (code) =>
      calls.find((other) => other.code === code && other.year === call.year && other.opensAt === null) ?? [],
  );

interface Supporting {
  content: { instruments: readonly Instrument[] };
  takes: readonly { support: readonly { instrument: Instrument }[] }[];
}

/** What one may ask for in a call: its own instruments, then what only the calls filed with it offer. */
export function offeredInstruments({ content, takes }: Supporting): Instrument[] {
  const offered = new Set(content.instruments);
  for (const { instrument } of takes.flatMap(({ support }) => support)) offered.add(instrument);
  return [...offered];
}
