import { useMemo } from "react";
import type { DescentPath, SurfaceEntry } from "@/contracts";
import { gridOf } from "@/draw/contours";
import { type Ground, groundOf, type Way } from "@/draw/descentMap";
import { variantLine } from "@/draw/variantPalette";
import { useDescents } from "@/state/descents";
import { useCatalog } from "@/state/document";
import { type DescentsQuestion, getDescents } from "@/transport/descents";
import { useAnswer } from "@/ui";
import { useTheme } from "@/ui/canvas/theme";
import { useMethods } from "./useMethods";

/** Points of the map in each direction: fine enough that the narrowest valley has no steps. */
const GRID = 161;

/** A way with all that was measured of it. */
export interface MeasuredWay extends Way {
  readonly title: string;
  readonly path: DescentPath;
}

export interface Found {
  readonly surface: SurfaceEntry | undefined;
  /** Null until the surface was measured. */
  readonly ground: Ground | null;
  readonly ways: readonly MeasuredWay[];
  readonly problem: string | null;
}

/** What the server measured: the map once a surface, the ways whenever something changes. */
export function useWays(): Found {
  const kind = useDescents(({ surface }) => surface);
  const start = useDescents((state) => state.start);
  const steps = useDescents((state) => state.steps);
  const surface = useCatalog(({ catalog }) =>
    catalog?.surfaces.find((entry) => entry.kind === kind),
  );
  const methods = useMethods();
  const theme = useTheme();
  const descents = methods
    .filter(({ entrant }) => entrant.isOn)
    .map(({ entrant: { optimizer, schedule } }) => ({ optimizer, schedule }));

  const mapQuestion: DescentsQuestion = {
    surface: { kind },
    descents: [{ optimizer: { kind: "sgd" } }],
    steps: 1,
    grid: GRID,
  };
  const map = useAnswer(mapQuestion, getDescents);
  const question: DescentsQuestion = { surface: { kind }, start, descents, steps };
  const ways = useAnswer(descents.length === 0 ? null : question, getDescents);

  const ground = useMemo(() => {
    const sampled = map.found?.surface === kind ? map.found.map : null;
    return sampled ? groundOf(gridOf(sampled)) : null;
  }, [map.found, kind]);

  const isOn = methods.map(({ kind: method, entrant }) => (entrant.isOn ? method : "")).join(" ");
  const shown = useMemo<MeasuredWay[]>(() => {
    if (ways.found?.surface !== kind) return [];
    const paths = new Map(ways.found.descents.map((path) => [path.optimizer, path]));
    return methods.flatMap(({ kind: method, title, entrant }, index) => {
      const path = paths.get(method);
      if (path === undefined || !entrant.isOn) return [];
      const { x, y, value } = path;
      return [{ kind: method, title, line: variantLine(index, 8, theme), x, y, value, path }];
    });
    // The methods' settings come with the next answer; what is ticked holds at once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ways.found, kind, isOn, theme]);

  return { surface, ground, ways: shown, problem: ways.problem ?? map.problem };
}
