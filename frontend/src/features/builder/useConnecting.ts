/** Drawing wires from port to port. */
import type { Connection, Edge } from "@xyflow/react";
import { useState } from "react";
import { canConnect, connectNodes, isTaken, OUTPUT } from "@/state/document";
import type { Joining } from "./JoinMenu";
import type { ShownNetwork } from "./shownNetwork";

export function useConnecting(shown: ShownNetwork) {
  const [joining, setJoining] = useState<Joining | null>(null);

  /** The node whose output leaves a card. */
  const exitOf = (card: string): string =>
    shown.cards.find(({ id }) => id === card)?.repeat?.exit ?? card;

  return {
    joining,
    endJoining: () => {
      setJoining(null);
    },
    isValidConnection: ({ source, target }: Connection | Edge) =>
      target !== OUTPUT && source !== OUTPUT && canConnect(exitOf(source), target),
    onConnect: ({ source, target }: Connection) => {
      const from = exitOf(source);
      if (!isTaken(target)) {
        connectNodes(from, target);
        return;
      }
      const port = document.querySelector(
        `.react-flow__node[data-id="${CSS.escape(target)}"] .react-flow__handle.target`,
      );
      const { x = 0, y = 0 } = port?.getBoundingClientRect() ?? {};
      setJoining({ source: from, target, at: { x, y } });
    },
  };
}
