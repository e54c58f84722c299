// @vitest-environment node
import { describe, expect, it } from "vitest";
import { BrokenLink, pack } from "../document/url";
import { makeVariant } from "./arenaStore";
import { applyChanges, type Change } from "./changes";
import { decodeArena, encodeArena } from "./link";
import { catalog, spec } from "./testing";

const tanh: Change = { setting: "activation", value: "tanh" };

describe("the arena in the address", () => {
  it("brings back what was written", async () => {
    const variants = [
      makeVariant(spec, []),
      makeVariant(applyChanges(spec, [tanh], catalog), [tanh]),
      makeVariant({ ...spec, seed: 12 }, [], "the mend"),
    ];
    const text = await encodeArena({ base: spec, variants, perGroup: 4 });
    const read = await decodeArena(text ?? "", catalog);
    expect({ base: read.base, perGroup: read.perGroup }).toEqual({ base: spec, perGroup: 4 });
    expect(read.variants.map(({ title, changes, spec: one }) => ({ title, changes, one }))).toEqual(
      variants.map(({ title, changes, spec: one }) => ({ title, changes, one })),
    );
    expect(await encodeArena({ base: null, variants: [], perGroup: 8 })).toBeNull();
  });

  it("is refused where it holds anything else", async () => {
    const broken = [
      "not-an-arena",
      await pack({ base: spec }),
      await pack({ base: spec, variants: [] }),
      await pack({ base: spec, variants: Array(17).fill({ changes: [] }) }),
      await pack({ base: spec, variants: [{ changes: [{ setting: "sleep" }] }] }),
      await pack({ base: spec, variants: [{ changes: [], title: "x", spec: {} }] }),
      await pack({ base: {}, variants: [{ changes: [] }] }),
    ];
    for (const text of broken) {
      await expect(decodeArena(text, catalog)).rejects.toThrow(BrokenLink);
    }
  });
});
