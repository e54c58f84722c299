import { useEffect, useMemo } from "react";
import type { SourceFamily, SourcePiece } from "@/contracts";
import { fetchSource, useGlass } from "@/state/glass";
import type { RanLines } from "@/transport/trace";
import { useWords } from "@/words";
import { numberedLines, tokens } from "./python";
import styles from "./SourcePane.module.css";

interface SourcePaneProps {
  family: SourceFamily;
  kind: string;
  /** The methods of the pass that is looked at. */
  methods: readonly string[];
  /** What ran of them, measured; empty where PyTorch computed. */
  ran: readonly RanLines[];
  isTorch: boolean;
}

/** Passes that are shown together may lie in one file. */
function linesByFile(ran: readonly RanLines[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const { file, lines } of ran) {
    const known = found.get(file) ?? new Set<number>();
    for (const line of lines) known.add(line);
    found.set(file, known);
  }
  return found;
}

/** The scratch engine's own lines for this place, those that ran marked. */
export function SourcePane({ family, kind, methods, ran, isTorch }: SourcePaneProps) {
  const say = useWords("glass");
  const source = useGlass((state) => state.sources.get(`${family}/${kind}`));
  useEffect(() => {
    void fetchSource(family, kind);
  }, [family, kind]);
  const marked = useMemo(() => linesByFile(ran), [ran]);
  return (
    <section
      className={styles.pane}
      aria-label={say(isTorch ? "source.titleTorch" : "source.title")}
      data-testid="glass-source"
      data-file={source?.file}
    >
      <header className={styles.head}>
        <h3>{say(isTorch ? "source.titleTorch" : "source.title")}</h3>
        {source !== undefined && <span>{source.class_name}</span>}
      </header>
      {isTorch && <p className={styles.note}>{say("source.torch")}</p>}
      {source === undefined ? (
        <p className={styles.note}>{say("source.loading")}</p>
      ) : (
        // Scrolled by keys, too, so it takes the focus.
        <div className={styles.code} tabIndex={0} role="region" aria-label={source.file}>
          {source.methods
            .filter(({ name }) => methods.includes(name))
            .map((piece) => (
              <Piece key={piece.name} piece={piece} marked={marked} />
            ))}
          <Docstring text={source.docstring} />
          {source.helpers.length > 0 && (
            <details className={styles.helpers}>
              <summary>{say("source.helpers")}</summary>
              {source.helpers.map((piece) => (
                <Piece key={`${piece.owner}.${piece.name}`} piece={piece} marked={marked} />
              ))}
            </details>
          )}
        </div>
      )}
    </section>
  );
}

/** Paragraphs, with what stands in double backticks as code. */
function Docstring({ text }: { text: string }) {
  return (
    <div className={styles.docstring} translate="no" data-testid="glass-docstring">
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>
          {paragraph
            .split("``")
            .map((part, place) =>
              place % 2 === 1 ? <code key={place}>{part}</code> : part.replace(/\s+/g, " "),
            )}
        </p>
      ))}
    </div>
  );
}

function Piece({
  piece,
  marked,
}: {
  piece: SourcePiece;
  marked: ReadonlyMap<string, ReadonlySet<number>>;
}) {
  const say = useWords("glass");
  const lines = useMemo(() => numberedLines(piece.text, piece.first_line), [piece]);
  const ran = marked.get(piece.file);
  const last = lines.at(-1)?.number ?? piece.first_line;
  return (
    <div
      className={styles.piece}
      data-testid={`glass-source-${piece.name}`}
      data-file={piece.file}
      data-first-line={piece.first_line}
    >
      <p className={styles.place}>
        <b>{piece.owner === "" ? piece.name : `${piece.owner}.${piece.name}`}</b>
        <span>
          {piece.file.split("/").at(-1)},{" "}
          {say("source.lines", { from: piece.first_line, to: last })}
        </span>
      </p>
      <ol className={styles.lines}>
        {lines.map(({ number, text }) => (
          <li
            key={number}
            data-line={number}
            data-ran={ran?.has(number) ?? false}
            title={ran?.has(number) ? say("source.ran") : undefined}
          >
            <span className={styles.number} aria-hidden>
              {number}
            </span>
            <code>
              {tokens(text).map((token, index) => (
                <span key={index} data-sort={token.sort}>
                  {token.text}
                </span>
              ))}
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}
