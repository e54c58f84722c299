/** Whatever a person does, and in whatever order: the document stays sound, and undo brings it back exactly. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Catalog, NetworkNode, RunSpec } from "@/contracts";
import { catalogStore } from "./catalogStore";
import { documentStore, open, redoEdit, select, specOf, undoEdit } from "./documentStore";
import { fragmentOf, paste, readFragment, writeFragment } from "./fragment";
import { compact, edgesOf, INPUT, reaches, resolve } from "./graph";
import { HISTORY_LIMIT } from "./history";
import { ID_PATTERN } from "./ids";
import { moveLayers, moveNodes } from "./moving";
import * as acts from "./networkActs";
import { findRepeats } from "./repeats";
import { googlenet, resnet, vgg16 } from "./testing/networks";
import { Chance } from "./testing/random";

const KINDS = ["conv2d", "relu", "linear", "add", "concat"] as const;
const MERGES = ["add", "concat"];

const entry = (kind: string) => ({
  kind,
  id_prefix: kind.slice(0, 4),
  family: kind === "conv2d" || kind === "linear" ? "weights" : "activation",
  required: [],
  schema: {},
  inputs: { minimum: 1, maximum: MERGES.includes(kind) ? null : 1 },
});

const start: RunSpec = {
  data: { dataset: "digits" },
  network: {
    nodes: [
      { id: "a", kind: "conv2d" },
      { id: "b", kind: "relu" },
      { id: "sum", kind: "add", inputs: ["b", "a"] },
      { id: "c", kind: "relu" },
      { id: "d", kind: "linear" },
    ],
  },
  loss: { kind: "softmax_cross_entropy" },
  optimizer: { kind: "adam" },
};

const state = () => documentStore.getState();
const nodes = (): NetworkNode[] => specOf(state()).network.nodes;
const names = (): string[] => nodes().map((node) => node.id);

beforeEach(() => {
  catalogStore.setState({ catalog: { layers: KINDS.map(entry) } as unknown as Catalog });
  open(structuredClone(start));
});

/** One act of a person, chosen at random. */
function act(chance: Chance, clipboard: { text: string }): void {
  const any = (): string => chance.of([INPUT, ...names()]);
  const wire = () => chance.of([...edgesOf(nodes()), { source: any(), target: any() }]);
  select(...chance.some([INPUT, ...names()]));
  const { source, target } = wire();
  const place = { source, targets: names().includes(target) ? [target] : [] };
  const choices = [
    () => acts.addLayer(chance.of(KINDS)),
    () => acts.insertLayer(chance.of(KINDS), place),
    () => {
      acts.removeNodes(...acts.selectedLayers().slice(0, 2));
    },
    () => {
      acts.duplicateNodes(...acts.selectedLayers());
    },
    () => (clipboard.text = acts.copyLayers() ?? clipboard.text),
    () => acts.pasteLayers(clipboard.text),
    () => {
      moveNodes(acts.selectedLayers(), place);
    },
    () => {
      moveLayers([any()], chance.of(["earlier", "later"] as const));
    },
    () => {
      moveLayers(acts.selectedLayers(), chance.of(["earlier", "later"] as const));
    },
    () => {
      acts.connectNodes(any(), any());
    },
    () => {
      acts.connectThrough(chance.of(MERGES), any(), any());
    },
    () => {
      acts.disconnectNodes(source, target);
    },
    () => {
      if (names().length > 0) acts.renameNode(chance.of(names()), `r${chance.below(1_000_000)}`);
    },
    () => {
      acts.setNodeField(any(), "units", chance.below(9));
    },
  ];
  chance.of(choices)();
}

