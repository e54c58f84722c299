import { addLayer } from "@/state/document";
import { useWords } from "@/words";
import { LayerPicker } from "./LayerPicker";
import styles from "./Palette.module.css";

/** What can be added, by family; `/` goes to the search, Enter adds the first match. */
export function Palette() {
  const say = useWords("builder");
  return (
    <nav className={styles.palette} aria-label={say("picker.label")}>
      <LayerPicker name="palette" onPick={(kind) => addLayer(kind)} />
    </nav>
  );
}
