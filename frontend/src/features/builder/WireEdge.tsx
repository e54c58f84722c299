import { BaseEdge, type Edge, type EdgeProps, getBezierPath } from "@xyflow/react";
import type { Place } from "@/state/document";
import { useWords } from "@/words";
import { insertHere } from "./insertion";
import { middleOf, type Point, roundedPath } from "./layout";
import { WireFlow } from "./WireFlow";

export type Wire = Edge<{ route: Point[] | null; place: Place }, "wire">;

/** A connection, along the route that the layout found, else in one curve; with a button that adds a layer on it. */
export function WireEdge(props: EdgeProps<Wire>) {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data } = props;
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition };
  const [curve, curveX, curveY] = getBezierPath(ends);
  const points = data?.route
    ? [{ x: sourceX, y: sourceY }, ...data.route, { x: targetX, y: targetY }]
    : null;
  const middle = points === null ? { x: curveX, y: curveY } : middleOf(points);
  return (
    <>
      <WireFlow source={props.source} target={props.target}>
        <BaseEdge
          id={props.id}
          path={points === null ? curve : roundedPath(points)}
          interactionWidth={24}
        />
      </WireFlow>
      {data !== undefined && <InsertButton place={data.place} at={middle} />}
    </>
  );
}

function InsertButton({ place, at }: { place: Place; at: Point }) {
  const say = useWords("builder");
  return (
    <g
      className="insert"
      role="button"
      aria-label={say("wire.insert")}
      data-testid={`insert-${place.source}`}
      transform={`translate(${at.x} ${at.y})`}
      onClick={(event) => {
        event.stopPropagation();
        insertHere(event.currentTarget, place);
      }}
    >
      <title>{say("wire.insert")}</title>
      <circle r={9} />
      <path d="M-4 0H4M0 -4V4" />
    </g>
  );
}
