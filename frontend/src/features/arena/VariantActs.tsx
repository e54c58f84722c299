import { Tooltip } from "@mantine/core";
import { IconArrowUpRight, IconX } from "@tabler/icons-react";
import { removeVariant, takeVariant, useArena } from "@/state/arena";
import { useWords } from "@/words";
import styles from "./Compared.module.css";
import type { ShownVariant } from "./useVariants";

/** What can be done with one variant: into the studio, or out. */
export function VariantActs({ shown: { variant, name } }: { shown: ShownVariant }) {
  const say = useWords("arena");
  const isLast = useArena(({ variants }) => variants.length === 1);
  const base = useArena((state) => state.base?.name) ?? "";
  const take = say("variant.take", { name });
  const remove = say("variant.remove", { name });
  return (
    <span className={styles.acts}>
      <Tooltip label={take}>
        <button
          type="button"
          aria-label={take}
          data-testid={`arena-take-${variant.id}`}
          onClick={() => void takeVariant(variant, base === "" ? name : `${base}: ${name}`)}
        >
          <IconArrowUpRight size={14} />
        </button>
      </Tooltip>
      <Tooltip label={remove} disabled={isLast}>
        <button
          type="button"
          aria-label={remove}
          disabled={isLast}
          data-testid={`arena-remove-${variant.id}`}
          onClick={() => {
            removeVariant(variant.id);
          }}
        >
          <IconX size={14} />
        </button>
      </Tooltip>
    </span>
  );
}
