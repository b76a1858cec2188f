/**
 * Parts of the graph of applications and reviewers, joined where one reviewed the other. Scores of different parts
 * have nothing in common: who is harsh and what is good cannot be told apart between them.
 */
export interface ConnectedParts {
  count: number;
  /** Part of each application, 0 upwards; −1 for one without reviews. */
  ofApplication: Int32Array;
}

export function connectedParts(
  applications: number,
  reviewers: number,
  pairs: { application: ArrayLike<number>; reviewer: ArrayLike<number> },
): ConnectedParts {
  const parent = Int32Array.from({ length: applications + reviewers }, (_, index) => index);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const reviewed = new Uint8Array(applications);
  for (let index = 0; index < pairs.application.length; index += 1) {
    const application = pairs.application[index]!;
    reviewed[application] = 1;
    parent[root(application)] = root(applications + pairs.reviewer[index]!);
  }
  const names = new Map<number, number>();
  const ofApplication = Int32Array.from({ length: applications }, (_, application) => {
    if (reviewed[application] === 0) return -1;
    const own = root(application);
    if (!names.has(own)) names.set(own, names.size);
    return names.get(own)!;
  });
  return { count: names.size, ofApplication };
}
