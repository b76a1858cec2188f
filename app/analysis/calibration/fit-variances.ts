import { MixedModel, type Solved } from "./mixed-model.ts";

const largest = 50;

/**
 * λa and λb of the smallest REML criterion. A bound at 0 is allowed exactly: panels without constant bias are real,
 * and then calibration must come down to plain shrinkage.
 */
export function fitVariances(model: MixedModel): Solved {
  const at = (x: number, y: number) => model.at(fromLog(x), fromLog(y));
  const inside = minimise2(at, [Math.log(0.7), Math.log(0.5)]);
  const withoutReviewers = minimise1((x) => model.at(fromLog(x), 0));
  const withoutApplications = minimise1((y) => model.at(0, fromLog(y)));
  const candidates = [model.at(0, 0), withoutReviewers, withoutApplications, inside];
  // The simpler one unless the other is plainly better: a bias of 1e-9 is none.
  return candidates.reduce((best, each) => (each.criterion < best.criterion - 1e-7 ? each : best));
}

const fromLog = (value: number): number => Math.min(Math.exp(value), largest);

/** Golden section over the logarithm of one λ. */
function minimise1(at: (x: number) => Solved): Solved {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(1e-3), Math.log(largest)];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [at(left), at(right)];
  while (high - low > 1e-6) {
    if (atLeft.criterion < atRight.criterion) {
      high = right;
      [right, atRight] = [left, atLeft];
      left = high - ratio * (high - low);
      atLeft = at(left);
    } else {
      low = left;
      [left, atLeft] = [right, atRight];
      right = low + ratio * (high - low);
      atRight = at(right);
    }
  }
  return atLeft.criterion < atRight.criterion ? atLeft : atRight;
}

interface Corner {
  x: number;
  y: number;
  solved: Solved;
}

/** Nelder and Mead's simplex over the logarithms of both. */
function minimise2(at: (x: number, y: number) => Solved, [x, y]: readonly [number, number]): Solved {
  const corner = (cx: number, cy: number): Corner => ({ x: cx, y: cy, solved: at(cx, cy) });
  let corners = [corner(x, y), corner(x + 0.5, y), corner(x, y + 0.5)];
  for (let round = 0; round < 200; round += 1) {
    corners.sort((a, b) => a.solved.criterion - b.solved.criterion);
    const [best, middle, worst] = corners as [Corner, Corner, Corner];
    if (worst.solved.criterion - best.solved.criterion < 1e-8 * Math.max(1, Math.abs(best.solved.criterion)))
      break;
    const [mx, my] = [(best.x + middle.x) / 2, (best.y + middle.y) / 2];
    const along = (step: number) => corner(mx + step * (worst.x - mx), my + step * (worst.y - my));
    const reflected = along(-1);
    let next = reflected;
    if (isBelow(reflected, best)) {
      const expanded = along(-2);
      if (isBelow(expanded, reflected)) next = expanded;
    } else if (!isBelow(reflected, middle)) {
      const contracted = isBelow(reflected, worst) ? along(-0.5) : along(0.5);
      next = contracted;
      if (!isBelow(contracted, isBelow(reflected, worst) ? reflected : worst)) {
        corners = [
          best,
          ...[middle, worst].map((each) => corner((best.x + each.x) / 2, (best.y + each.y) / 2)),
        ];
        continue;
      }
    }
    corners = [best, middle, next];
  }
  return corners.reduce((best, each) => (isBelow(each, best) ? each : best)).solved;
}

const isBelow = (one: Corner, other: Corner): boolean => one.solved.criterion < other.solved.criterion;
