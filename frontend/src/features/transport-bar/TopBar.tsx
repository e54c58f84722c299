import type { ReactNode } from "react";
import { LearningRate } from "./LearningRate";
import { PresetMenu } from "./PresetMenu";
import { RunFigures } from "./RunFigures";
import styles from "./TopBar.module.css";
import { Transport } from "./Transport";

/** What runs, what can be done with it, and how it stands. `tools` are the page's own buttons. */
export function TopBar({ tools }: { tools: ReactNode }) {
  return (
    <header className={styles.bar} data-testid="top-bar">
      <div className={styles.identity}>
        <h1 className={styles.logo}>
          <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden>
            <g fill="none" stroke="var(--accent)" strokeLinecap="round">
              <circle cx="11" cy="11" r="9.5" strokeWidth="1.6" />
              <path d="M3 12c3-6 4.5 5 8 0s5-6 8-1" strokeWidth="1.8" />
            </g>
          </svg>
          <span>Neurarium</span>
        </h1>
        <span className={styles.separator} />
        <PresetMenu />
      </div>
      <Transport />
      <LearningRate />
      <RunFigures />
      <div className={styles.tools}>{tools}</div>
    </header>
  );
}
