import { describe, expect, it } from "vitest";
import { numberedLines, tokens } from "./python";

describe("a line of Python", () => {
  it("is told apart into words, names, text and comments", () => {
    expect(tokens('if x is not None: y = f"{x:.2f}"  # why')).toEqual([
      { text: "if", sort: "word" },
      { text: " ", sort: "plain" },
      { text: "x", sort: "name" },
      { text: " ", sort: "plain" },
      { text: "is", sort: "word" },
      { text: " ", sort: "plain" },
      { text: "not", sort: "word" },
      { text: " ", sort: "plain" },
      { text: "None", sort: "word" },
      { text: ": ", sort: "plain" },
      { text: "y", sort: "name" },
      { text: " = ", sort: "plain" },
      { text: 'f"{x:.2f}"', sort: "text" },
      { text: "  ", sort: "plain" },
      { text: "# why", sort: "comment" },
    ]);
  });

  it("takes a # inside text for text, and a quote inside a comment for a comment", () => {
    expect(tokens(`a["#"]`).map(({ sort }) => sort)).toEqual(["name", "plain", "text", "plain"]);
    expect(tokens(`# the layer's`)).toEqual([{ text: "# the layer's", sort: "comment" }]);
  });

  it.each([
    "y = self.memory('output', (len(weight), x.shape[1]))",
    "    return (None if by_padded is None else self.crop(by_padded),)",
    '"""A docstring that goes on',
    "an apostrophe's tail",
    "work *= (1.0 - beta2**step) ** -0.5",
    "",
  ])("loses no character: %s", (line) => {
    expect(
      tokens(line)
        .map(({ text }) => text)
        .join(""),
    ).toBe(line);
  });
});

describe("the lines of a piece of source", () => {
  it("have the numbers of their file, and no common indentation", () => {
    expect(numberedLines("    def f(x):\n\n        return x\n", 12)).toEqual([
      { number: 12, text: "def f(x):" },
      { number: 13, text: "" },
      { number: 14, text: "    return x" },
    ]);
  });
});
