import { Popover } from "@mantine/core";
import { insertLayer, OUTPUT, useSpec } from "@/state/document";
import { useWords } from "@/words";
import { focusCard } from "./focus";
import { endInsertion, useInsertion } from "./insertion";
import { LayerPicker } from "./LayerPicker";
import styles from "./menus.module.css";

/** The layers that can be added on a wire, beside it. */
export function InsertMenu() {
  const say = useWords("builder");
  const insertion = useInsertion();
  const isEnd = useSpec((spec) => spec.network.nodes.at(-1)?.id === insertion?.place.source);
  if (insertion === null) return null;
  const { place, at } = insertion;
  const [target = isEnd ? OUTPUT : null] = place.targets;
  const label =
    target === null
      ? say("picker.behind", { source: place.source })
      : say("picker.on", {
          source: place.source,
          target: target === OUTPUT ? say("card.loss") : target,
        });
  return (
    <Popover
      opened
      position="right"
      width={232}
      trapFocus
      returnFocus
      withinPortal
      onChange={(opened) => {
        if (!opened) endInsertion();
      }}
    >
      <Popover.Target>
        <span className={styles.anchor} style={{ left: at.x, top: at.y }} />
      </Popover.Target>
      <Popover.Dropdown
        className={styles.insert}
        role="dialog"
        aria-label={label}
        data-testid="insert-menu"
      >
        <p className={styles.heading}>{label}</p>
        <LayerPicker
          name="insert"
          autoFocus
          onPick={(kind) => {
            endInsertion();
            focusCard(insertLayer(kind, place));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
