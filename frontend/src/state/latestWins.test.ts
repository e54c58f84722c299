import { describe, expect, it, vi } from "vitest";
import { LatestWins } from "./latestWins";

/** A server whose answers are given by hand. */
function slowServer() {
  const pending: {
    question: string;
    resolve: (found: string) => void;
    reject: (why: Error) => void;
  }[] = [];
  const told = { onAnswer: vi.fn(), onFailure: vi.fn() };
  const asker = new LatestWins<string, string>(
    (question) =>
      new Promise((resolve, reject) => {
        pending.push({ question, resolve, reject });
      }),
    told,
  );
  return { asker, pending, ...told };
}

/** Lets answers that were given reach those that wait for them. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("LatestWins", () => {
  it("has one question on its way, and asks the latest of those that came meanwhile next", async () => {
    const { asker, pending, onAnswer } = slowServer();
    for (const question of ["a", "b", "c"]) asker.ask(question);
    expect(pending.map(({ question }) => question)).toEqual(["a"]);
    pending[0]?.resolve("A");
    await settled();
    expect(pending.map(({ question }) => question)).toEqual(["a", "c"]);
    pending[1]?.resolve("C");
    await settled();
    expect(onAnswer.mock.calls).toEqual([
      ["A", "a"],
      ["C", "c"],
    ]);
  });

  it("goes on after a failure", async () => {
    const { asker, pending, onAnswer, onFailure } = slowServer();
    asker.ask("a");
    asker.ask("b");
    const failure = new Error("away");
    pending[0]?.reject(failure);
    await settled();
    expect(onFailure).toHaveBeenCalledWith(failure, "a");
    pending[1]?.resolve("B");
    await settled();
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith("B", "b");
  });

  it("passes over what is on its way once nobody waits for it, and can be asked again", async () => {
    const { asker, pending, onAnswer } = slowServer();
    asker.ask("a");
    asker.ask("b");
    asker.forget();
    asker.ask("c");
    pending[0]?.resolve("A");
    await settled();
    expect(pending.map(({ question }) => question)).toEqual(["a", "c"]);
    pending[1]?.resolve("C");
    await settled();
    expect(onAnswer.mock.calls).toEqual([["C", "c"]]);
  });
});
