import { describe, expect, it } from "vitest";
import { type Slice, ThinnedHistory } from "./thinning";

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function steps(history: ThinnedHistory<Slice>): number[] {
  return history.slices().map(({ step }) => step);
}

describe("ThinnedHistory", () => {
  it("keeps the first, the newest, the order and the bound, whatever the cadence", () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const random = generator(seed);
      const capacity = 2 + Math.floor(random() * 40);
      const history = new ThinnedHistory(capacity);
      const cadence = 1 + random() * 50;
      let step = 0;
      for (let count = 0; count < 400; count += 1) {
        history.add({ step });
        const kept = steps(history);
        const isInOrder = kept.every(
          (value, place) => place === 0 || value > (kept[place - 1] ?? 0),
        );
        const holds =
          kept[0] === 0 && kept.at(-1) === step && kept.length <= capacity + 1 && isInOrder;
        if (!holds) expect.fail(`seed ${seed}, step ${step}: ${kept.join()}`);
        step += 1 + Math.floor(random() ** 3 * cadence);
      }
    }
  });

  it("stays spread over the run: no gap is more than four times the fair one", () => {
    for (const interval of [1, 7, 25]) {
      const history = new ThinnedHistory(48);
      for (let step = 0; step <= 5000 * interval; step += interval) {
        history.add({ step });
        const kept = steps(history);
        if (kept.length < 24) continue;
        const fair = step / (kept.length - 1);
        const widest = Math.max(...kept.slice(1).map((value, place) => value - (kept[place] ?? 0)));
        expect(widest).toBeLessThanOrEqual(4 * fair);
      }
      expect(steps(history).length).toBeGreaterThanOrEqual(24);
    }
  });

  it("drops exactly every second slice of an even cadence", () => {
    const history = new ThinnedHistory(4);
    for (const step of [0, 10, 20, 30, 40]) history.add({ step });
    expect(steps(history)).toEqual([0, 20, 40]);
    history.add({ step: 50 });
    expect(steps(history)).toEqual([0, 20, 40, 50]);
    history.add({ step: 60 });
    expect(steps(history)).toEqual([0, 20, 40, 60]);
  });

  it("passes over what is not newer", () => {
    const history = new ThinnedHistory(4);
    history.add({ step: 5 });
    history.add({ step: 5 });
    history.add({ step: 3 });
    expect(steps(history)).toEqual([5]);
  });
});
