/** The typesetter with its styles, in one file so that both arrive together and late. */
import katex from "katex";
import "katex/dist/katex.min.css";

export function typeset(latex: string): string {
  // Not in display mode: there a line never breaks, and the inspector is narrow.
  const options = { throwOnError: false, displayMode: false, strict: false } as const;
  return katex.renderToString(`\\displaystyle ${latex}`, options);
}
