import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { CatalogEntry, ErrorDetail } from "@/contracts";
import { SettingsForm } from "./SettingsForm";

function kind(name: string, properties: object = {}, defaults: Record<string, unknown> = {}) {
  return {
    kind: name,
    title: name.toUpperCase(),
    family: "",
    sentence: "",
    formula: "",
    source: "",
    schema: { properties },
    defaults,
    required: [],
  } satisfies CatalogEntry;
}

const size = { anyOf: [{ type: "integer" }, { type: "array" }], minimum: 1, "x-size": 2 };
const initializers = [
  kind("zeros"),
  kind("normal", { std: { type: "number", title: "Spread", "x-scale": "log" } }, { std: 0.01 }),
];
const layer = kind(
  "layer",
  {
    units: { type: "integer", minimum: 1, title: "Units" },
    stride: { ...size, title: "Stride" },
    padding: { ...size, minimum: 0, title: "Padding", "x-words": ["same"] },
    shape: { type: "array", items: { type: "integer", minimum: -1 }, minItems: 1, title: "Shape" },
    factors: { type: "array", items: { type: "number", minimum: 0 }, title: "Factors" },
    max_norm: {
      anyOf: [{ type: "number" }, { type: "null" }],
      "x-empty": "no bound",
      title: "Max-norm",
    },
    bias: { type: "boolean", title: "Bias" },
    mode: { enum: ["same", "valid"], title: "Mode" },
    weight_init: { "x-kind-of": "initializers", title: "Initializer" },
  },
  {
    stride: 1,
    padding: 0,
    shape: [-1],
    factors: [1],
    max_norm: null,
    bias: true,
    mode: "same",
    weight_init: { kind: "zeros" },
  },
);

function show(values: Record<string, unknown>, errors: ErrorDetail[] = []) {
  const onChange = vi.fn();
  render(
    <MantineProvider>
      <SettingsForm
        entry={layer}
        values={values}
        errors={errors}
        kinds={(list) => (list === "initializers" ? initializers : [])}
        onChange={onChange}
      />
    </MantineProvider>,
  );
  return onChange;
}

afterEach(cleanup);

