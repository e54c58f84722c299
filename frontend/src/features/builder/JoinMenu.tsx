import { Menu } from "@mantine/core";
import { connectNodes, connectThrough, edgesOf, useMerges, useSpec } from "@/state/document";
import { FamilyDot } from "@/ui";
import { useWords } from "@/words";
import styles from "./menus.module.css";

/** A wire that was drawn to a layer whose one input is taken. */
export interface Joining {
  source: string;
  target: string;
  /** In pixels of the window: where the wire was let go. */
  at: { x: number; y: number };
}

/** What shall become of such a wire: both through a merge, which makes a skip or a branch, or the new one alone. */
export function JoinMenu({ joining, onClose }: { joining: Joining; onClose: () => void }) {
  const say = useWords("builder");
  const merges = useMerges();
  const nodes = useSpec((spec) => spec.network.nodes);
  const { source, target, at } = joining;
  const taken = edgesOf(nodes).find((edge) => edge.target === target)?.source;
  return (
    <Menu
      opened
      position="right-start"
      withinPortal
      onChange={(opened) => {
        if (!opened) onClose();
      }}
    >
      <Menu.Target>
        <span className={styles.anchor} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown data-testid="join-menu">
        <Menu.Label>{say("join.title", { target })}</Menu.Label>
        {taken !== undefined &&
          merges.map((merge) => (
            <Menu.Item
              key={merge.kind}
              leftSection={<FamilyDot family={merge.family} />}
              data-testid={`join-${merge.kind}`}
              onClick={() => {
                connectThrough(merge.kind, source, target);
              }}
            >
              {say("join.through", { merge: merge.title })}
            </Menu.Item>
          ))}
        <Menu.Item
          leftSection={<FamilyDot family="shape" />}
          data-testid="join-instead"
          onClick={() => {
            connectNodes(source, target);
          }}
        >
          {say("join.instead", { source })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
