import { describe, expect, it } from "vitest";
import { advance, amend, begin, redo, undo } from "./history";

describe("history", () => {
  it("undoes and redoes", () => {
    const two = advance(advance(begin("a"), "b"), "c");
    expect(undo(two).present).toBe("b");
    expect(undo(undo(two)).present).toBe("a");
    expect(redo(undo(two))).toEqual(two);
  });

  it("stands still at both ends", () => {
    const one = begin("a");
    expect(undo(one)).toBe(one);
    expect(redo(one)).toBe(one);
  });

  it("forgets what was undone after a new edit", () => {
    const edited = advance(undo(advance(begin("a"), "b")), "c");
    expect(redo(edited).present).toBe("c");
  });

  it("counts an amended edit as one act", () => {
    expect(undo(amend(advance(begin("1"), "12"), "123")).present).toBe("1");
  });

  it("keeps no more than the limit", () => {
    let history = begin(0);
    for (let value = 1; value <= 10; value += 1) history = advance(history, value, 3);
    expect(history.past).toEqual([7, 8, 9]);
  });
});
