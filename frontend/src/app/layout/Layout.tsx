import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { CSSProperties, ReactNode } from "react";
import { PANEL_LIMITS, type PanelName, toggleMaximised, usePreferences } from "@/state/document";
import { useWords } from "@/words";
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
  const say = useWords("app");
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
      <main className={styles.panels}>
        <div className={styles.palette} hidden={hidden.palette}>
          {palette}
          <Resizer panel="palette" edge="right" label={say("panels.palette.size")} />
        </div>
        <div className={styles.graph}>{graph}</div>
        <section className={styles.dock} aria-label={say("panels.dock.name")} hidden={hidden.dock}>
          <h2 className="visually-hidden">{say("panels.dock.name")}</h2>
          <Resizer panel="dock" edge="top" label={say("panels.dock.size")} />
          <button
            type="button"
            className={styles.maximise}
            aria-pressed={maximised === "dock"}
            aria-label={say("panels.maximise")}
            title={say(maximised === "dock" ? "panels.restoreHint" : "panels.maximiseHint")}
            data-testid="maximise-dock"
            onClick={() => {
              toggleMaximised("dock");
            }}
          >
            {maximised === "dock" ? <IconChevronDown size={13} /> : <IconChevronUp size={13} />}
          </button>
          {dock}
        </section>
        <div className={styles.inspector} hidden={hidden.inspector}>
          <Resizer panel="inspector" edge="left" label={say("panels.inspector.size")} />
          {inspector}
        </div>
      </main>
    </div>
  );
}
