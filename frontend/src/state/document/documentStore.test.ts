import { beforeEach, describe, expect, it } from "vitest";
import type { Catalog, LayerEntry, RunSpec } from "@/contracts";
import { catalogStore } from "./catalogStore";
import {
  documentStore,
  loadPreset,
  open,
  redoEdit,
  select,
  setComponent,
  specOf,
  undoEdit,
} from "./documentStore";
import {
  addLayer,
  applyMend,
  connectThrough,
  copyLayers,
  duplicateNodes,
  insertLayer,
  pasteLayers,
  removeNodes,
  renameNode,
  setNodeField,
} from "./networkActs";
import { canMove, moveNodes } from "./moving";
import { viewStore } from "./viewStore";

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
      layers: [
        layer("flatten", "flat", []),
        layer("linear", "fc", ["out_features"]),
        layer("add", "add", [], null),
      ],
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
    insertLayer("linear", { source: "input", targets: ["flat1"] });
    expect(names()).toEqual(["fc1", "flat1"]);
  });

  it("refuses a kind that the catalog lacks", () => {
    expect(() => addLayer("quantum")).toThrow('no layer "quantum"');
  });

  it("duplicates, renames, removes, and undoes all of it", () => {
    addLayer("linear");
    duplicateNodes("fc1");
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

  it("keeps the selection over undo as far as it is still there", () => {
    addLayer("linear");
    select("flat1", "fc1");
    undoEdit();
    expect(state().selection).toEqual(["flat1"]);
  });

  it("does nothing that could be undone where nothing changes", () => {
    const before = state().history;
    setNodeField("flat1", "absent", undefined);
    moveNodes(["flat1"], { source: "flat1", targets: [] });
    connectThrough("add", "flat1", "flat1");
    expect(state().history).toBe(before);
  });

  it("joins the selected layers when a merge is added", () => {
    addLayer("linear");
    addLayer("linear");
    select("flat1", "fc2");
    addLayer("add");
    expect(nodes().at(-1)).toEqual({ id: "add1", kind: "add", inputs: ["fc2", "flat1"] });
  });

  it("adds on the wire that is selected", () => {
    addLayer("linear");
    select();
    viewStore.setState({ wires: new Map([["w", { source: "flat1", targets: ["fc1"] }]]) });
    addLayer("flatten");
    expect(names()).toEqual(["flat1", "flat2", "fc1"]);
    expect(viewStore.getState().wires.size).toBe(0);
  });

  it("copies and pastes with fresh names and the wiring inside", () => {
    addLayer("linear");
    connectThrough("add", "input", "fc1");
    select("add1", "fc1");
    const text = copyLayers() ?? "";
    expect(JSON.parse(text)).toMatchObject({ nodes: [{ kind: "add" }, { id: "fc1" }] });
    select("fc1");
    expect(pasteLayers(text)).toBe(true);
    expect(state().selection).toEqual(["add2", "fc2"]);
    expect(names()).toEqual(["flat1", "add1", "fc1", "add2", "fc2"]);
    undoEdit();
    expect(names()).toEqual(["flat1", "add1", "fc1"]);
  });

  it.each(["", "no json", "[]", "{}", '{"nodes":[]}', '{"nodes":[{"id":"a"}]}', "12"])(
    "pastes nothing from %j",
    (text) => {
      const before = state().history;
      expect(pasteLayers(text)).toBe(false);
      expect(state().history).toBe(before);
    },
  );

  it("moves layers onto another wire, but no merge away from what it joins", () => {
    addLayer("linear");
    addLayer("linear");
    moveNodes(["fc2"], { source: "input", targets: ["flat1"] });
    expect(names()).toEqual(["fc2", "flat1", "fc1"]);
    connectThrough("add", "fc2", "fc1");
    expect(canMove(["add1"])).toBe(false);
    expect(canMove(["flat1"])).toBe(true);
  });

  it("makes the changes of a mend, as one act", () => {
    addLayer("linear");
    const changes = [
      { op: "add" as const, path: "/network/nodes/1", value: { id: "flat2", kind: "flatten" } },
      { op: "replace" as const, path: "/loss", value: { kind: "huber" } },
    ];
    expect(applyMend(changes)).toBe(true);
    expect(names()).toEqual(["flat1", "flat2", "fc1"]);
    expect(specOf(state()).loss.kind).toBe("huber");
    undoEdit();
    expect(names()).toEqual(["flat1", "fc1"]);
    expect(specOf(state()).loss.kind).toBe("softmax_cross_entropy");
  });

  it("leaves the document as it is where a mend is about another one", () => {
    const before = state().history;
    const changes = [{ op: "remove" as const, path: "/network/nodes/7/inputs", value: null }];
    expect(applyMend(changes)).toBe(false);
    expect(state().history).toBe(before);
  });
});
