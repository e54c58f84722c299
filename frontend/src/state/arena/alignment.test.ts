import { describe, expect, it } from "vitest";
import type { NetworkNode } from "@/contracts";
import { alignLayers } from "./alignment";

const families: Record<string, string> = {
  linear: "weights",
  relu: "activation",
  tanh: "activation",
  batch_norm: "regularisation",
  dropout: "regularisation",
};

function network(...written: string[]): NetworkNode[] {
  return written.map((text) => {
    const [id = "", kind = ""] = text.split(":");
    return { id, kind };
  });
}

function columns(...networks: NetworkNode[][]): (string | null)[][] {
  const aligned = alignLayers(networks, (kind) => families[kind] ?? "shape");
  return aligned.map(({ nodes }) => nodes.map((node) => node?.id ?? null));
}

const plain = network("fc1:linear", "relu1:relu", "fc2:linear", "relu2:relu", "fc3:linear");

describe("alignLayers", () => {
  it("puts nodes of one name together", () => {
    expect(columns(plain, plain)).toEqual(plain.map(({ id }) => [id, id]));
    expect(columns()).toEqual([]);
  });

  it("puts another activation beside the one whose place it took", () => {
    const other = network("fc1:linear", "tanh1:tanh", "fc2:linear", "tanh2:tanh", "fc3:linear");
    expect(columns(plain, other)).toEqual([
      ["fc1", "fc1"],
      ["relu1", "tanh1"],
      ["fc2", "fc2"],
      ["relu2", "tanh2"],
      ["fc3", "fc3"],
    ]);
  });

  it("gives a layer that only one network has a column of its own, where it stands", () => {
    const normal = network(
      "fc1:linear",
      "norm1:batch_norm",
      "relu1:relu",
      "fc2:linear",
      "norm2:batch_norm",
      "relu2:relu",
      "fc3:linear",
    );
    const dropped = network(
      "fc1:linear",
      "relu1:relu",
      "drop1:dropout",
      "fc2:linear",
      "relu2:relu",
      "fc3:linear",
    );
    expect(columns(plain, normal, dropped)).toEqual([
      ["fc1", "fc1", "fc1"],
      [null, "norm1", null],
      ["relu1", "relu1", "relu1"],
      [null, null, "drop1"],
      ["fc2", "fc2", "fc2"],
      [null, "norm2", null],
      ["relu2", "relu2", "relu2"],
      ["fc3", "fc3", "fc3"],
    ]);
  });

  it("keeps every node once where layers have changed places", () => {
    const moved = network("fc2:linear", "relu1:relu", "fc1:linear", "new1:tanh");
    const aligned = columns(plain, moved);
    const second = aligned.flatMap(([, id]) => id ?? []);
    expect(second.sort()).toEqual(["fc1", "fc2", "new1", "relu1"]);
    expect(
      aligned.filter(([one, other]) => one !== null && other !== null && one !== other),
    ).toEqual([["relu2", "new1"]]);
  });
});
