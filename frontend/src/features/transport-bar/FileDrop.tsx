import { IconFileImport } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useWords } from "@/words";
import { openOrTell } from "./files";
import styles from "./FileDrop.module.css";

/** A file that is dropped anywhere on the page is opened; while one is held over it, the page says so. */
export function FileDrop() {
  const say = useWords("document");
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const holdsFile = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes("Files") === true;

    function over(event: DragEvent): void {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setIsOver(true);
    }

    function leave(event: DragEvent): void {
      // Between two elements of the page there is one entered; out of the window there is none.
      if (event.relatedTarget === null) setIsOver(false);
    }

    function drop(event: DragEvent): void {
      setIsOver(false);
      if (!holdsFile(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined) void openOrTell(file);
    }

    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className={styles.over} data-testid="file-drop">
      <p>
        <IconFileImport size={18} aria-hidden />
        {say("file.drop")}
      </p>
    </div>
  );
}
