import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useCallback, useMemo, useState } from "react";
import { count } from "@/draw/format";
import { arenaStore, type LayerColumn, useArena } from "@/state/arena";
import { FamilyDot, formatCount } from "@/ui";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { useWords } from "@/words";
import styles from "./Arena.module.css";
import compared from "./Compared.module.css";
import curves from "./Curves.module.css";
import { ColumnFigures, LAYERS_A_PAGE, useColumns } from "./columns";
import { LayerCell, sizeOf } from "./LayerCell";
import { Switch } from "./Switch";
import type { ShownVariant } from "./useVariants";
import { VariantActs } from "./VariantActs";
import { pointing, VariantMark } from "./VariantMark";
import { arenaView, useArenaView } from "./view";

/** What each layer of each variant puts out: a row a variant, a column a layer. */
export function LayerGrid({ variants }: { variants: readonly ShownVariant[] }) {
  const say = useWords("arena");
  const moment = useArena((state) => state.moment);
  const range = useArenaView((view) => view.range);
  const layers = useArenaView((view) => view.layers);
  const columns = useColumns(variants, layers);
  const [asked, setPage] = useState(0);
  const page = Math.min(asked, Math.max(0, Math.ceil(columns.length / LAYERS_A_PAGE) - 1));
  const from = page * LAYERS_A_PAGE;
  const shown = useMemo(
    () =>
      columns.slice(from, from + LAYERS_A_PAGE).map((column) => ({
        column,
        figures: new ColumnFigures(column, variants, moment, range),
      })),
    [columns, from, variants, moment, range],
  );
  return (
    <>
      <div className={styles.gridTools}>
        <GridTools />
        {columns.length > LAYERS_A_PAGE && (
          <Pages
            from={from}
            all={columns.length}
            onTurn={(by) => {
              setPage(page + by);
            }}
          />
        )}
      </div>
      {columns.length === 0 ? (
        <p className={curves.absent}>{say("grid.empty")}</p>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={say("grid.label")}>
          <table
            className={compared.grid}
            style={{ minWidth: `${170 + shown.length * 104}px` }}
            data-testid="arena-grid"
          >
            <thead>
              <tr>
                <th scope="col">{say("grid.variant")}</th>
                {shown.map(({ column, figures }, index) => (
                  <ColumnHead key={from + index} column={column} figures={figures} />
                ))}
              </tr>
            </thead>
            <tbody>
              {variants.map((variant, place) => (
                <tr
                  key={variant.variant.id}
                  data-testid={`arena-row-${variant.variant.id}`}
                  {...pointing(variant.variant.id)}
                >
                  <th scope="row">
                    <div className={compared.rowHead}>
                      <VariantMark shown={variant} />
                      <VariantActs shown={variant} />
                    </div>
                  </th>
                  {shown.map(({ column, figures }, index) => (
                    <td key={from + index}>
                      <LayerCell
                        figures={figures}
                        place={place}
                        node={column.nodes[place] ?? null}
                        family={column.family}
                        variant={{ id: variant.variant.id, name: variant.name }}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function GridTools() {
  const say = useWords("arena");
  const moment = useArena((state) => state.moment);
  const range = useArenaView((view) => view.range);
  const layers = useArenaView((view) => view.layers);
  return (
    <>
      <Switch
        label={say("grid.moment")}
        choices={[
          { value: "start", text: say("grid.start") },
          { value: "now", text: say("grid.now") },
        ]}
        value={moment}
        testId="arena-moment"
        onChange={(value) => {
          arenaStore.setState({ moment: value });
        }}
      />
      <Switch
        label={say("grid.range")}
        title={say("grid.rangeHint")}
        choices={[
          { value: "shared", text: say("grid.shared") },
          { value: "own", text: say("grid.own") },
        ]}
        value={range}
        testId="arena-range"
        onChange={(value) => {
          arenaView.setState({ range: value });
        }}
      />
      <Switch
        label={say("grid.layers")}
        choices={[
          { value: "activation", text: say("grid.activation") },
          { value: "weights", text: say("grid.weights") },
          { value: "all", text: say("grid.all") },
        ]}
        value={layers}
        testId="arena-layers"
        onChange={(value) => {
          arenaView.setState({ layers: value });
        }}
      />
    </>
  );
}

function Pages({ from, all, onTurn }: { from: number; all: number; onTurn: (by: 1 | -1) => void }) {
  const say = useWords("arena");
  const to = Math.min(all, from + LAYERS_A_PAGE);
  return (
    <span className={styles.pages}>
      <button
        type="button"
        aria-label={say("grid.earlier")}
        disabled={from === 0}
        onClick={() => {
          onTurn(-1);
        }}
      >
        <IconChevronLeft size={14} />
      </button>
      <span>
        {say("grid.page", {
          from: formatCount(from + 1),
          to: formatCount(to),
          all: formatCount(all),
        })}
      </span>
      <button
        type="button"
        aria-label={say("grid.later")}
        disabled={to === all}
        onClick={() => {
          onTurn(1);
        }}
      >
        <IconChevronRight size={14} />
      </button>
    </span>
  );
}

/** The layer's names, how many values its histograms count, and at which step, where that is the same for all. */
function ColumnHead({ column, figures }: { column: LayerColumn; figures: ColumnFigures }) {
  const say = useWords("arena");
  const names = [...new Set(column.nodes.flatMap((node) => (node === null ? [] : [node.id])))];
  const all = useMeasured(
    figures.source,
    useCallback(() => figures.all(), [figures]),
  );
  const measured = all.flatMap((figure) => (figure === null ? [] : [figure]));
  const sizes = new Set(measured.map((figure) => sizeOf(figure, say)));
  const steps = new Set(measured.map(({ histogram }) => histogram.step));
  const [size = ""] = sizes;
  const [step = 0] = steps;
  return (
    <th scope="col">
      <span className={compared.columnName} title={names.join(", ")}>
        <FamilyDot family={column.family} /> {names.join(", ")}
      </span>
      <span className={compared.columnNote}>
        {[
          ...(steps.size === 1 ? [say("curves.atStep", { step: count(step) })] : []),
          ...(sizes.size > 1 ? [say("grid.sizeVaries")] : size === "" ? [] : [size]),
        ].join(" · ")}
      </span>
    </th>
  );
}
