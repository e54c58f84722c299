/** Just enough of Python's tokens to read source by: words of the language, text, comments. */

export interface Token {
  readonly text: string;
  readonly sort: "word" | "text" | "comment" | "name" | "plain";
}

const WORDS = new Set([
  "and",
  "as",
  "assert",
  "break",
  "class",
  "continue",
  "def",
  "del",
  "elif",
  "else",
  "except",
  "finally",
  "for",
  "from",
  "if",
  "import",
  "in",
  "is",
  "lambda",
  "None",
  "not",
  "or",
  "pass",
  "raise",
  "return",
  "True",
  "False",
  "try",
  "while",
  "with",
  "yield",
]);

const PATTERN =
  /(?<comment>#.*)|(?<text>[rbf]*(?:"""[\s\S]*?(?:"""|$)|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))|(?<name>[A-Za-z_]\w*)|(?<plain>[^A-Za-z_#"']+|["'])/g;

/** The tokens of one line. */
export function tokens(line: string): Token[] {
  return [...line.matchAll(PATTERN)].map(({ 0: text, groups = {} }) => {
    if (groups.comment !== undefined) return { text, sort: "comment" };
    if (groups.text !== undefined) return { text, sort: "text" };
    if (groups.name === undefined) return { text, sort: "plain" };
    return { text, sort: WORDS.has(text) ? "word" : "name" };
  });
}

export interface SourceLine {
  /** Its number in the file, from 1. */
  readonly number: number;
  readonly text: string;
}

/** Lines with their numbers, without the indentation that all of them have. */
export function numberedLines(text: string, first: number): SourceLine[] {
  const lines = text.replace(/\n$/, "").split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line, index) => ({ number: first + index, text: line.slice(common) }));
}
