/**
 * Where the cards and the wires of a network go.
 *
 * The network is layered from left to right (dagre); a chain longer than the view is wide is broken
 * into rows, like lines of text, with as many columns as make the whole picture largest.
 */
import dagre from "@dagrejs/dagre";

export const CARD_WIDTH = 160;
export const CARD_HEIGHT = 112;
export const COLUMN_GAP = 34;
export const ROW_GAP = 44;
const LANE_GAP = 20;

export interface Point {
  x: number;
  y: number;
}

export interface Wire {
  source: string;
  target: string;
}

export interface Layout {
  /** Top left corner of each card. */
  cards: Map<string, Point>;
  /** The corners that a wire takes between its ends, by `wireId`; none where it goes straight. */
  routes: Map<string, Point[]>;
  /** The row that each card is in, from above. */
  rowOf: Map<string, number>;
  width: number;
  height: number;
}

export function wireId({ source, target }: Wire): string {
  return `${source}→${target}`;
}

interface Layered {
  columnOf: Map<string, number>;
  yOf: Map<string, number>;
  bendsOf: Map<string, Point[]>;
  columns: number;
}

/** One long row, from dagre: the column of each card and its height in it. */
function layered(ids: readonly string[], wires: readonly Wire[]): Layered {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", ranksep: COLUMN_GAP, nodesep: LANE_GAP, edgesep: LANE_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { width: CARD_WIDTH, height: CARD_HEIGHT });
  for (const { source, target } of wires) graph.setEdge(source, target);
  dagre.layout(graph);

  const centre = (id: string): Point => graph.node(id) as Point;
  const xs = [...new Set(ids.map((id) => Math.round(centre(id).x)))].sort((a, b) => a - b);
  const columnOf = new Map<string, number>();
  const yOf = new Map<string, number>();
  for (const id of ids) {
    const { x, y } = centre(id);
    columnOf.set(id, xs.indexOf(Math.round(x)));
    yOf.set(id, y);
  }
  const bendsOf = new Map<string, Point[]>();
  for (const wire of wires) {
    const points = (graph.edge(wire.source, wire.target) as { points: Point[] }).points;
    bendsOf.set(wireId(wire), points);
  }
  return { columnOf, yOf, bendsOf, columns: xs.length };
}

interface Row {
  top: number;
  height: number;
  /** What dagre's heights in this row are measured from. */
  offset: number;
}

function rowsOf(layer: Layered, columns: number): Row[] {
  const count = Math.max(1, Math.ceil(layer.columns / columns));
  const spans = Array.from({ length: count }, () => ({ low: Infinity, high: -Infinity }));
  const include = (column: number, low: number, high: number): void => {
    const span = spans[Math.floor(column / columns)];
    if (span === undefined) return;
    span.low = Math.min(span.low, low);
    span.high = Math.max(span.high, high);
  };
  for (const [id, column] of layer.columnOf) {
    const y = layer.yOf.get(id) ?? 0;
    include(column, y - CARD_HEIGHT / 2, y + CARD_HEIGHT / 2);
  }
  let top = 0;
  return spans.map(({ low, high }) => {
    const height = Number.isFinite(low) ? high - low : CARD_HEIGHT;
    const row = { top, height, offset: Number.isFinite(low) ? low : 0 };
    top += height + ROW_GAP;
    return row;
  });
}

function extent(layer: Layered, columns: number): { width: number; height: number } {
  const last = rowsOf(layer, columns).at(-1);
  const used = Math.min(columns, layer.columns);
  return {
    width: used * (CARD_WIDTH + COLUMN_GAP) - COLUMN_GAP,
    height: last === undefined ? CARD_HEIGHT : last.top + last.height,
  };
}

/** Fewer rows are worth this much of the scale: a card alone in a row reads badly. */
const ROW_WORTH = 0.88;

/** How many columns show the network large and in few rows; never larger than life. */
function bestColumns(layer: Layered, view: { width: number; height: number }): number {
  const offers = Array.from({ length: Math.max(1, layer.columns) }, (_, place) => {
    const { width, height } = extent(layer, place + 1);
    const scale = Math.min(1, view.width / width, view.height / height);
    return { columns: place + 1, rows: Math.ceil(layer.columns / (place + 1)), scale };
  });
  const largest = Math.max(...offers.map((offer) => offer.scale));
  const [best] = offers
    .filter((offer) => offer.scale >= largest * ROW_WORTH)
    .sort((one, other) => one.rows - other.rows || other.scale - one.scale);
  return best?.columns ?? 1;
}

/**
 * Lays out the cards `ids` (in the order of the network) and their wires for a view of this size.
 * Wires between unknown cards are left out; cycles are laid out as well as they can be.
 */
