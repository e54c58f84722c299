import { MantineProvider } from "@mantine/core";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { NetworkGraph, Palette } from "@/features/builder";
import { Diagnosis, DiagnosisNews, DiagnosisTab, NodeFindings } from "@/features/diagnosis";
import { FirstVisit, followHints } from "@/features/first-visit";
import { Inspector } from "@/features/inspector";
import { DataSettings, LossSettings, RunSettings } from "@/features/settings";
import { FileDrop, TopBar } from "@/features/transport-bar";
import { CardMiniature, Dock, NodeMeasurements } from "@/features/watch";
import { useArena } from "@/state/arena";
import { useDescents } from "@/state/descents";
import { mend, useCatalog, useDocument } from "@/state/document";
import { MendContext } from "@/ui";
import { useWords } from "@/words";
import styles from "./app.module.css";
import { openGlass, useGlassTab } from "./glass";
import { KeyList } from "./KeyList";
import { listenToKeys } from "./keys";
import { Layout } from "./layout/Layout";
import { PageTools } from "./PageTools";
import { StatusLine } from "./StatusLine";
import { cssVariables, theme } from "./theme/theme";
import { Waiting } from "./Waiting";

/** Few visits need it: loaded when it is first opened. */
const Arena = lazy(() => import("@/features/arena"));
const Descents = lazy(() => import("@/features/descents"));

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
  const inArena = useArena(({ isOpen }) => isOpen);
  const onSurface = useDescents(({ isOpen }) => isOpen);
  const say = useWords("arena");
  const sayDescents = useWords("descents");
  const sayDiagnosis = useWords("diagnosis");
  const glassTab = useGlassTab();
  const dockTabs = useMemo(
    () => [
      {
        name: "diagnosis",
        title: <DiagnosisTab />,
        question: sayDiagnosis("question"),
        view: <Diagnosis />,
      },
      glassTab,
    ],
    [sayDiagnosis, glassTab],
  );
  const miniature = useCallback((nodeId: string) => <CardMiniature nodeId={nodeId} />, []);
  const findings = useCallback((nodeId: string) => <NodeFindings nodeId={nodeId} />, []);
  const measurements = useCallback((nodeId: string) => <NodeMeasurements nodeId={nodeId} />, []);

  useEffect(
    () =>
      listenToKeys(() => {
        setKeysShown(true);
      }),
    [],
  );

  useEffect(followHints, []);

  const studio = useRef<HTMLDivElement>(null);
  const isBehind = inArena || onSurface;
  const wasBehind = useRef(false);
  useEffect(() => {
    // Back from what lay over it, Tab goes on in the studio and keys act on it.
    if (wasBehind.current && !isBehind) studio.current?.focus();
    wasBehind.current = isBehind;
  }, [isBehind]);

  if (!loaded) return <Waiting problem={problem} />;
  return (
    <MendContext value={mend}>
      {/* Behind what lies over it, it stays as it is, out of reach of Tab. */}
      <div ref={studio} className={styles.studio} tabIndex={-1} inert={isBehind}>
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
              renderFindings={findings}
              onLookInto={openGlass}
              runSettings={<RunSettings />}
              dataSettings={<DataSettings />}
              lossSettings={<LossSettings withFormula />}
            />
          }
          dock={<Dock more={dockTabs} />}
        />
      </div>
      {inArena && (
        <Suspense fallback={<div className={styles.over}>{say("loading")}</div>}>
          <Arena />
        </Suspense>
      )}
      {onSurface && (
        <Suspense fallback={<div className={styles.over}>{sayDescents("loading")}</div>}>
          <Descents />
        </Suspense>
      )}
      <KeyList
        opened={keysShown}
        onClose={() => {
          setKeysShown(false);
        }}
      />
      <DiagnosisNews />
      <FileDrop />
    </MendContext>
  );
}