describe("SettingsForm", () => {
  it("shows the document's values, and defaults where it says nothing", () => {
    show({ units: 16 });
    expect(screen.getByLabelText("Units")).toHaveProperty("value", "16");
    expect(screen.getByLabelText("Stride")).toHaveProperty("value", "1");
    expect(screen.getByLabelText("Bias")).toHaveProperty("checked", true);
    expect(screen.getByLabelText("Mode")).toHaveProperty("value", "same");
    expect(screen.getByLabelText("Initializer")).toHaveProperty("value", "zeros");
  });

  it("changes a switch and a choice", async () => {
    const onChange = show({ units: 16 });
    await userEvent.click(screen.getByLabelText("Bias"));
    expect(onChange).toHaveBeenLastCalledWith("bias", false);
    await userEvent.selectOptions(screen.getByLabelText("Mode"), "valid");
    expect(onChange).toHaveBeenLastCalledWith("mode", "valid");
  });

  it("takes height and width apart", async () => {
    const onChange = show({ units: 16, stride: 2 });
    await userEvent.click(screen.getByLabelText("Stride: one number for height and width"));
    expect(onChange).toHaveBeenLastCalledWith("stride", [2, 2]);
    cleanup();
    const again = show({ units: 16, stride: [2, 3] });
    const width = screen.getByLabelText("Stride, width");
    expect(width).toHaveProperty("value", "3");
    await userEvent.clear(width);
    await userEvent.type(width, "5");
    expect(again).toHaveBeenLastCalledWith("stride", [2, 5]);
  });

  it("offers a word in the place of a size, and gives the size back", async () => {
    const onChange = show({ units: 16, padding: [1, 2] });
    await userEvent.click(screen.getByLabelText("Padding: same"));
    expect(onChange).toHaveBeenLastCalledWith("padding", "same");
    expect(screen.queryByLabelText("Stride: same")).toBeNull();
    cleanup();
    const again = show({ units: 16, padding: "same" });
    const word = screen.getByLabelText("Padding: same");
    expect(word.getAttribute("aria-pressed")).toBe("true");
    expect(screen.getByLabelText("Padding")).toHaveProperty("value", "");
    expect(screen.getByLabelText("Padding")).toHaveProperty("placeholder", "same");
    await userEvent.click(word);
    expect(again).toHaveBeenLastCalledWith("padding", 0);
    await userEvent.type(screen.getByLabelText("Padding"), "3");
    expect(again).toHaveBeenLastCalledWith("padding", 3);
  });

  it("takes whole numbers in a row, and says why others are not applied", async () => {
    const onChange = show({ units: 16, shape: [16, 4, 4] });
    const shape = screen.getByLabelText("Shape");
    expect(shape).toHaveProperty("value", "16, 4, 4");
    await userEvent.clear(shape);
    expect(screen.getByRole("alert").textContent).toBe(
      "At least 1 of them. Not applied: still 16, 4, 4.",
    );
    await userEvent.type(shape, "8, -1");
    expect(onChange).toHaveBeenLastCalledWith("shape", [8, -1]);
    onChange.mockClear();
    await userEvent.type(shape, ", -2");
    expect(screen.getByRole("alert").textContent).toContain("At least -1.");
    expect(onChange).not.toHaveBeenCalledWith("shape", [8, -1, -2]);
  });

  it("takes numbers in a row that are not whole", async () => {
    const onChange = show({ units: 16, factors: [1, 0.1] });
    const factors = screen.getByLabelText("Factors");
    expect(factors).toHaveProperty("value", "1, 0.1");
    await userEvent.clear(factors);
    await userEvent.type(factors, "1, .5, 1e-2");
    expect(onChange).toHaveBeenLastCalledWith("factors", [1, 0.5, 0.01]);
    await userEvent.type(factors, ", ten");
    expect(screen.getByRole("alert").textContent).toContain("Numbers are needed here");
  });

  it("leaves a number empty, says what that means, and takes one all the same", async () => {
    const onChange = show({ units: 16 });
    const bound = screen.getByLabelText("Max-norm");
    expect(bound).toHaveProperty("placeholder", "no bound");
    await userEvent.type(bound, "3");
    expect(onChange).toHaveBeenLastCalledWith("max_norm", 3);
    cleanup();
    const again = show({ units: 16, max_norm: 3 });
    await userEvent.clear(screen.getByLabelText("Max-norm"));
    expect(again).toHaveBeenLastCalledWith("max_norm", null);
  });

  it("gives another kind its defaults, and shows that kind's own settings", async () => {
    const onChange = show({ units: 16 });
    await userEvent.selectOptions(screen.getByLabelText("Initializer"), "normal");
    expect(onChange).toHaveBeenLastCalledWith("weight_init", { kind: "normal", std: 0.01 });
    cleanup();
    const again = show({ units: 16, weight_init: { kind: "normal", std: 0.01 } });
    await userEvent.click(screen.getByLabelText("Spread"));
    await userEvent.keyboard("{ArrowUp}");
    expect(again).toHaveBeenLastCalledWith("weight_init", { kind: "normal", std: 0.02 });
  });

  it("puts an error with its mend on the setting it names, nested ones too", () => {
    const error = (field: string, message: string): ErrorDetail => ({
      code: "x",
      message,
      hint: "Mend it.",
      node: "layer1",
      field,
    });
    show({ units: 16, weight_init: { kind: "normal", std: -1 } }, [
      error("stride", "Too wide."),
      error("weight_init.std", "Too small."),
    ]);
    expect(screen.getByText("Too wide.").parentElement?.textContent).toContain("Mend it.");
    expect(screen.getByLabelText("Stride").getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByLabelText("Spread").getAttribute("aria-invalid")).toBe("true");
    expect(screen.getAllByText("Too small.")).toHaveLength(1);
  });
});
