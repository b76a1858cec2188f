/** Lets through so many a second, evenly: a burst is what makes mail servers refuse. */
export function pacer(perSecond: number): () => Promise<void> {
  const gap = 1000 / perSecond;
  let free = 0;
  return async () => {
    const now = performance.now();
    const mine = Math.max(now, free);
    free = mine + gap;
    if (mine > now) await new Promise((done) => setTimeout(done, mine - now));
  };
}
