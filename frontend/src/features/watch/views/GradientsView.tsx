import { useMemo } from "react";
import { count, scientific } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import type { ParameterGradient } from "@/transport/messages";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { useWords } from "@/words";
import { describeUpdate, healthyUpdate, judgeUpdate } from "../gradientNorm";
import { gradientTable } from "../saving/tables";
import { ScaleSwitch } from "../ScaleSwitch";
import { View } from "../View";
import { useFlowNodes } from "../watchedNodes";
import { FlowView } from "./OverviewView";
import styles from "./GradientsView.module.css";
import views from "./views.module.css";

/** Do gradients arrive, and are the steps they cause of a sound size. */
export function GradientsView() {
  return (
    <div className={views.aside}>
      <div className={views.cell}>
        <FlowView tools={<ScaleSwitch of="flow" />} />
      </div>
      <div className={views.cell}>
        <GradientTable />
      </div>
    </div>
  );
}

interface Row extends ParameterGradient {
  node: string;
  parameter: string;
}

function readRows(nodes: readonly string[]): Row[] {
  return nodes.flatMap((node) =>
    Object.entries(probes.gradientStats(node)?.parameters ?? {}).map(([parameter, figures]) => ({
      node,
      parameter,
      ...figures,
    })),
  );
}

/** Gives the same list as long as no probe came. */
function rowsReader(nodes: readonly string[]): () => readonly Row[] {
  let version = -1;
  let rows: readonly Row[] = [];
  return () => {
    if (version !== probes.version) {
      version = probes.version;
      rows = readRows(nodes);
    }
    return rows;
  };
}

function figure(value: number | null): string {
  return value === null ? "–" : scientific(value);
}

function GradientTable() {
  const say = useWords("watch");
  const { nodes, selected, step } = useFlowNodes();
  const read = useMemo(() => rowsReader(nodes.map(({ id }) => id)), [nodes]);
  const rows = useMeasured(probes, read);
  return (
    <View
      title={say("gradients.table")}
      subtitle={say("gradients.tableUnit")}
      aside={step === null ? null : say("step", { step: count(step) })}
      isMeasured={rows.length > 0}
      figures={{
        name: "gradients",
        caption: say("gradients.table"),
        read: () => gradientTable(nodes.flatMap(({ id }) => probes.gradientStats(id) ?? [])),
        isPicture: false,
      }}
      empty={say("gradients.tableEmpty")}
    >
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={say("gradients.table")}>
        {rows.length > 0 && (
          <table className={styles.table} data-testid="gradient-table">
            <thead>
              <tr>
                <th scope="col">{say("gradients.parameter")}</th>
                <th scope="col">{say("gradients.norm")}</th>
                <th scope="col">{say("gradients.mean")}</th>
                <th scope="col">{say("gradients.spread")}</th>
                <th scope="col">{say("gradients.largest")}</th>
                <th scope="col">{say("gradients.ratio")}</th>
                <th aria-hidden className={styles.band}>
                  {say("gradients.band")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.node} ${row.parameter}`} data-selected={row.node === selected}>
                  <th scope="row">
                    {row.node} <span>{row.parameter}</span>
                  </th>
                  <td>{figure(row.norm)}</td>
                  <td>{figure(row.mean)}</td>
                  <td>{figure(row.std)}</td>
                  <td>{figure(row.maxAbs)}</td>
                  <UpdateRatio ratio={row.updateRatio} />
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {rows.length > 0 && (
          <p className={styles.note}>
            {say("gradients.note", {
              low: scientific(healthyUpdate.low, 0),
              high: scientific(healthyUpdate.high, 0),
            })}
          </p>
        )}
      </div>
    </View>
  );
}

/** The track spans 1e-7 to 1; a ratio outside stands at its end. */
const track = { low: -7, high: 0 };

function place(ratio: number): number {
  const share = (Math.log10(ratio) - track.low) / (track.high - track.low);
  return Math.max(0, Math.min(1, share)) * 100;
}

function UpdateRatio({ ratio }: { ratio: number | null }) {
  const say = useWords("watch");
  const verdict = ratio === null || ratio === 0 ? null : judgeUpdate(ratio);
  return (
    <>
      <td
        data-finding={verdict !== null && verdict !== "healthy"}
        title={
          ratio === null ? say("update.none") : verdict ? describeUpdate(verdict, say) : undefined
        }
      >
        {figure(ratio)}
      </td>
      <td className={styles.trackCell} aria-hidden>
        <div className={styles.track}>
          <i
            className={styles.band}
            style={{
              left: `${place(healthyUpdate.low)}%`,
              right: `${100 - place(healthyUpdate.high)}%`,
            }}
          />
          {ratio !== null && ratio > 0 && (
            <i
              className={styles.mark}
              data-finding={verdict !== "healthy"}
              style={{ left: `${place(ratio)}%` }}
            />
          )}
        </div>
      </td>
    </>
  );
}
