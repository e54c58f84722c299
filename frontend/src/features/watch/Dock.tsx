import { Tabs } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { useWords } from "@/words";
import styles from "./Dock.module.css";
import { DockStatus } from "./DockStatus";
import { useWatchPreferences, watchPreferences } from "./preferences";
import { ActivationsView } from "./views/ActivationsView";
import { CurvesView } from "./views/CurvesView";
import { DecisionView } from "./views/DecisionView";
import { FiltersView } from "./views/FiltersView";
import { GradientsView } from "./views/GradientsView";
import { OverviewView } from "./views/OverviewView";
import { WeightsView } from "./views/WeightsView";

/** Few visits need it: loaded when it is first opened. */
const DrawView = lazy(() => import("./drawing"));

/** One tab a question. Only the open one is mounted: a hidden view draws nothing. */
const tabs = [
  { name: "overview", view: <OverviewView /> },
  { name: "curves", view: <CurvesView /> },
  { name: "activations", view: <ActivationsView /> },
  { name: "gradients", view: <GradientsView /> },
  { name: "weights", view: <WeightsView /> },
  { name: "filters", view: <FiltersView /> },
  { name: "decision", view: <DecisionView /> },
  {
    name: "draw",
    view: (
      <Suspense>
        <DrawView />
      </Suspense>
    ),
  },
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
        <DockStatus />
      </div>
      {all.map(({ name, view }) => (
        <Tabs.Panel key={name} value={name} data-testid={`dock-view-${name}`}>
          {view}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
