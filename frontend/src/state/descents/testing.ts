/** For tests: as much of a catalog as descents look at. */
import type { Catalog } from "@/contracts";

export const catalog = {
  optimizers: [
    { kind: "adam", defaults: { learning_rate: 0.001, beta1: 0.9 } },
    { kind: "sgd", defaults: { learning_rate: 0.1 } },
  ],
  second_order: [{ kind: "bfgs", defaults: { c1: 1e-4 } }],
  surfaces: [
    {
      kind: "quadratic",
      x_range: [-10, 10],
      y_range: [-5, 5],
      starts: [[-7, 2]],
      learning_rates: { sgd: 0.95, adam: 0.3 },
    },
    {
      kind: "beale",
      x_range: [-4.5, 4.5],
      y_range: [-4.5, 4.5],
      starts: [[1, 1]],
      learning_rates: { sgd: 0.02 },
    },
  ],
} as unknown as Catalog;
