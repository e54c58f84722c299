import { describe, expect, it } from "vitest";
import type { NetworkNode } from "@/contracts";
import * as edits from "./edits";
import { edgesOf } from "./graph";

const chain = (...ids: string[]): NetworkNode[] => ids.map((id) => ({ id, kind: "relu" }));
const names = (nodes: NetworkNode[]) => nodes.map((node) => node.id);
const wires = (nodes: NetworkNode[]) =>
  edgesOf(nodes).map(({ source, target }) => `${source}>${target}`);
const maximum: edits.MaximumInputs = (kind) => (kind === "add" ? null : 1);

/** a → b → sum, with a skip a → sum; then c. */
const residual: NetworkNode[] = [
  { id: "a", kind: "relu" },
  { id: "b", kind: "relu" },
  { id: "sum", kind: "add", inputs: ["b", "a"] },
  { id: "c", kind: "relu" },
];

describe("insertAfter", () => {
  it("adds to the end of a stack without writing inputs", () => {
    const nodes = edits.insertAfter(chain("a", "b"), { id: "x", kind: "tanh" }, "b");
    expect(nodes).toEqual([...chain("a", "b"), { id: "x", kind: "tanh" }]);
  });

  it("adds between two nodes of a stack", () => {
    const nodes = edits.insertAfter(chain("a", "b"), { id: "x", kind: "tanh" }, "a");
    expect(wires(nodes)).toEqual(["input>a", "a>x", "x>b"]);
    expect(nodes.every((node) => node.inputs === undefined)).toBe(true);
  });

  it("adds at the front, behind the input", () => {
    expect(names(edits.insertAfter(chain("a"), { id: "x", kind: "tanh" }, "input"))).toEqual([
      "x",
      "a",
    ]);
  });

  it("stays on the main path and leaves the skip alone", () => {
    const nodes = edits.insertAfter(residual, { id: "x", kind: "tanh" }, "a");
    expect(wires(nodes)).toEqual(["input>a", "a>x", "x>b", "b>sum", "a>sum", "sum>c"]);
  });

  it("does not change what it was given", () => {
    const before = structuredClone(residual);
    edits.insertAfter(residual, { id: "x", kind: "tanh" }, "a");
    expect(residual).toEqual(before);
  });
});

describe("insertOn", () => {
  it("adds on one connection only", () => {
    const nodes = edits.insertOn(residual, [{ id: "x", kind: "tanh" }], {
      source: "a",
      targets: ["sum"],
    });
    expect(wires(nodes).sort()).toEqual(
      ["a>b", "a>x", "b>sum", "input>a", "sum>c", "x>sum"].sort(),
    );
  });
});

describe("insertOn several wires", () => {
  it("adds on all of them, and a fragment takes what they took", () => {
    const fragment: NetworkNode[] = [
      { id: "x", kind: "relu" },
      { id: "y", kind: "add", inputs: ["x", "input"] },
    ];
    const nodes = edits.insertOn(residual, fragment, { source: "a", targets: ["b", "sum"] });
    expect(wires(nodes).sort()).toEqual(
      ["input>a", "a>x", "x>y", "a>y", "y>b", "b>sum", "y>sum", "sum>c"].sort(),
    );
  });

  it("adds a new end where there are no targets", () => {
    const nodes = edits.insertOn(residual, chain("x"), { source: "c", targets: [] });
    expect(names(nodes).at(-1)).toBe("x");
  });
});

describe("connectThrough", () => {
  it("joins what is taken with what comes, in a merge before the target", () => {
    const merge: NetworkNode = { id: "sum", kind: "add" };
    const nodes = edits.connectThrough(chain("a", "b", "c"), "a", "c", merge);
    expect(wires(nodes)).toEqual(["input>a", "a>b", "b>sum", "a>sum", "sum>c"]);
  });

  it("changes nothing where a wire would close a circle or stands already", () => {
    const merge: NetworkNode = { id: "sum", kind: "add" };
    for (const [source, target] of [
      ["c", "a"],
      ["a", "b"],
      ["a", "a"],
      ["ghost", "a"],
    ] as const) {
      expect(edits.connectThrough(chain("a", "b", "c"), source, target, merge)).toEqual(
        chain("a", "b", "c"),
      );
    }
  });
});

