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
