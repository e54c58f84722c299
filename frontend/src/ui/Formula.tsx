import { useEffect, useState } from "react";
import styles from "./Formula.module.css";

interface Typesetter {
  typeset: (latex: string) => string;
}

let loading: Promise<Typesetter> | undefined;

/** A formula in LaTeX. The typesetter is fetched with the first formula; until then, the source. */
export function Formula({ latex }: { latex: string }) {
  const [katex, setKatex] = useState<Typesetter | null>(null);

  useEffect(() => {
    let wanted = true;
    loading ??= import("./katex");
    loading.then(
      (module) => {
        if (wanted) setKatex(module);
      },
      () => {
        loading = undefined; // The source stays readable; the next formula tries again.
      },
    );
    return () => {
      wanted = false;
    };
  }, []);

  if (latex === "") return null;
  return katex === null ? (
    <div className={styles.formula}>
      <code>{latex}</code>
    </div>
  ) : (
    <div
      className={styles.formula}
      // KaTeX writes this markup itself and escapes what it is given (`trust` is off).
      dangerouslySetInnerHTML={{ __html: katex.typeset(latex) }}
    />
  );
}
