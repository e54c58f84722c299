import { Popover, Tooltip } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type SubmitEvent, useId, useState } from "react";
import type { Catalog } from "@/contracts";
import {
  addVariant,
  type Change,
  differences,
  MOST_BY_HAND,
  type Offer,
  offersFor,
  useArena,
  withChange,
} from "@/state/arena";
import { entriesOf, useCatalog } from "@/state/document";
import { FormRow, formStyles } from "@/ui";
import { type Say, useWords } from "@/words";
import bar from "./ArenaBar.module.css";
import menus from "./Menus.module.css";
import { ChangeForm } from "./ChangeForm";
import { fieldTitle } from "./titles";
import { type ShownVariant, useVariants } from "./useVariants";

/** Puts one more variant into the arena: a person picks what differs. */
export function AddVariant() {
  const say = useWords("arena");
  const [opened, setOpened] = useState(false);
  const variants = useVariants();
  const catalog = useCatalog((state) => state.catalog);
  const isFull = variants.length >= MOST_BY_HAND;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={380} trapFocus>
      <Popover.Target>
        <Tooltip label={say("add.full", { most: MOST_BY_HAND })} disabled={!isFull}>
          <button
            type="button"
            className={bar.quiet}
            aria-disabled={isFull}
            aria-expanded={opened}
            data-testid="arena-add"
            onClick={() => {
              setOpened(!opened && !isFull);
            }}
          >
            <IconPlus size={14} />
            {say("add.open")}
          </button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={menus.popover} aria-label={say("add.title")}>
        {opened && catalog !== null && (
          <AddForm
            variants={variants}
            catalog={catalog}
            onDone={() => {
              setOpened(false);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** What an offer is called in the list of settings. */
function offerName(offer: Offer, origin: ShownVariant, catalog: Catalog, say: Say<"arena">) {
  const { change } = offer;
  if (change.setting !== "optimizer_setting") return say(`add.settings.${change.setting}`);
  const { kind } = origin.variant.spec.optimizer;
  const entry = entriesOf(catalog, "optimizers").find((one) => one.kind === kind);
  return fieldTitle(entry, change.name);
}

function AddForm({
  variants,
  catalog,
  onDone,
}: {
  variants: readonly ShownVariant[];
  catalog: Catalog;
  onDone: () => void;
}) {
  const say = useWords("arena");
  const ids = { from: useId(), setting: useId() };
  const base = useArena((state) => state.base);
  const [originId, setOriginId] = useState(variants[0]?.variant.id ?? "");
  const [key, setKey] = useState("optimizer");
  const [edited, setEdited] = useState<Change | null>(null);
  const origin = variants.find(({ variant }) => variant.id === originId) ?? variants[0];
  if (origin === undefined || base === null) return null;
  const { spec } = origin.variant;
  const offers = offersFor(spec, catalog);
  const offer = offers.find((one) => one.key === key) ?? offers[0];
  if (offer === undefined) return null;
  const change = edited ?? offer.change;
  const changed = withChange(spec, change, catalog);
  const isSame = differences(spec, changed, catalog).length === 0;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (isSame || origin === undefined) return;
    addVariant(origin.variant, change);
    onDone();
  }

  return (
    <form className={menus.form} onSubmit={submit} data-testid="arena-add-form">
      <h3>{say("add.title")}</h3>
      <FormRow label={say("add.from")} htmlFor={ids.from}>
        <select
          id={ids.from}
          className={formStyles.select}
          value={origin.variant.id}
          data-testid="arena-add-from"
          onChange={(event) => {
            setOriginId(event.currentTarget.value);
            setEdited(null);
          }}
        >
          {variants.map(({ variant, name }) => (
            <option key={variant.id} value={variant.id}>
              {name}
            </option>
          ))}
        </select>
      </FormRow>
      <FormRow label={say("add.setting")} htmlFor={ids.setting}>
        <select
          id={ids.setting}
          className={formStyles.select}
          value={offer.key}
          data-testid="arena-add-setting"
          data-autofocus
          onChange={(event) => {
            setKey(event.currentTarget.value);
            setEdited(null);
          }}
        >
          {(["training", "network", "repetition"] as const).map((group) => (
            <optgroup key={group} label={say(`add.groups.${group}`)}>
              {offers
                .filter((one) => one.group === group)
                .map((one) => (
                  <option key={one.key} value={one.key}>
                    {offerName(one, origin, catalog, say)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </FormRow>
      <ChangeForm
        key={offer.key}
        change={change}
        spec={spec}
        catalog={catalog}
        onChange={setEdited}
      />
      <div className={menus.formFoot}>
        <span>{isSame ? say("add.nothing") : ""}</span>
        <button
          type="submit"
          className={bar.confirm}
          disabled={isSame}
          data-testid="arena-add-confirm"
        >
          {say("add.confirm")}
        </button>
      </div>
    </form>
  );
}
