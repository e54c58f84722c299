import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { NumberField, parseNumber } from "./NumberField";

const bounds = { minimum: 1, maximum: 64, exclusiveMinimum: null, exclusiveMaximum: null };

afterEach(cleanup);

function Held({ onChange }: { onChange: (value: number | null) => void }) {
  const [value, setValue] = useState<number | null>(16);
  return (
    <NumberField
      label="Filters"
      value={value}
      whole
      bounds={bounds}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

describe("parseNumber", () => {
  it.each([
    ["16", 16],
    ["1e-3", 0.001],
    [" 0.5 ", 0.5],
    [".5", 0.5],
    ["1,000", 1000],
    ["1,5", null],
    ["twelve", null],
    ["", null],
    ["0x10", null],
  ])("%j", (text, expected) => {
    expect(parseNumber(text)).toBe(expected);
  });
});

describe("NumberField", () => {
  it("applies what is possible as it is typed", async () => {
    const onChange = vi.fn();
    render(<Held onChange={onChange} />);
    const input = screen.getByLabelText("Filters");
    await userEvent.clear(input);
    await userEvent.type(input, "32");
    expect(onChange).toHaveBeenLastCalledWith(32);
  });

  it("says why a value is not applied, and keeps the last one", async () => {
    const onChange = vi.fn();
    render(<Held onChange={onChange} />);
    const input = screen.getByLabelText("Filters");
    await userEvent.clear(input);
    await userEvent.type(input, "0");
    expect(screen.getByRole("alert").textContent).toBe("At least 1. Not applied: still 16.");
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.keyboard("{Escape}");
    expect(input).toHaveProperty("value", "16");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("steps with the arrow keys, within the bounds", async () => {
    const onChange = vi.fn();
    render(<Held onChange={onChange} />);
    await userEvent.click(screen.getByLabelText("Filters"));
    await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowDown}");
    expect(onChange.mock.calls.flat()).toEqual([17, 18, 17]);
  });
});
