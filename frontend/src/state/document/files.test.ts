import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ErrorDetail, RunSpec } from "@/contracts";
import { ApiError } from "@/transport/failures";
import { checkSpec } from "@/transport/rest";
import { documentStore, open, specOf, undoEdit } from "./documentStore";
import { LARGEST_FILE, openFile, readSpec, specFile } from "./files";

vi.mock("@/transport/rest", () => ({ checkSpec: vi.fn() }));

const spec: RunSpec = {
  name: "A convnet / 3×3",
  seed: 7,
  data: { dataset: "digits" },
  network: { nodes: [{ id: "fc1", kind: "linear", out_features: 10 }] },
  loss: { kind: "softmax_cross_entropy" },
  optimizer: { kind: "adam", learning_rate: 0.001 },
};

const other: RunSpec = { ...spec, name: "", seed: 1, network: { nodes: [] } };
const present = () => specOf(documentStore.getState());
const file = (text: string) => ({
  name: "net.json",
  size: text.length,
  text: () => Promise.resolve(text),
});
const refusal = (where: Partial<ErrorDetail>) =>
  new ApiError({ code: "x", message: "No.", hint: "Do.", node: null, field: null, ...where }, 422);

beforeEach(() => {
  open(structuredClone(other));
  vi.mocked(checkSpec).mockReset().mockResolvedValue(spec);
});

describe("a file", () => {
  it("holds the document, under the run's name without what no file name may have", () => {
    const { name, text } = specFile(spec, "network");
    expect(name).toBe("A-convnet-3×3.json");
    expect(readSpec(text, other)).toEqual(spec);
    expect(specFile(other, "network").name).toBe("network.json");
    expect(specFile({ ...spec, name: "..hidden" }, "network").name).toBe("hidden.json");
  });

  it("may hold a network alone, for the data and the training that are there", () => {
    const { network } = spec;
    for (const text of [JSON.stringify(network), JSON.stringify({ network })]) {
      expect(readSpec(text, other)).toEqual({ ...other, network });
    }
  });

  it("is none of ours where it holds neither", () => {
    for (const value of [[], 3, {}, { nodes: "all" }, { ...spec, data: 5 }]) {
      expect(readSpec(JSON.stringify(value), other)).toBeNull();
    }
  });
});

describe("openFile", () => {
  it("takes the document's place as one act that can be undone", async () => {
    expect(await openFile(file(specFile(spec, "").text))).toBeNull();
    expect(present()).toEqual(spec);
    undoEdit();
    expect(present()).toEqual(other);
  });

  it("opens a network that is only half built: its errors stand on its layers", async () => {
    for (const where of [{ node: "fc1" }, { field: "network.nodes.0.kind" }, { field: "data" }]) {
      vi.mocked(checkSpec).mockRejectedValueOnce(refusal(where));
      open(structuredClone(other));
      expect(await openFile(file(JSON.stringify(spec)))).toBeNull();
      expect(present()).toEqual(spec);
    }
  });

  it("leaves the document as it is where the server refuses the rest, and passes its words on", async () => {
    vi.mocked(checkSpec).mockRejectedValueOnce(refusal({ field: "optimizer.beta1" }));
    const before = documentStore.getState().history;
    const trouble = await openFile(file(JSON.stringify(spec)));
    expect(trouble?.message).toMatchObject({
      key: "document:file.refused",
      figures: { name: "net.json", reason: "No." },
    });
    expect(trouble?.hint).toBe("Do.");
    expect(documentStore.getState().history).toBe(before);
  });

  it("says what is wrong with what is no network, without asking the server", async () => {
    const before = documentStore.getState().history;
    const keys = [];
    for (const text of ["{", "[1]"]) {
      keys.push((await openFile(file(text)))?.message);
    }
    keys.push((await openFile({ ...file("{}"), size: LARGEST_FILE + 1 }))?.message);
    expect(keys).toMatchObject([
      { key: "document:file.unreadable" },
      { key: "document:file.foreign" },
      { key: "document:file.large" },
    ]);
    expect(checkSpec).not.toHaveBeenCalled();
    expect(documentStore.getState().history).toBe(before);
  });
});
