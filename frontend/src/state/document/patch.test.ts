import { describe, expect, it } from "vitest";
import { type Change, patched } from "./patch";

const change = (op: Change["op"], path: string, value: unknown = null): Change => ({
  op,
  path,
  value,
});

describe("patched", () => {
  const document = { nodes: [{ id: "a" }, { id: "b" }], "a/b": { "~": 1 } };

  it("adds, replaces and removes, and leaves what it was given", () => {
    const before = structuredClone(document);
    expect(
      patched(document, [
        change("add", "/nodes/1", { id: "x" }),
        change("replace", "/nodes/2/id", "y"),
        change("remove", "/nodes/0"),
        change("add", "/nodes/2", { id: "z" }),
        change("add", "/a~1b/~0", 2),
      ]),
    ).toEqual({ nodes: [{ id: "x" }, { id: "y" }, { id: "z" }], "a/b": { "~": 2 } });
    expect(document).toEqual(before);
  });

  it.each([
    change("remove", "/nodes/2"),
    change("add", "/nodes/3", {}),
    change("add", "/nodes/x", {}),
    change("replace", "/nodes/0/kind", "relu"),
    change("remove", "/loss"),
    change("add", "/loss/kind", "huber"),
    change("add", "/nodes/0/id/x", 1),
    change("add", "", 1),
  ])("refuses what is not there: %j", (one) => {
    expect(() => patched(document, [one])).toThrow();
  });

  it("changes nothing but the document", () => {
    const result = patched<Record<string, unknown>>({}, [
      change("add", "/__proto__", { polluted: true }),
    ]);
    expect(Object.hasOwn(result, "__proto__")).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(() => patched({}, [change("add", "/constructor/prototype/polluted", 1)])).toThrow();
  });
});
