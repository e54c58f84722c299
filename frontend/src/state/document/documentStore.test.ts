import { beforeEach, describe, expect, it } from "vitest";
import type { Catalog, LayerEntry, RunSpec } from "@/contracts";
import { catalogStore } from "./catalogStore";
import {
  addLayer,
  documentStore,
  duplicateNode,
  insertLayer,
  loadPreset,
  open,
  redoEdit,
  removeNodes,
  renameNode,
  select,
  setComponent,
  setNodeField,
  specOf,
  undoEdit,
} from "./documentStore";

function layer(kind: string, prefix: string, required: string[], maximum: number | null = 1) {
  return {
    kind,
    title: kind,
    family: "weights",
    sentence: "",
    formula: "",
    source: "",
    schema: { properties: Object.fromEntries(required.map((name) => [name, { type: "integer" }])) },
    defaults: {},
    required,
    inputs: { minimum: 1, maximum },
    id_prefix: prefix,
    trains: true,
    has_curve: false,
  } satisfies LayerEntry;
}

const spec: RunSpec = {
  data: { dataset: "digits" },
  network: { nodes: [{ id: "flat1", kind: "flatten" }] },
  loss: { kind: "softmax_cross_entropy" },
  optimizer: { kind: "adam", learning_rate: 0.001 },
};

const state = () => documentStore.getState();
const nodes = () => specOf(state()).network.nodes;
const names = () => nodes().map((node) => node.id);

beforeEach(() => {
  catalogStore.setState({
    catalog: {
      layers: [layer("flatten", "flat", []), layer("linear", "fc", ["out_features"])],
    } as unknown as Catalog,
  });
  open(spec);
});

describe("the document", () => {
  it("adds layers at the end with fresh names and selects them", () => {
    addLayer("linear");
    addLayer("linear");
    expect(names()).toEqual(["flat1", "fc1", "fc2"]);
    expect(state().selection).toEqual(["fc2"]);
    expect(nodes()[1]).toMatchObject({
      kind: "linear",
      out_features: expect.any(Number) as number,
    });
  });

  it("adds behind the selected node", () => {
    addLayer("linear");
    select("flat1");
    addLayer("linear");
    expect(names()).toEqual(["flat1", "fc2", "fc1"]);
  });

  it("adds in front when the input is selected", () => {
    select("input");
    addLayer("linear");
    expect(names()).toEqual(["fc1", "flat1"]);
  });

  it("inserts on a connection", () => {
    insertLayer("linear", "input", "flat1");
    expect(names()).toEqual(["fc1", "flat1"]);
  });

  it("refuses a kind that the catalog lacks", () => {
    expect(() => addLayer("quantum")).toThrow('no layer "quantum"');
  });

  it("duplicates, renames, removes, and undoes all of it", () => {
    addLayer("linear");
    duplicateNode("fc1");
    renameNode("fc2", "head");
    expect(names()).toEqual(["flat1", "fc1", "head"]);
    removeNodes("fc1");
    expect(names()).toEqual(["flat1", "head"]);
    for (let edit = 0; edit < 4; edit += 1) undoEdit();
    expect(specOf(state())).toEqual(spec);
    redoEdit();
    expect(names()).toEqual(["flat1", "fc1"]);
  });

  it("undoes the figures of one number together", () => {
    addLayer("linear");
    setNodeField("fc1", "out_features", 1);
    setNodeField("fc1", "out_features", 12);
    setNodeField("fc1", "out_features", 128);
    expect(nodes()[1]?.out_features).toBe(128);
    undoEdit();
    expect(nodes()[1]?.out_features).toBe(16);
  });

  it("leaves what did not change as it was, so that nothing is checked twice", () => {
    const before = specOf(state());
    setComponent("optimizer", { kind: "sgd" });
    expect(specOf(state()).network).toBe(before.network);
    expect(specOf(state()).optimizer).toEqual({ kind: "sgd" });
  });

  it("can undo a preset", () => {
    loadPreset({ ...spec, name: "other", network: { nodes: [] } });
    expect(names()).toEqual([]);
    undoEdit();
    expect(names()).toEqual(["flat1"]);
  });
});
