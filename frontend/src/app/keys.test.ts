import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as playback from "@/state/playback";
import {
  documentStore,
  open,
  preferencesStore,
  select,
  setRunSettings,
  specOf,
  toggleMaximised,
} from "@/state/document";
import { listenToKeys } from "./keys";

vi.mock("@/state/playback", () => ({
  togglePlay: vi.fn(),
  step: vi.fn(),
  reset: vi.fn(),
  stop: vi.fn(),
}));

const help = vi.fn();
let end: () => void;

function press(key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  vi.clearAllMocks();
  document.body.innerHTML = `<input><button>x</button><button data-testid="play">p</button>`;
  end = listenToKeys(help);
});

afterEach(() => {
  end();
});

describe("the keys", () => {
  it("play and step", () => {
    press(" ");
    press("s");
    press("S");
    expect(playback.togglePlay).toHaveBeenCalledTimes(1);
    expect(vi.mocked(playback.step).mock.calls).toEqual([[1], [10]]);
  });

  it("leave text to the field it is typed in", () => {
    const input = document.querySelector("input");
    if (input === null) throw new Error("no input");
    for (const key of [" ", "s", "r", "?", "1"]) press(key, input);
    expect(playback.togglePlay).not.toHaveBeenCalled();
    expect(playback.step).not.toHaveBeenCalled();
    expect(playback.reset).not.toHaveBeenCalled();
    expect(help).not.toHaveBeenCalled();
  });

  it("leave Space to a button, but not to the play button, which it would press twice", () => {
    const [button, play] = document.querySelectorAll("button");
    if (button === undefined || play === undefined) throw new Error("no buttons");
    press(" ", button);
    expect(playback.togglePlay).not.toHaveBeenCalled();
    expect(press(" ", play).defaultPrevented).toBe(true);
    expect(playback.togglePlay).toHaveBeenCalledTimes(1);
  });

  it("undo and redo", () => {
    open({
      seed: 1,
      data: { dataset: "digits" },
      network: { nodes: [] },
      loss: { kind: "a" },
      optimizer: { kind: "b" },
    });
    setRunSettings({ seed: 2 });
    press("z", document.body, { ctrlKey: true });
    expect(specOf(documentStore.getState()).seed).toBe(1);
    press("Z", document.body, { ctrlKey: true, shiftKey: true });
    expect(specOf(documentStore.getState()).seed).toBe(2);
  });

  it("leave a field with Escape before anything else is left", () => {
    const input = document.querySelector("input");
    if (input === null) throw new Error("no input");
    toggleMaximised("dock");
    input.focus();
    press("Escape", input);
    expect(document.activeElement).toBe(document.body);
    expect(preferencesStore.getState().maximised).toBe("dock");
    press("Escape");
    expect(preferencesStore.getState().maximised).toBeNull();
  });

  it("go back exactly one level with Escape", () => {
    select("input");
    preferencesStore.setState({ maximised: "dock" });
    press("Escape");
    expect(preferencesStore.getState().maximised).toBeNull();
    expect(documentStore.getState().selection).toEqual(["input"]);
    press("Escape");
    expect(documentStore.getState().selection).toEqual([]);
  });

  it("show the list of keys", () => {
    press("?");
    expect(help).toHaveBeenCalledTimes(1);
  });
});
