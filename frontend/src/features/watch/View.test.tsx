import { render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Run } from "@/contracts";
import { runStore } from "@/state/telemetry/runStore";
import { DockStatus } from "./DockStatus";
import { View } from "./View";

const initial = runStore.getState();

function underRun(state: Run["state"], step = 0): void {
  runStore.setState({
    run: { id: "r", state, step, error: null, reason: null } as unknown as Run,
    connection: "live",
  });
}

afterEach(() => {
  document.body.replaceChildren();
  runStore.setState(initial, true);
});

describe("View", () => {
  const props = { title: "Filters", aside: "step 12", summary: "Weights", empty: "Press play." };

  it("says what will appear, then that it waits, then shows the figures in words", () => {
    const view = (isMeasured: boolean) => (
      <View {...props} isMeasured={isMeasured}>
        {null}
      </View>
    );
    const { rerender } = render(view(false));
    expect(screen.getByText("Press play.")).toBeTruthy();
    expect(screen.queryByText("step 12")).toBeNull();
    underRun("running");
    rerender(view(false));
    expect(screen.getByText("Waiting for the first measurement…")).toBeTruthy();
    rerender(view(true));
    expect(screen.getByText("Weights").className).toBe("visually-hidden");
    expect(screen.getByText("step 12")).toBeTruthy();
    expect(screen.queryByText(/Waiting|Press play/)).toBeNull();
  });

  it("does not wait for what will not come", () => {
    underRun("running");
    render(
      <View {...props} isMeasured={false} isExpected={false}>
        {null}
      </View>,
    );
    expect(screen.getByText("Press play.")).toBeTruthy();
  });
});

describe("DockStatus", () => {
  const text = () => screen.getByTestId("dock-status").textContent;
  const tone = () => screen.getByTestId("dock-status").dataset.tone;

  it("tells a dead connection before anything else", () => {
    underRun("running", 1320);
    runStore.setState({ connection: "reconnecting" });
    render(<DockStatus />);
    expect(text()).toBe("step 1,320 ·reconnecting…");
    expect(tone()).toBe("warning");
  });

  it.each([
    ["running", "step 7", "live"],
    ["paused", "step 7 ·paused", "quiet"],
    ["finished", "step 7 ·finished", "quiet"],
    ["diverged", "step 7 ·diverged", "error"],
    ["failed", "step 7 ·failed", "error"],
    ["starting", "starting…", "quiet"],
  ] as const)("names the state %s", (state, expected, expectedTone) => {
    underRun(state, 7);
    render(<DockStatus />);
    expect(text()).toBe(expected);
    expect(tone()).toBe(expectedTone);
  });

  it("says so when there is no run", () => {
    render(<DockStatus />);
    expect(text()).toBe("no run yet");
  });
});
