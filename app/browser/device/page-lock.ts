const nameOf = (id: string): string => `draft-page-${id}`;

/** While the page lives no other tab sends what it keeps. */
export function holdWhileOpen(id: string): void {
  void navigator.locks?.request(nameOf(id), () => new Promise<never>(() => {}));
}

/** Runs the work if the page that kept something is gone; false when it lives, or another tab is at it. */
export async function onceGone(id: string, work: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) return false;
  return await navigator.locks.request(nameOf(id), { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}
