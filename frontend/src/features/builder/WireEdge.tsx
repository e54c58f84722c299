import { BaseEdge, type Edge, type EdgeProps, getBezierPath } from "@xyflow/react";
import { type Point, roundedPath } from "./layout";

export type Wire = Edge<{ route: Point[] | null; over: boolean }, "wire">;

/** A connection, along the route that the layout found, else in one curve. */
export function WireEdge(props: EdgeProps<Wire>) {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data } = props;
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition };
  const path = data?.route
    ? roundedPath([{ x: sourceX, y: sourceY }, ...data.route, { x: targetX, y: targetY }])
    : getBezierPath(ends)[0];
  return <BaseEdge id={props.id} path={path} interactionWidth={24} />;
}
