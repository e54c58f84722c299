import { Tooltip } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { LayerEntry } from "@/contracts";
import { useCatalog } from "@/state/document";
import { FamilyDot } from "@/ui";
import { useWords } from "@/words";
import { LAYER_TYPE } from "./dragging";
import styles from "./Palette.module.css";
import { matches } from "./search";

interface LayerPickerProps {
  /** Before the test ids of its parts, and the id of its search field where it is the page's own. */
  name: "palette" | "insert";
  onPick: (kind: string) => void;
  autoFocus?: boolean;
}

/** The kinds of layers by family, with a search; Enter picks the first match, arrow keys walk. */
export function LayerPicker({ name, onPick, autoFocus = false }: LayerPickerProps) {
  const say = useWords("builder");
  const catalog = useCatalog((state) => state.catalog);
  const [query, setQuery] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const found = catalog?.layers.filter((entry) => matches(entry, query)) ?? [];
  const families = (catalog?.families ?? [])
    .map((family) => ({ ...family, items: found.filter((one) => one.family === family.name) }))
    .filter((family) => family.items.length > 0);

  function searchKey(event: KeyboardEvent): void {
    const first = families[0]?.items[0];
    if (event.key === "Enter" && query.trim() !== "" && first !== undefined) onPick(first.kind);
    else if (event.key === "Escape" && query !== "") {
      event.stopPropagation();
      setQuery("");
    } else if (event.key === "ArrowDown") focusItem(event, 0);
  }

  function items(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
  }

  function focusItem(event: KeyboardEvent, place: number): void {
    const all = items();
    const next = all[Math.min(Math.max(place, 0), all.length - 1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  function listKey(event: KeyboardEvent): void {
    const place = items().findIndex((item) => item === event.target);
    if (event.key === "ArrowDown") focusItem(event, place + 1);
    else if (event.key === "ArrowUp") focusItem(event, place - 1);
    else if (event.key === "Home") focusItem(event, 0);
    else if (event.key === "End") focusItem(event, Number.MAX_SAFE_INTEGER);
  }

  return (
    <>
      <label className={styles.search}>
        <IconSearch size={14} aria-hidden />
        <input
          {...(name === "palette" ? { id: "layer-search" } : {})}
          type="text"
          value={query}
          placeholder={say("picker.search")}
          aria-label={say("picker.search")}
          autoComplete="off"
          spellCheck={false}
          // Where it opens as a menu, what is typed next belongs to the search.
          data-autofocus={autoFocus || undefined}
          data-testid={`${name}-search`}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
          }}
          onKeyDown={searchKey}
        />
        {name === "palette" && <kbd aria-hidden>/</kbd>}
      </label>
      {/* Arrow keys walk through the buttons; each is reached by Tab as well. */}
      <div ref={list} className={styles.families} role="presentation" onKeyDown={listKey}>
        {families.map((family) => (
          <section key={family.name} aria-label={family.title}>
            <h2 className={styles.heading}>{family.title}</h2>
            {family.items.map((entry) => (
              <Item
                key={entry.kind}
                entry={entry}
                testId={`${name}-item-${entry.kind}`}
                onPick={onPick}
              />
            ))}
          </section>
        ))}
        {catalog !== null && families.length === 0 && (
          <p className={styles.nothing}>{say("picker.nothing", { query })}</p>
        )}
      </div>
    </>
  );
}

interface ItemProps {
  entry: LayerEntry;
  testId: string;
  onPick: (kind: string) => void;
}

function Item({ entry, testId, onPick }: ItemProps) {
  return (
    <Tooltip label={entry.sentence} position="right" withinPortal>
      <button
        type="button"
        className={styles.item}
        draggable
        data-testid={testId}
        onClick={() => {
          onPick(entry.kind);
        }}
        onDragStart={(event) => {
          event.dataTransfer.setData(LAYER_TYPE, entry.kind);
          event.dataTransfer.effectAllowed = "copy";
        }}
      >
        <FamilyDot family={entry.family} />
        <span className={styles.itemTitle}>{entry.title}</span>
      </button>
    </Tooltip>
  );
}
