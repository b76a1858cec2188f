/**
 * The calls of the demonstration's round that are open at its end, by how many days later each closes. C3 is
 * filed with C2, C4 with C5, C8 and C9 with C7.
 */
export const openCalls: readonly { code: string; closesInDays: number }[] = [
  { code: "C5", closesInDays: 30 },
  { code: "C6", closesInDays: 4 },
  { code: "C12", closesInDays: 16 },
  { code: "C11", closesInDays: 23 },
  { code: "C1", closesInDays: 37 },
  { code: "C2", closesInDays: 44 },
  { code: "C7", closesInDays: 51 },
  { code: "C10", closesInDays: 65 },
];
