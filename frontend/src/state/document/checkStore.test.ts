import { beforeEach, describe, expect, it } from "vitest";
import type { CheckResult } from "@/contracts";
import { checkStore, mend } from "./checkStore";
import { documentStore, open, setData, specOf, undoEdit } from "./documentStore";
import { setNodeField } from "./networkActs";

const spec = () => specOf(documentStore.getState());
const fix = {
  title: "12 inputs",
  changes: [{ op: "replace" as const, path: "/network/nodes/0/units", value: 12 }],
};

/** As a check leaves the store once the server has answered. */
function checked(): void {
  const { data, network, loss, optimizer } = spec();
  checkStore.setState({
    result: { ok: false, errors: [] } as unknown as CheckResult,
    checked: {
      ...{ data, network, loss, optimizer: { kind: optimizer.kind } },
      ...{ batch_size: undefined, dtype: undefined, frozen: undefined },
    },
    pending: false,
  });
}

beforeEach(() => {
  open({
    data: { dataset: "digits" },
    network: { nodes: [{ id: "fc1", kind: "linear", units: 3 }] },
    loss: { kind: "softmax_cross_entropy" },
    optimizer: { kind: "adam", learning_rate: 0.1 },
  });
  checked();
});

describe("mend", () => {
  it("changes the document that was checked, as one act", () => {
    expect(mend(fix)).toBe(true);
    expect(spec().network.nodes[0]).toMatchObject({ units: 12 });
    undoEdit();
    expect(spec().network.nodes[0]).toMatchObject({ units: 3 });
  });

  it("changes nothing once the document is another than the one that was checked", () => {
    setNodeField("fc1", "units", 5);
    expect(mend(fix)).toBe(false);
    expect(spec().network.nodes[0]).toMatchObject({ units: 5 });
    checked();
    setData({ train_size: 100 });
    expect(mend(fix)).toBe(false);
  });

  it("waits for the check that is under way", () => {
    checkStore.setState({ pending: true });
    expect(mend(fix)).toBe(false);
  });
});
