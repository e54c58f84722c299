import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Catalog, CheckResult, LayerEntry } from "@/contracts";
import { catalogStore, checkStore, documentStore, open, select, specOf } from "@/state/document";
import { Inspector } from "./Inspector";

function layer(kind: string, maximum: number | null, properties: object = {}): LayerEntry {
  return {
    kind,
    title: `The ${kind}`,
    family: "weights",
    sentence: `What ${kind} does.`,
    formula: "",
    source: "A book",
    schema: { properties },
    defaults: {},
    required: [],
    inputs: { minimum: 1, maximum },
    id_prefix: kind,
    trains: true,
    has_curve: false,
  };
}

const nodes = () => specOf(documentStore.getState()).network.nodes;

beforeEach(() => {
  catalogStore.setState({
    catalog: {
      layers: [
        layer("linear", 1, { units: { type: "integer", minimum: 1, title: "Units" } }),
        layer("add", null),
      ],
    } as unknown as Catalog,
  });
  checkStore.setState({
    result: {
      ok: false,
      nodes: [
        {
          id: "fc1",
          output_shape: [4, 4],
          parameters: 1234,
          multiply_adds: 5,
          parameter_shapes: { weight: [4, 8] },
          memory: { activations: 2048, parameters: 1024, gradients: 0 },
        },
      ],
      errors: [
        { node: "fc1", field: "units", code: "a", message: "Too many units.", hint: "Take fewer." },
        { node: "fc1", field: null, code: "b", message: "Wrong shape.", hint: "Flatten first." },
        { node: "sum", field: null, code: "c", message: "Elsewhere.", hint: null },
      ],
    } as unknown as CheckResult,
  });
  open({
    data: { dataset: "digits" },
    network: {
      nodes: [
        { id: "fc1", kind: "linear", units: 3 },
        { id: "fc2", kind: "linear", units: 3 },
        { id: "sum", kind: "add", inputs: ["fc2", "fc1"] },
      ],
    },
    loss: { kind: "x" },
    optimizer: { kind: "y" },
  });
  render(
    <MantineProvider>
      <Inspector
        onLookInto={() => {}}
        renderMeasurements={(id) => <p>measured in {id}</p>}
        renderFindings={() => null}
        runSettings={<p>settings of the run</p>}
        dataSettings={<p>settings of the data</p>}
        lossSettings={<p>settings of the loss</p>}
      />
    </MantineProvider>,
  );
});

afterEach(cleanup);

describe("Inspector", () => {
  it("shows the run's settings while nothing is selected", () => {
    expect(screen.getByText("settings of the run")).toBeTruthy();
  });

  it("shows the data for the input", async () => {
    select("input");
    expect(await screen.findByText("settings of the data")).toBeTruthy();
    expect(screen.getByText("measured in input")).toBeTruthy();
  });

  it("shows a layer: what is wrong, its settings, its shapes, its measurements", async () => {
    select("fc1");
    expect(await screen.findByText("The linear")).toBeTruthy();
    expect(screen.getByText("Wrong shape.")).toBeTruthy();
    expect(screen.getByText("Too many units.").closest("[role=alert]")?.textContent).toContain(
      "Take fewer.",
    );
    expect(screen.queryByText("Elsewhere.")).toBeNull();
    expect(screen.getByText("1,234")).toBeTruthy();
    expect(screen.getByText("4×8")).toBeTruthy();
    expect(screen.getByText("measured in fc1")).toBeTruthy();
  });

  it("sets a value in the document", async () => {
    select("fc2");
    const units = await screen.findByLabelText("Units");
    await userEvent.clear(units);
    await userEvent.type(units, "64");
    expect(nodes()[1]).toMatchObject({ units: 64 });
  });

  it("renames, and refuses a name that is taken", async () => {
    select("fc2");
    await userEvent.click(await screen.findByTestId("rename"));
    const name = screen.getByLabelText("Name of the layer");
    await userEvent.clear(name);
    await userEvent.type(name, "fc1{Enter}");
    expect(screen.getByText("Another layer is called “fc1”.")).toBeTruthy();
    await userEvent.clear(name);
    await userEvent.type(name, "head{Enter}");
    expect(nodes()[2]?.inputs).toEqual(["head", "fc1"]);
  });

  it("cuts and draws the wires of a merge by keyboard, offering no cycle", async () => {
    select("sum");
    const inputs = within(await screen.findByLabelText("Inputs"));
    const options = inputs.getAllByRole("option").map((option) => option.textContent);
    expect(options).toEqual(["add…", "input"]);
    await userEvent.click(inputs.getByLabelText("Take nothing from fc1"));
    expect(nodes()[2]).toEqual({ id: "sum", kind: "add" });
  });
});
