import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { idProblem, renameNode, useSpec } from "@/state/document";
import { useInWords, useWords } from "@/words";
import styles from "./Inspector.module.css";

/** The layer's name; a click makes it a field, Enter keeps the new name, Escape the old one. */
export function NodeName({ id }: { id: string }) {
  const say = useWords("inspector");
  const inWords = useInWords();
  const [draft, setDraft] = useState<string | null>(null);
  const nodes = useSpec((spec) => spec.network.nodes);
  const others = nodes.map((node) => node.id).filter((other) => other !== id);
  const problem = draft === null ? null : idProblem(draft, others);

  function finish(): void {
    if (draft !== null && problem === null) renameNode(id, draft);
    setDraft(null);
  }

  if (draft === null) {
    return (
      <button
        type="button"
        className={styles.rename}
        title={say("name.rename")}
        data-testid="rename"
        onClick={() => {
          setDraft(id);
        }}
      >
        <h2 className={styles.name}>{id}</h2>
        <IconPencil size={13} aria-hidden />
        <span className="visually-hidden">{say("name.rename")}</span>
      </button>
    );
  }
  return (
    <span className={styles.naming}>
      <input
        className={styles.nameInput}
        value={draft}
        aria-label={say("name.label")}
        aria-invalid={problem !== null}
        data-testid="field-id"
        autoFocus
        onFocus={(event) => {
          event.currentTarget.select();
        }}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
        }}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === "Enter" && problem === null) finish();
          if (event.key === "Escape") {
            event.stopPropagation();
            setDraft(null);
          }
        }}
      />
      {problem !== null && (
        <span role="alert" className={styles.nameProblem}>
          {inWords(problem)}
        </span>
      )}
    </span>
  );
}
