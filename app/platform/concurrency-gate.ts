export interface ConcurrencyGate {
  /** Resolves when there is room; call what it returns to leave. */
  enter(): Promise<() => void>;
  readonly inside: number;
  readonly waiting: number;
}

/** Lets `limit` jobs run at once and keeps the others waiting in order. */
export function concurrencyGate(limit: number): ConcurrencyGate {
  const queue: (() => void)[] = [];
  let inside = 0;

  const leaveOnce = () => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = queue.shift();
      if (next) next();
      else inside -= 1;
    };
  };

  return {
    async enter() {
      if (inside < limit) inside += 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      return leaveOnce();
    },
    get inside() {
      return inside;
    },
    get waiting() {
      return queue.length;
    },
  };
}
