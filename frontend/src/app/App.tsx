import { MantineProvider } from "@mantine/core";
import { useCallback, useEffect, useMemo, useState } from "react";
import { NetworkGraph, Palette } from "@/features/builder";
import { FirstVisit, followHints } from "@/features/first-visit";
import { Inspector } from "@/features/inspector";
import { DataSettings, LossSettings, RunSettings } from "@/features/settings";
import { TopBar } from "@/features/transport-bar";
import { CardMiniature, Dock, NodeMeasurements } from "@/features/watch";
import { useCatalog, useDocument } from "@/state/document";
import { openGlass, useGlassTab } from "./glass";
import { KeyList } from "./KeyList";
import { listenToKeys } from "./keys";
import { Layout } from "./layout/Layout";
import { PageTools } from "./PageTools";
import { StatusLine } from "./StatusLine";
import { cssVariables, theme } from "./theme/theme";
import { Waiting } from "./Waiting";

/** The page: its places, and what fills them. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Studio />
    </MantineProvider>
  );
}

function Studio() {
  const [keysShown, setKeysShown] = useState(false);
  const loaded = useDocument((state) => state.loaded);
  const problem = useCatalog((state) => state.problem);
  const glassTab = useGlassTab();
  const dockTabs = useMemo(() => [glassTab], [glassTab]);
  const miniature = useCallback((nodeId: string) => <CardMiniature nodeId={nodeId} />, []);
  const measurements = useCallback((nodeId: string) => <NodeMeasurements nodeId={nodeId} />, []);

  useEffect(
    () =>
      listenToKeys(() => {
        setKeysShown(true);
      }),
    [],
  );

  useEffect(followHints, []);

  if (!loaded) return <Waiting problem={problem} />;
  return (
    <>
      <Layout
        top={
          <TopBar
            tools={
              <PageTools
                onKeys={() => {
                  setKeysShown(true);
                }}
              />
            }
          />
        }
        palette={<Palette />}
        graph={
          <>
            <NetworkGraph renderMiniature={miniature} onLookInto={openGlass} />
            <StatusLine otherwise={<FirstVisit />} />
          </>
        }
        inspector={
          <Inspector
            renderMeasurements={measurements}
            onLookInto={openGlass}
            runSettings={<RunSettings />}
            dataSettings={<DataSettings />}
            lossSettings={<LossSettings withFormula />}
          />
        }
        dock={<Dock more={dockTabs} />}
      />
      <KeyList
        opened={keysShown}
        onClose={() => {
          setKeysShown(false);
        }}
      />
    </>
  );
}
