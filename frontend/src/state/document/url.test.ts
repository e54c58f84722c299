// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { RunSpec } from "@/contracts";
import { BrokenLink, decodeSpec, encodeSpec, readHash, writeHash } from "./url";

const spec: RunSpec = {
  name: "数字 and ü",
  data: { dataset: "digits" },
  network: { nodes: [{ id: "fc1", kind: "linear", out_features: 10 }] },
  loss: { kind: "softmax_cross_entropy" },
  optimizer: { kind: "adam", learning_rate: 0.001 },
};

describe("a document in the address", () => {
  it("comes back as it was", async () => {
    expect(await decodeSpec(await encodeSpec(spec))).toEqual(spec);
  });

  it("uses only characters that need no escaping", async () => {
    expect(await encodeSpec(spec)).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it("refuses what is cut off", async () => {
    const text = await encodeSpec(spec);
    await expect(decodeSpec(text.slice(0, text.length - 12))).rejects.toBeInstanceOf(BrokenLink);
  });

  it("refuses what is no packed text at all", async () => {
    await expect(decodeSpec("%%%")).rejects.toBeInstanceOf(BrokenLink);
    await expect(decodeSpec("")).rejects.toBeInstanceOf(BrokenLink);
  });

  it.each([
    ["a list", [1]],
    ["no nodes", { ...spec, network: {} }],
    ["a node without kind", { ...spec, network: { nodes: [{ id: "a" }] } }],
    [
      "inputs that are no names",
      { ...spec, network: { nodes: [{ id: "a", kind: "b", inputs: [1] }] } },
    ],
    ["no optimizer", { ...spec, optimizer: null }],
  ])("refuses %s", async (_, value) => {
    const text = await encodeSpec(value as RunSpec);
    await expect(decodeSpec(text)).rejects.toBeInstanceOf(BrokenLink);
  });

  it("stops unpacking a link that swells beyond any network", async () => {
    const bomb = await encodeSpec({ ...spec, name: "a".repeat(5_000_000) });
    expect(bomb.length).toBeLessThan(20_000);
    await expect(decodeSpec(bomb)).rejects.toThrow("too long");
  });
});

describe("the hash", () => {
  it("is read and written", () => {
    const whole = { spec: "abc", run: "r-1", arena: "x_y-z", descents: "d_e" };
    expect(readHash("#spec=abc&run=r-1&arena=x_y-z&descents=d_e")).toEqual(whole);
    expect(writeHash(whole)).toBe("#spec=abc&run=r-1&arena=x_y-z&descents=d_e");
    expect(readHash("")).toEqual({ spec: null, run: null, arena: null, descents: null });
    expect(writeHash({ spec: null, run: null, arena: null, descents: null })).toBe("");
  });
});
