import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
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

/** One tab a question. Only the open one is mounted: a hidden view draws nothing. */
const tabs: readonly { name: string; title: string; question: string; view: ReactNode }[] = [
  {
    name: "overview",
    title: "Overview",
    question: "How does it go, at one look",
    view: <OverviewView />,
  },
  { name: "curves", title: "Curves", question: "How does the loss go", view: <CurvesView /> },
  {
    name: "activations",
    title: "Activations",
    question: "What do layers put out",
    view: <ActivationsView />,
  },
  {
    name: "gradients",
    title: "Gradients",
    question: "Do gradients arrive",
    view: <GradientsView />,
  },
  { name: "weights", title: "Weights", question: "How do weights spread", view: <WeightsView /> },
  {
    name: "filters",
    title: "Filters",
    question: "What do filters look for",
    view: <FiltersView />,
  },
  {
    name: "decision",
    title: "Decision surface",
    question: "What is answered where",
    view: <DecisionView />,
  },
];

/** The views of what is measured. */
export function Dock() {
  const { tab } = useWatchPreferences();
  const open = tabs.some(({ name }) => name === tab) ? tab : "overview";
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
        <Tabs.List aria-label="Views">
          {tabs.map(({ name, title, question }) => (
            <Tabs.Tab key={name} value={name} title={question} data-testid={`dock-tab-${name}`}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <DockStatus />
      </div>
      {tabs.map(({ name, view }) => (
        <Tabs.Panel key={name} value={name} data-testid={`dock-view-${name}`}>
          {view}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
