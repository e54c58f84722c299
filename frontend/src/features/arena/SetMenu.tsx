import { Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { openOriginal, openSet, setsFor, type VariantSet } from "@/state/arena";
import { useCatalog, useSpec } from "@/state/document";
import { useWords } from "@/words";
import bar from "./ArenaBar.module.css";
import menus from "./Menus.module.css";

/** Sets of variants to begin with: the book's grid, and what is often compared of the network on screen. */
export function SetMenu() {
  const say = useWords("arena");
  const catalog = useCatalog((state) => state.catalog);
  const spec = useSpec((present) => present);
  const sets = catalog === null ? [] : setsFor(spec, catalog);
  const name = spec.name === undefined || spec.name === "" ? say("sets.unnamed") : spec.name;
  const ofTheBook = sets.filter((set) => set.name === "book_initializers");
  const ofThis = sets.filter((set) => set.name !== "book_initializers");
  return (
    <Menu position="bottom-start" width={380}>
      <Menu.Target>
        <button type="button" className={bar.quiet} data-testid="arena-sets">
          {say("sets.label")}
          <IconChevronDown size={13} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={menus.menu}>
        {ofTheBook.length > 0 && <Menu.Label>{say("sets.book")}</Menu.Label>}
        {ofTheBook.map((set) => (
          <SetItem key={set.name} set={set} />
        ))}
        <Menu.Label>{say("sets.this", { name })}</Menu.Label>
        {ofThis.map((set) => (
          <SetItem key={set.name} set={set} />
        ))}
        <Menu.Divider />
        <Menu.Item data-testid="arena-set-original" onClick={openOriginal}>
          <span className={menus.menuTitle}>{say("sets.restart", { name })}</span>
          <span className={menus.menuSentence}>{say("sets.restartHint")}</span>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SetItem({ set }: { set: VariantSet }) {
  const say = useWords("arena");
  return (
    <Menu.Item
      data-testid={`arena-set-${set.name}`}
      onClick={() => {
        openSet(set);
      }}
    >
      <span className={menus.menuTitle}>
        {say(`sets.${set.name}.title`)}
        <i>{say("variants", { count: set.variants.length })}</i>
      </span>
      <span className={menus.menuSentence}>{say(`sets.${set.name}.sentence`)}</span>
    </Menu.Item>
  );
}
