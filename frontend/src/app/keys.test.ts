import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as playback from "@/state/playback";
import {
  clipboardStore,
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
  stepEpoch: vi.fn(),
  reseed: vi.fn(),
  changeSpeed: vi.fn(),
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

  it("train an epoch, draw other weights, and go slower or faster", () => {
    for (const key of ["p", "n", "<", ">"]) press(key);
    expect(playback.stepEpoch).toHaveBeenCalledTimes(1);
    expect(playback.reseed).toHaveBeenCalledTimes(1);
    expect(vi.mocked(playback.changeSpeed).mock.calls).toEqual([[-1], [1]]);
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

  describe("of editing", () => {
    const names = () => specOf(documentStore.getState()).network.nodes.map((node) => node.id);
    const ctrl = (key: string, more: KeyboardEventInit = {}) =>
      press(key, document.body, { ctrlKey: true, ...more });

    /** What the browser sends at Ctrl+C, X and V, with a clipboard of its own. */
    function clipboard(type: string, held: Map<string, string>, target: Element = document.body) {
      const event = new Event(type, { bubbles: true, cancelable: true });
      const clipboardData = {
        getData: (format: string) => held.get(format) ?? "",
        setData: (format: string, text: string) => held.set(format, text),
      };
      target.dispatchEvent(Object.assign(event, { clipboardData }));
      return event;
    }

    beforeEach(() => {
      clipboardStore.setState({ held: null });
      open({
        data: { dataset: "digits" },
        network: { nodes: ["a", "b", "c"].map((id) => ({ id, kind: "relu" })) },
        loss: { kind: "x" },
        optimizer: { kind: "y" },
      });
    });

    it("select, duplicate and move layers", () => {
      ctrl("a");
      expect(documentStore.getState().selection).toEqual(["a", "b", "c"]);
      select("a");
      press("ArrowRight", document.body, { altKey: true });
      expect(names()).toEqual(["b", "a", "c"]);
      ctrl("d");
      expect(names()).toEqual(["b", "a", "a1", "c"]);
      ctrl("y");
      ctrl("z");
      ctrl("z");
      expect(names()).toEqual(["a", "b", "c"]);
    });

    it("copy, cut and paste layers through the clipboard", () => {
      const held = new Map<string, string>();
      select("a", "b");
      expect(clipboard("copy", held).defaultPrevented).toBe(true);
      select("c");
      clipboard("paste", held);
      expect(names()).toEqual(["a", "b", "c", "a1", "b1"]);
      clipboard("cut", held);
      expect(names()).toEqual(["a", "b", "c"]);
      select("a");
      clipboard("paste", held);
      expect(names()).toEqual(["a", "a1", "b1", "b", "c"]);
    });

    it("leave text in a field, and the clipboard where nothing is selected", () => {
      const input = document.querySelector("input");
      if (input === null) throw new Error("no input");
      const held = new Map<string, string>();
      select("a");
      for (const type of ["copy", "cut", "paste"]) {
        expect(clipboard(type, held, input).defaultPrevented).toBe(false);
      }
      select();
      expect(clipboard("copy", held).defaultPrevented).toBe(false);
      expect([...held]).toEqual([]);
      expect(names()).toEqual(["a", "b", "c"]);
    });
  });

  it("show the list of keys", () => {
    press("?");
    expect(help).toHaveBeenCalledTimes(1);
  });
});
