import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { CSSProperties, ReactNode } from "react";
import { PANEL_LIMITS, type PanelName, toggleMaximised, usePreferences } from "@/state/document";
import styles from "./Layout.module.css";
import { Resizer } from "./Resizer";

interface LayoutProps {
  top: ReactNode;
  palette: ReactNode;
  graph: ReactNode;
  inspector: ReactNode;
  dock: ReactNode;
}

/** The places of the page. Hidden panels stay mounted, so that what they show is kept. */
export function Layout({ top, palette, graph, inspector, dock }: LayoutProps) {
  const sizes = usePreferences((state) => state.sizes);
  const hidden = usePreferences((state) => state.hidden);
  const maximised = usePreferences((state) => state.maximised);
  const extent = (panel: PanelName): string => (hidden[panel] ? "0px" : `${sizes[panel]}px`);

  return (
    <div
      className={styles.layout}
      data-maximised={maximised ?? undefined}
      style={
        {
          "--palette": extent("palette"),
          "--inspector": extent("inspector"),
          "--dock": extent("dock"),
          "--dock-least": hidden.dock ? "0px" : `${PANEL_LIMITS.dock.least}px`,
        } as CSSProperties
      }
    >
      <div className={styles.top}>{top}</div>
      <div className={styles.palette} hidden={hidden.palette}>
        {palette}
        <Resizer panel="palette" edge="right" label="Width of the layer list" />
      </div>
      <main className={styles.graph}>{graph}</main>
      <div className={styles.dock} hidden={hidden.dock}>
        <Resizer panel="dock" edge="top" label="Height of the dock" />
        <button
          type="button"
          className={styles.maximise}
          aria-pressed={maximised === "dock"}
          aria-label="Dock over the whole page"
          title={maximised === "dock" ? "Back to its place (F)" : "Over the whole page (F)"}
          data-testid="maximise-dock"
          onClick={() => {
            toggleMaximised("dock");
          }}
        >
          {maximised === "dock" ? <IconChevronDown size={13} /> : <IconChevronUp size={13} />}
        </button>
        {dock}
      </div>
      <div className={styles.inspector} hidden={hidden.inspector}>
        <Resizer panel="inspector" edge="left" label="Width of the inspector" />
        {inspector}
      </div>
    </div>
  );
}
