import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useAnswer } from "./useAnswer";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

async function pass(milliseconds: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });
}

describe("useAnswer", () => {
  it("asks once a question, after the typing, and keeps the last answer until the next one", async () => {
    const ask = vi.fn(({ value }: { value: number }) =>
      value < 0 ? Promise.reject(new Error("too small")) : Promise.resolve(value * 10),
    );
    const { result, rerender } = renderHook(({ value }) => useAnswer({ value }, ask), {
      initialProps: { value: 1 },
    });
    rerender({ value: 2 });
    expect(result.current).toEqual({ found: null, problem: null });
    await pass(200);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(result.current).toEqual({ found: 20, problem: null });
    rerender({ value: 2 });
    await pass(200);
    expect(ask).toHaveBeenCalledTimes(1);
    rerender({ value: -1 });
    expect(result.current.found).toBe(20);
    await pass(200);
    expect(result.current).toEqual({ found: 20, problem: "too small" });
    rerender({ value: 3 });
    await pass(200);
    expect(result.current).toEqual({ found: 30, problem: null });
  });

  it("passes over an answer to a question that is no longer asked", async () => {
    const answers = new Map<number, (found: string) => void>();
    const ask = ({ value }: { value: number }) =>
      new Promise<string>((resolve) => {
        answers.set(value, resolve);
      });
    const { result, rerender } = renderHook(({ value }) => useAnswer({ value }, ask), {
      initialProps: { value: 1 },
    });
    await pass(200);
    rerender({ value: 2 });
    await pass(200);
    answers.get(2)?.("second");
    answers.get(1)?.("first");
    await pass(0);
    expect(result.current.found).toBe("second");
  });

  it("asks nothing where there is no question", async () => {
    const ask = vi.fn(() => Promise.resolve(1));
    renderHook(() => useAnswer<object, number>(null, ask));
    await pass(500);
    expect(ask).not.toHaveBeenCalled();
  });
});
