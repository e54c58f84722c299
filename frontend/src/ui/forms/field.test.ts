import { describe, expect, it } from "vitest";
import { boundsProblem, readField, stepped } from "./field";

const open = { minimum: null, maximum: null, exclusiveMinimum: null, exclusiveMaximum: null };

describe("readField", () => {
  it("reads a bounded integer", () => {
    const field = readField("out_channels", { type: "integer", minimum: 1, title: "Filters" });
    expect(field).toMatchObject({ type: "number", whole: true, title: "Filters", nullable: false });
    expect(field).toMatchObject({ bounds: { minimum: 1, maximum: null } });
  });

  it("reads a size of one or two numbers", () => {
    const branches = [{ type: "integer", minimum: 1 }, { type: "array" }];
    expect(readField("stride", { anyOf: branches, minimum: 1, "x-size": 2 })).toMatchObject({
      type: "size",
      nullable: false,
      bounds: { minimum: 1 },
    });
  });

  it("reads a size that may be empty, with the outer title", () => {
    const size = { anyOf: [{ type: "integer" }, { type: "array" }], minimum: 1, "x-size": 2 };
    const field = readField("stride", { anyOf: [size, { type: "null" }], title: "Stride" });
    expect(field).toMatchObject({ type: "size", nullable: true, title: "Stride" });
  });

  it("reads the words that may stand in a size's place", () => {
    const size = { anyOf: [{ type: "integer" }, { enum: ["same"] }], minimum: 0, "x-size": 2 };
    expect(readField("padding", { ...size, "x-words": ["same"] })).toMatchObject({
      type: "size",
      words: ["same"],
    });
    expect(readField("padding", size)).toMatchObject({ words: [] });
  });

  it("reads whole numbers in a row", () => {
    const items = { type: "integer", minimum: -1 };
    expect(readField("shape", { type: "array", items, minItems: 1, maxItems: 4 })).toMatchObject({
      type: "numbers",
      bounds: { minimum: -1 },
      atLeast: 1,
      atMost: 4,
    });
  });

  it("reads numbers in a row that need not be whole", () => {
    const items = { type: "number", minimum: 0, maximum: 1000 };
    expect(readField("factors", { type: "array", items, minItems: 2 })).toMatchObject({
      type: "numbers",
      whole: false,
      bounds: { minimum: 0, maximum: 1000 },
    });
  });

  it("reads a number that may be empty, and what that means", () => {
    const branches = [{ type: "number", exclusiveMinimum: 0 }, { type: "null" }];
    expect(readField("max_norm", { anyOf: branches, "x-empty": "no bound" })).toMatchObject({
      type: "number",
      nullable: true,
      empty: "no bound",
      bounds: { exclusiveMinimum: 0 },
    });
    expect(readField("stride", { anyOf: branches })).toMatchObject({ empty: null });
  });

  it("reads a choice among kinds, an enum, a switch and a logarithmic number", () => {
    expect(readField("weight_init", { "x-kind-of": "initializers" })).toMatchObject({
      type: "kind",
      list: "initializers",
    });
    expect(readField("mode", { enum: ["a", "b"], type: "string" })).toMatchObject({
      type: "choice",
      choices: [
        { value: "a", title: "a" },
        { value: "b", title: "b" },
      ],
    });
    expect(readField("mode", { enum: ["a"], "x-titles": { a: "Alpha" } })).toMatchObject({
      choices: [{ value: "a", title: "Alpha" }],
    });
    expect(readField("bias", { type: "boolean" }).type).toBe("boolean");
    expect(readField("rate", { type: "number", "x-scale": "log" })).toMatchObject({
      logarithmic: true,
      whole: false,
    });
  });
});

describe("boundsProblem", () => {
  it.each([
    [0, true, { ...open, minimum: 1 }, ["ui:number.atLeast", 1]],
    [1.5, true, open, ["ui:number.wholeNeeded"]],
    [0, false, { ...open, exclusiveMinimum: 0 }, ["ui:number.moreThan", 0]],
    [1, false, { ...open, exclusiveMaximum: 1 }, ["ui:number.lessThan", 1]],
    [3, false, { ...open, maximum: 2 }, ["ui:number.atMost", 2]],
    [Number.NaN, false, open, ["ui:number.needed"]],
    [1, true, { ...open, minimum: 1, maximum: 1 }, null],
  ])("%s, whole %s", (value, whole, bounds, expected) => {
    const problem = boundsProblem(value, whole, bounds);
    expect(problem && [problem.key, ...Object.values(problem.figures ?? {})]).toEqual(expected);
  });
});

describe("stepped", () => {
  it("climbs 1, 2, 5 on a logarithmic scale", () => {
    const scale = { whole: false, logarithmic: true, bounds: open };
    expect(stepped(0.001, 1, scale)).toBe(0.002);
    expect(stepped(0.002, 1, scale)).toBe(0.005);
    expect(stepped(0.005, 1, scale)).toBe(0.01);
    expect(stepped(0.001, -1, scale)).toBe(0.0005);
    expect(stepped(0.003, -1, scale)).toBe(0.002);
  });

  it("counts whole numbers, and moves shares by twentieths", () => {
    expect(stepped(3, -1, { whole: true, logarithmic: false, bounds: open })).toBe(2);
    const share = { whole: false, logarithmic: false, bounds: { ...open, maximum: 1 } };
    expect(stepped(0.5, 1, share)).toBe(0.55);
  });
});
