import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { lazy, Suspense } from "react";
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

interface DockProps {
  /** What was found in the measurements, and what stands on its tab. */
  diagnosis: ReactNode;
  diagnosisTab: ReactNode;
  /** What that tab answers. */
  diagnosisQuestion: string;
}

/** The views of what is measured. */
export function Dock({ diagnosis, diagnosisTab, diagnosisQuestion }: DockProps) {
  const say = useWords("watch");
  const { tab } = useWatchPreferences();
  const isKnown = tab === "diagnosis" || tabs.some(({ name }) => name === tab);
  const open = isKnown ? tab : "overview";
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
          {tabs.map(({ name }) => (
            <Tabs.Tab
              key={name}
              value={name}
              title={say(`tabs.${name}.question`)}
              data-testid={`dock-tab-${name}`}
            >
              {say(`tabs.${name}.title`)}
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="diagnosis" title={diagnosisQuestion} data-testid="dock-tab-diagnosis">
            {diagnosisTab}
          </Tabs.Tab>
        </Tabs.List>
        <DockStatus />
      </div>
      {tabs.map(({ name, view }) => (
        <Tabs.Panel key={name} value={name} data-testid={`dock-view-${name}`}>
          {view}
        </Tabs.Panel>
      ))}
      <Tabs.Panel value="diagnosis" data-testid="dock-view-diagnosis">
        {diagnosis}
      </Tabs.Panel>
    </Tabs>
  );
}