export function layOut(
  ids: readonly string[],
  wires: readonly Wire[],
  view: { width: number; height: number },
): Layout {
  const known = new Set(ids);
  const drawn = wires.filter(({ source, target }) => known.has(source) && known.has(target));
  const layer = layered(ids, drawn);
  const columns = bestColumns(layer, view);
  const rows = rowsOf(layer, columns);
  const step = CARD_WIDTH + COLUMN_GAP;

  const cards = new Map<string, Point>();
  const rowOf = new Map<string, number>();
  for (const id of ids) {
    const column = layer.columnOf.get(id) ?? 0;
    rowOf.set(id, Math.floor(column / columns));
    const row = rows[Math.floor(column / columns)] ?? { top: 0, offset: 0 };
    const y = (layer.yOf.get(id) ?? 0) - CARD_HEIGHT / 2 - row.offset + row.top;
    cards.set(id, { x: (column % columns) * step, y });
  }

  const routes = new Map<string, Point[]>();
  const lanes = new Map<number, number>();
  for (const wire of drawn) {
    const from = layer.columnOf.get(wire.source) ?? 0;
    const to = layer.columnOf.get(wire.target) ?? 0;
    const [fromRow, toRow] = [Math.floor(from / columns), Math.floor(to / columns)];
    if (fromRow === toRow) {
      const row = rows[fromRow];
      const shift = (row?.top ?? 0) - (row?.offset ?? 0);
      if (to - from > 1) routes.set(wireId(wire), throughRow(wire, layer, cards, shift));
    } else {
      routes.set(wireId(wire), toOtherRow(wire, cards, rows, [fromRow, toRow], lanes));
    }
  }
  return { cards, routes, rowOf, ...extent(layer, columns) };
}

/** A wire past other cards of its row: at the height that dagre kept free for it. */
function throughRow(wire: Wire, layer: Layered, cards: Map<string, Point>, shift: number): Point[] {
  const source = cards.get(wire.source) ?? { x: 0, y: 0 };
  const target = cards.get(wire.target) ?? { x: 0, y: 0 };
  const bends = layer.bendsOf.get(wireId(wire)) ?? [];
  const y = (bends[Math.floor(bends.length / 2)]?.y ?? 0) + shift;
  const start = source.x + CARD_WIDTH + COLUMN_GAP / 2;
  const end = target.x - COLUMN_GAP / 2;
  return [
    { x: start, y: source.y + CARD_HEIGHT / 2 },
    { x: start, y },
    { x: end, y },
    { x: end, y: target.y + CARD_HEIGHT / 2 },
  ];
}

/**
 * A wire to another row: out to the right, down into the gap between the rows, back to the left, and
 * in from the left. Wires that share a gap keep some pixels between them.
 */
function toOtherRow(
  wire: Wire,
  cards: Map<string, Point>,
  rows: readonly Row[],
  [fromRow, toRow]: [number, number],
  lanes: Map<number, number>,
): Point[] {
  const source = cards.get(wire.source) ?? { x: 0, y: 0 };
  const target = cards.get(wire.target) ?? { x: 0, y: 0 };
  const lane = (gap: number): number => {
    const used = lanes.get(gap) ?? 0;
    lanes.set(gap, used + 1);
    return Math.min(used, 3) * 8 - (used > 0 ? 4 : 0);
  };
  const below = (row: number): number => {
    const { top, height } = rows[row] ?? { top: 0, height: CARD_HEIGHT };
    return top + height + ROW_GAP / 2;
  };
  const sidestep = lane(fromRow);
  const exit = source.x + CARD_WIDTH + COLUMN_GAP / 2 - sidestep / 2;
  const entry = target.x - COLUMN_GAP / 2 + sidestep / 2;
  const down = below(fromRow) + sidestep;
  const start = [
    { x: exit, y: source.y + CARD_HEIGHT / 2 },
    { x: exit, y: down },
  ];
  const end = { x: entry, y: target.y + CARD_HEIGHT / 2 };
  const above = below(toRow - 1) + sidestep;
  if (Math.abs(above - down) < 1) return [...start, { x: entry, y: down }, end];
  const margin = -COLUMN_GAP / 2 - sidestep;
  return [...start, { x: margin, y: down }, { x: margin, y: above }, { x: entry, y: above }, end];
}

/** The point half way along a line through the points. */
export function middleOf(points: readonly Point[]): Point {
  const pieces = points.slice(1).map((to, place) => {
    const from = points[place] ?? to;
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
  });
  let left = pieces.reduce((sum, { length }) => sum + length, 0) / 2;
  for (const { from, to, length } of pieces) {
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** An SVG path through the points, straight pieces with rounded corners. */
export function roundedPath(points: readonly Point[], radius = 10): string {
  const [start, ...rest] = points;
  if (start === undefined) return "";
  let path = `M${start.x},${start.y}`;
  let previous = start;
  rest.forEach((corner, place) => {
    const next = rest[place + 1];
    if (next === undefined) {
      path += ` L${corner.x},${corner.y}`;
      return;
    }
    const before = towards(corner, previous, radius);
    const after = towards(corner, next, radius);
    path += ` L${before.x},${before.y} Q${corner.x},${corner.y} ${after.x},${after.y}`;
    previous = corner;
  });
  return path;
}

/** The point `distance` from `from` on the way to `to`, at most half the way. */
function towards(from: Point, to: Point, distance: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return from;
  const share = Math.min(distance, length / 2) / length;
  return { x: from.x + dx * share, y: from.y + dy * share };
}