/** What holds for every document that a person can come to by editing. */
function expectSound(list: readonly NetworkNode[]): void {
  const resolved = resolve(list);
  const placed = new Set([INPUT]);
  for (const node of resolved) {
    expect(node.id).toMatch(ID_PATTERN);
    expect(placed.has(node.id), `${node.id} is there twice`).toBe(false);
    expect(new Set(node.inputs).size, `${node.id} takes the same twice`).toBe(node.inputs.length);
    expect(node.inputs.length).toBeGreaterThan(0);
    if (!MERGES.includes(node.kind)) expect(node.inputs).toHaveLength(1);
    for (const id of node.inputs) expect(placed.has(id), `${node.id} takes ${id}`).toBe(true);
    placed.add(node.id);
  }
}

describe("random edits", () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))("seed %i", (seed) => {
    const chance = new Chance(seed);
    const clipboard = { text: "" };
    const passed = [structuredClone(specOf(state()))];
    for (let edit = 0; edit < 40; edit += 1) {
      const before = state().history;
      act(chance, clipboard);
      expectSound(nodes());
      expect(acts.selectedLayers().every((id) => names().includes(id))).toBe(true);
      findRepeats(nodes(), (kind) => kind === "conv2d");
      const { past } = state().history;
      expect(past.length - before.past.length).toBeGreaterThanOrEqual(0);
      if (past.length > before.past.length) passed.push(structuredClone(specOf(state())));
      else passed[passed.length - 1] = structuredClone(specOf(state()));
    }
    expect(passed.length).toBeLessThan(HISTORY_LIMIT);
    for (const spec of passed.slice(0, -1).reverse()) {
      undoEdit();
      expect(specOf(state())).toEqual(spec);
    }
    for (const spec of passed.slice(1)) {
      redoEdit();
      expect(specOf(state())).toEqual(spec);
    }
  });
});

describe("copy and paste", () => {
  const most = (kind: string) => (MERGES.includes(kind) ? null : 1);
  const inner = (list: readonly NetworkNode[], ids: readonly string[]) =>
    edgesOf(list)
      .filter((wire) => ids.includes(wire.source) && ids.includes(wire.target))
      .map((wire) => `${ids.indexOf(wire.source)}>${ids.indexOf(wire.target)}`);

  it("brings a whole network back as it was", () => {
    for (const network of [resnet(18), resnet(50), vgg16(), googlenet()]) {
      const all = network.map((node) => node.id);
      const text = writeFragment(fragmentOf(network, all, most));
      const pasted = paste([], readFragment(text) ?? [], { source: INPUT, targets: [] });
      expect(pasted.nodes).toEqual(compact(resolve(network)));
    }
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    "keeps kinds, settings and inner wiring of any part, seed %i",
    (seed) => {
      const chance = new Chance(seed);
      const network = chance.of([resnet(18), vgg16(), googlenet()]);
      const all = network.map((node) => node.id);
      const first = chance.below(all.length);
      const ids = all.slice(first, first + 1 + chance.below(12));
      const fragment = readFragment(writeFragment(fragmentOf(network, ids, most))) ?? [];
      const source = chance.of(all);
      const pasted = paste(network, fragment, { source, targets: [] });
      expectSound(pasted.nodes);
      const copies = pasted.nodes.filter((node) => pasted.ids.includes(node.id));
      const order = fragment.map((node) => node.id);
      expect(order.map((id) => all.indexOf(id))).toEqual(ids.map((id) => all.indexOf(id)));
      expect(pasted.ids.map((id) => copies.find((node) => node.id === id)?.kind)).toEqual(
        fragment.map((node) => node.kind),
      );
      // Every wire between two copied nodes is there between their copies.
      const copied = new Set(inner(pasted.nodes, pasted.ids));
      expect(inner(network, order).filter((wire) => !copied.has(wire))).toEqual([]);
      // What was not copied is as it was.
      expect(pasted.nodes.filter((node) => all.includes(node.id)).map((node) => node.id)).toEqual(
        all,
      );
      const resolved = resolve(pasted.nodes);
      const exit = pasted.ids.at(-1) ?? "";
      expect(reaches(resolved, source, exit)).toBe(true);
    },
  );
});
