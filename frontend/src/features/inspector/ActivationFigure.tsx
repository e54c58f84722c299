import { useMemo } from "react";
import type { ActivationCurve, LayerEntry, NetworkNode } from "@/contracts";
import { threeFigures } from "@/draw/format";
import { familyColour } from "@/draw/theme";
import { getActivationCurve } from "@/transport/curves";
import { SmallChart, type SmallFigure, useAnswer } from "@/ui";
import { useWords } from "@/words";
import styles from "./Inspector.module.css";

interface ActivationFigureProps {
  node: NetworkNode;
  entry: LayerEntry;
}

/** What an activation makes of each value, and the slope that it hands back, as the engine's own layer answers. */
export function ActivationFigure({ node, entry }: ActivationFigureProps) {
  const say = useWords("theory");
  // A node's name and neighbours change nothing of its curve.
  const { inputs: _, ...settings } = node;
  const { found, problem } = useAnswer({ node: { ...settings, id: "node" } }, getActivationCurve);
  const known = found?.kind === node.kind ? found : null;
  const figure = useMemo<SmallFigure | null>(
    () =>
      known && {
        x: known.x,
        lines: [
          {
            name: say("activation.output"),
            colour: (theme) => familyColour(theme, entry.family),
            values: known.y,
          },
          {
            name: say("activation.derivative"),
            colour: (theme) => theme.soft,
            isDashed: true,
            values: known.derivative,
          },
        ],
        shaded: known.saturated,
        shadedName: say("activation.saturated"),
        reading: (index) =>
          say("activation.reading", {
            x: threeFigures(known.x[index] ?? NaN),
            y: figureOf(known.y[index]),
            slope: figureOf(known.derivative[index]),
          }),
      },
    [known, entry.family, say],
  );
  return (
    <section className={styles.section} data-testid="activation-figure">
      <SmallChart
        title={say("activation.title")}
        figure={figure}
        absent={problem ?? say("activation.waiting")}
        label={say("activation.label", { title: entry.title })}
        summary={known && <Values curve={known} />}
        testId="activation-curve"
      />
      {figure !== null && problem !== null && <p className={styles.sentence}>{problem}</p>}
    </section>
  );
}

function figureOf(value: number | null | undefined): string {
  return value == null ? "–" : threeFigures(value);
}

/** Some values of both curves as a table, evenly spaced. */
function Values({ curve }: { curve: ActivationCurve }) {
  const say = useWords("theory");
  const last = curve.x.length - 1;
  const places = [0, 1, 2, 3, 4, 5, 6].map((part) => Math.round((part / 6) * last));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say("activation.input")}</th>
          <th scope="col">{say("activation.output")}</th>
          <th scope="col">{say("activation.derivative")}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place}>
            <th scope="row">{figureOf(curve.x[place])}</th>
            <td>{figureOf(curve.y[place])}</td>
            <td>{figureOf(curve.derivative[place])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
