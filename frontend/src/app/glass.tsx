/** The way into the glass box and out again: a level above the network, with the whole page to itself. */
import { lazy, Suspense, useMemo } from "react";
import { type DockTab, openTab, showTab } from "@/features/watch";
import { documentStore, type PanelName, preferencesStore, specOf } from "@/state/document";
import { lookInto } from "@/state/glass/door";
import { useWords } from "@/words";
import styles from "./app.module.css";

const TAB = "glass";

const GlassBox = lazy(async () => ({ default: (await import("@/features/glass-box")).GlassBox }));

/** What the page looked like before the glass box was opened over it; null where it was not. */
let before: { tab: string; maximised: PanelName | null; isHidden: boolean } | null = null;

function isOpen(): boolean {
  const { hidden, maximised } = preferencesStore.getState();
  return openTab() === TAB && !hidden.dock && (maximised === null || maximised === "dock");
}

/** Opens the glass box over the page, at a layer where one is given. */
export function openGlass(node: string | null = null): void {
  const { hidden, maximised } = preferencesStore.getState();
  if (!isOpen()) before = { tab: openTab(), maximised, isHidden: hidden.dock };
  showTab(TAB);
  preferencesStore.setState({ maximised: "dock", hidden: { ...hidden, dock: false } });
  lookInto(node);
}

/** Goes back to where the glass box was opened; returns whether it was, and is still open. */
export function closeGlass(): boolean {
  const back = before;
  if (back === null || !isOpen()) return false;
  before = null;
  showTab(back.tab);
  const { hidden } = preferencesStore.getState();
  preferencesStore.setState({
    maximised: back.maximised,
    hidden: { ...hidden, dock: back.isHidden },
  });
  return true;
}

/** Into the layer that is selected, or back. */
export function toggleGlass(): void {
  if (closeGlass()) return;
  const { selection } = documentStore.getState();
  const names = specOf(documentStore.getState()).network.nodes.map(({ id }) => id);
  openGlass(selection.findLast((id) => names.includes(id)) ?? null);
}

/** The glass box as a tab of the dock; its code comes when it is opened. */
export function useGlassTab(): DockTab {
  const say = useWords("glass");
  return useMemo(
    () => ({
      name: TAB,
      title: say("title"),
      question: say("question"),
      view: (
        <Suspense fallback={<p className={styles.loadingView}>{say("loading")}</p>}>
          <GlassBox />
        </Suspense>
      ),
    }),
    [say],
  );
}
