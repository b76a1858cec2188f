import type { MixedModel, Solved } from "./mixed-model.ts";
import type { WeightedFit } from "./posterior-draws.ts";

const steps = 14;

/**
 * With few applications the variances themselves are uncertain: a grid over both λ, flat between 0 and three times
 * the fitted value (at least 2), weighted by the restricted likelihood. Plug-in would be overconfident.
 */
export function weighVariances(model: MixedModel, fitted: Solved): WeightedFit[] {
  const cells = gridTo(fitted.lambdaA).flatMap((lambdaA) =>
    gridTo(fitted.lambdaB).map((lambdaB) => model.at(lambdaA, lambdaB)),
  );
  const least = Math.min(...cells.map(({ criterion }) => criterion));
  const weights = cells.map(({ criterion }) => Math.exp((least - criterion) / 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return cells.map((solved, index) => ({ solved, share: weights[index]! / sum }));
}

function gridTo(fitted: number): number[] {
  const most = Math.max(3 * fitted, 2);
  return Array.from({ length: steps }, (_, step) => ((step + 0.5) / steps) * most);
}
