import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { documentStore, open, specOf } from "@/state/document";
import { EarlyStoppingSettings } from "./EarlyStoppingSettings";

function show(validation: number) {
  open({
    data: { dataset: "digits", validation_fraction: validation },
    network: { nodes: [{ id: "flat1", kind: "flatten" }] },
    loss: { kind: "softmax_cross_entropy" },
    optimizer: { kind: "sgd" },
  });
  render(
    <MantineProvider>
      <EarlyStoppingSettings />
    </MantineProvider>,
  );
}

function stopping() {
  return specOf(documentStore.getState()).early_stopping;
}

afterEach(cleanup);

describe("EarlyStoppingSettings", () => {
  it("is off until it is asked for, and then has a patience", async () => {
    show(0.1);
    expect(screen.queryByLabelText("Patience, in epochs")).toBeNull();
    await userEvent.click(screen.getByLabelText("Stop at the best"));
    expect(stopping()).toEqual({});
    const patience = screen.getByLabelText("Patience, in epochs");
    expect(patience).toHaveProperty("value", "5");
    await userEvent.clear(patience);
    await userEvent.type(patience, "3");
    await userEvent.selectOptions(screen.getByLabelText("Watch"), "accuracy");
    expect(stopping()).toEqual({ patience: 3, metric: "accuracy" });
    await userEvent.click(screen.getByLabelText("Stop at the best"));
    expect(stopping()).toBeNull();
  });

  it("cannot be asked for where nothing is kept for validation", () => {
    show(0);
    expect(screen.getByLabelText("Stop at the best")).toHaveProperty("disabled", true);
    expect(screen.getByText(/validation share above 0/)).toBeTruthy();
  });
});
