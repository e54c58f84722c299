import { Tabs } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { useWords } from "@/words";
import styles from "./Dock.module.css";
import { DockStatus } from "./DockStatus";
import { FreezeButton } from "./FreezeButton";
import { useWatchPreferences, watchPreferences } from "./preferences";
import { ActivationsView } from "./views/ActivationsView";
import { CurvesView } from "./views/CurvesView";
import { FiltersView } from "./views/FiltersView";
import { GradientsView } from "./views/GradientsView";
import { OverviewView } from "./views/OverviewView";
import { WeightsView } from "./views/WeightsView";

// Views that few visits open come when they are opened.
const DecisionView = lazy(() => import("./views/DecisionView"));
const MapsView = lazy(() => import("./views/MapsView"));
const MistakesView = lazy(() => import("./views/MistakesView"));
const SignalView = lazy(() => import("./views/SignalView"));
const DrawView = lazy(() => import("./drawing"));

/** One tab a question. Only the open one is mounted: a hidden view draws nothing. */
const tabs = [
  { name: "overview", view: <OverviewView /> },
  { name: "curves", view: <CurvesView /> },
  { name: "activations", view: <ActivationsView /> },
  { name: "gradients", view: <GradientsView /> },
  { name: "weights", view: <WeightsView /> },
  { name: "signal", view: <SignalView /> },
  { name: "filters", view: <FiltersView /> },
  { name: "maps", view: <MapsView /> },
  { name: "mistakes", view: <MistakesView /> },
  { name: "decision", view: <DecisionView /> },
  { name: "draw", view: <DrawView /> },
] as const;

/** A view that another feature brings to the dock. */
export interface DockTab {
  readonly name: string;
  /** What stands on the tab. */
  readonly title: ReactNode;
  readonly question: string;
  readonly view: ReactNode;
}

/** The views of what is measured, and those that other features bring. */
export function Dock({ more = [] }: { more?: readonly DockTab[] }) {
  const say = useWords("watch");
  const { tab } = useWatchPreferences();
  const all: readonly DockTab[] = [
    ...tabs.map(({ name, view }) => ({
      name,
      view,
      title: say(`tabs.${name}.title`),
      question: say(`tabs.${name}.question`),
    })),
    ...more,
  ];
  const open = all.some(({ name }) => name === tab) ? tab : "overview";
  return (
    <Tabs
      value={open}
      onChange={(name) => {
        if (name !== null) watchPreferences.setState({ tab: name });
      }}
      keepMounted={false}
      variant="none"
      classNames={{
        root: styles.dock ?? "",
        list: styles.list ?? "",
        tab: styles.tab ?? "",
        panel: styles.panel ?? "",
      }}
      data-testid="dock"
    >
      <div className={styles.bar}>
        <Tabs.List aria-label={say("tabs.label")}>
          {all.map(({ name, title, question }) => (
            <Tabs.Tab key={name} value={name} title={question} data-testid={`dock-tab-${name}`}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={styles.acts}>
          <FreezeButton />
          <DockStatus />
        </div>
      </div>
      {all.map(({ name, view }) => (
        <Tabs.Panel key={name} value={name} data-testid={`dock-view-${name}`}>
          <Suspense fallback={null}>{view}</Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
