import { createContext, type ReactNode, useContext } from "react";

/** Draws what was measured in a node; the page says with what, the graph only says where. */
export type RenderMiniature = (nodeId: string) => ReactNode;

export const MiniatureContext = createContext<RenderMiniature>(() => null);

export function useMiniature(): RenderMiniature {
  return useContext(MiniatureContext);
}
