// @vitest-environment node
import { describe, expect, it } from "vitest";
import { BrokenLink, pack } from "../document/url";
import type { DescentsContent } from "./content";
import { decodeDescents, encodeDescents } from "./link";
import { catalog } from "./testing";

describe("the address", () => {
  it("brings back what was written", async () => {
    const schedule = { kind: "cosine" };
    const content: DescentsContent = {
      surface: "beale",
      start: [2, -1],
      steps: 120,
      entrants: {
        adam: { isOn: false, optimizer: { kind: "adam" }, schedule },
        sgd: { isOn: true, optimizer: { kind: "sgd", learning_rate: 0.02 }, schedule },
        bfgs: { isOn: true, optimizer: { kind: "bfgs", c1: 0.2 }, schedule: { kind: "constant" } },
      },
    };
    const read = await decodeDescents(await encodeDescents(content), catalog);
    expect(read).toMatchObject({ surface: "beale", start: [2, -1], steps: 120 });
    const on = Object.values(read.entrants).filter(({ isOn }) => isOn);
    expect(on.map(({ optimizer }) => optimizer)).toEqual([
      { kind: "sgd", learning_rate: 0.02 },
      { kind: "bfgs", c1: 0.2 },
    ]);
    expect(read.entrants.sgd?.schedule).toEqual(schedule);
  });

  it("is refused where it holds anything else", async () => {
    const whole = { surface: "beale", start: [0, 0], steps: 5, descents: [] };
    const sgd = { optimizer: { kind: "sgd" }, schedule: { kind: "constant" } };
    expect((await decodeDescents(await pack({ ...whole, descents: [sgd] }), catalog)).steps).toBe(
      5,
    );
    for (const change of [
      { surface: "nowhere" },
      { start: [0] },
      { start: ["0", 0] },
      { steps: 0.5 },
      { steps: 10_000 },
      { descents: [{ optimizer: { kind: "sgd" } }] },
      { descents: [{ ...sgd, optimizer: { kind: "lbfgs" } }] },
      { descents: null },
    ]) {
      const text = await pack({ ...whole, ...change });
      await expect(decodeDescents(text, catalog)).rejects.toThrow(BrokenLink);
    }
  });
});