describe("remove", () => {
  it("closes the gap in a stack", () => {
    expect(wires(edits.remove(chain("a", "b", "c"), ["b"], maximum))).toEqual(["input>a", "a>c"]);
  });

  it("gives the input to what followed the first node", () => {
    expect(wires(edits.remove(chain("a", "b"), ["a"], maximum))).toEqual(["input>b"]);
  });

  it("removes several nodes in a row", () => {
    expect(wires(edits.remove(chain("a", "b", "c", "d"), ["b", "c"], maximum))).toEqual([
      "input>a",
      "a>d",
    ]);
  });

  it("gives a single-input consumer of a merge the merge's first input only", () => {
    expect(wires(edits.remove(residual, ["sum"], maximum))).toEqual(["input>a", "a>b", "b>c"]);
  });

  it("never leaves a merge with the same input twice", () => {
    const nodes = edits.remove(residual, ["b"], maximum);
    expect(nodes.find((node) => node.id === "sum")).toEqual({ id: "sum", kind: "add" });
  });

  it("empties a network", () => {
    expect(edits.remove(chain("a"), ["a"], maximum)).toEqual([]);
  });
});

describe("move", () => {
  it("exchanges neighbours in a stack", () => {
    expect(names(edits.moveUp(chain("a", "b", "c"), "b"))).toEqual(["b", "a", "c"]);
    expect(names(edits.moveDown(chain("a", "b", "c"), "b"))).toEqual(["a", "c", "b"]);
  });

  it("refuses at the ends and at a merge", () => {
    expect(edits.canMoveUp(chain("a", "b"), "a")).toBe(false);
    expect(edits.canMoveDown(chain("a", "b"), "b")).toBe(false);
    expect(edits.canMoveUp(residual, "sum")).toBe(false);
  });

  it("moves a node above a merge onto the merge's first branch", () => {
    expect(wires(edits.moveUp(residual, "c")).sort()).toEqual(
      ["a>b", "a>sum", "b>c", "c>sum", "input>a"].sort(),
    );
  });
});

describe("rename", () => {
  it("changes the name wherever it is an input", () => {
    expect(wires(edits.rename(residual, "a", "stem"))).toEqual([
      "input>stem",
      "stem>b",
      "b>sum",
      "stem>sum",
      "sum>c",
    ]);
  });
});

describe("setField", () => {
  it("sets, and takes out with undefined", () => {
    const nodes = edits.setField(chain("a"), "a", "p", 0.2);
    expect(nodes[0]).toEqual({ id: "a", kind: "relu", p: 0.2 });
    expect(edits.setField(nodes, "a", "p", undefined)[0]).toEqual({ id: "a", kind: "relu" });
  });
});

describe("connect and disconnect", () => {
  it("adds an input to a merge", () => {
    const nodes = edits.connect(residual, "input", "sum", maximum);
    expect(nodes.find((node) => node.id === "sum")?.inputs).toEqual(["b", "a", "input"]);
  });

  it("exchanges the input of a node that takes one", () => {
    expect(wires(edits.connect(chain("a", "b", "c"), "a", "c", maximum))).toEqual([
      "input>a",
      "a>b",
      "a>c",
    ]);
  });

  it("refuses what would close a cycle", () => {
    expect(wires(edits.connect(residual, "sum", "b", maximum))).toEqual(wires(residual));
  });

  it("orders the list anew when a connection points backwards", () => {
    const nodes: NetworkNode[] = [
      { id: "sum", kind: "add", inputs: ["input"] },
      { id: "a", kind: "relu", inputs: ["input"] },
    ];
    expect(names(edits.connect(nodes, "a", "sum", maximum))).toEqual(["a", "sum"]);
  });

  it("takes an input from a merge", () => {
    expect(wires(edits.disconnect(residual, "a", "sum"))).toEqual([
      "input>a",
      "a>b",
      "b>sum",
      "sum>c",
    ]);
  });

  it("falls back to the network's input", () => {
    expect(wires(edits.disconnect(chain("a", "b"), "a", "b"))).toEqual(["input>a", "input>b"]);
  });
});
