import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useCallback, useId, useState } from "react";
import { variantLine } from "@/draw/variantPalette";
import { changeEntrant } from "@/state/descents";
import { entriesOf, useCatalog } from "@/state/document";
import { Formula, FormRow, KindSelect, KindSettings } from "@/ui";
import { useTheme } from "@/ui/canvas/theme";
import { useWords } from "@/words";
import styles from "./Descents.module.css";
import { LineMark } from "./LineMark";
import { type Method, useMethods } from "./useMethods";

/** Who descends, and with which settings. */
export function Methods() {
  const say = useWords("descents");
  const methods = useMethods();
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <section className={styles.methods} aria-label={say("methods")}>
      {methods.map((method, index) => (
        <div key={method.kind}>
          {method.isSecondOrder && methods[index - 1]?.isSecondOrder !== true && (
            <h2 className={styles.heading}>{say("secondOrder")}</h2>
          )}
          <MethodRow
            method={method}
            index={index}
            isOpened={opened === method.kind}
            onOpen={() => {
              setOpened(opened === method.kind ? null : method.kind);
            }}
          />
        </div>
      ))}
    </section>
  );
}

interface MethodRowProps {
  method: Method;
  index: number;
  isOpened: boolean;
  onOpen: () => void;
}

function MethodRow({ method, index, isOpened, onOpen }: MethodRowProps) {
  const say = useWords("descents");
  const theme = useTheme();
  const { kind, title, entry, entrant } = method;
  return (
    <>
      <div className={styles.method}>
        <label className={styles.tick} title={entry.sentence}>
          <input
            type="checkbox"
            checked={entrant.isOn}
            data-testid={`descents-tick-${kind}`}
            onChange={(event) => {
              changeEntrant(kind, { isOn: event.currentTarget.checked });
            }}
          />
          <LineMark line={variantLine(index, 8, theme)} />
          <span>{title}</span>
        </label>
        <button
          type="button"
          className={styles.more}
          aria-expanded={isOpened}
          aria-label={say("settings", { title })}
          data-testid={`descents-settings-${kind}`}
          onClick={onOpen}
        >
          {isOpened ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
        </button>
      </div>
      {isOpened && <MethodSettings method={method} />}
    </>
  );
}

function MethodSettings({ method: { kind, entry, entrant, isSecondOrder } }: { method: Method }) {
  const say = useWords("descents");
  const id = useId();
  const catalog = useCatalog((state) => state.catalog);
  const kinds = useCallback((list: string) => entriesOf(catalog, list), [catalog]);
  const hasRate = !isSecondOrder || "learning_rate" in entry.defaults;
  return (
    <div className={styles.settings} data-testid={`descents-form-${kind}`}>
      <p className={styles.sentence}>{entry.sentence}</p>
      <Formula latex={entry.formula} />
      <KindSettings
        path="optimizer"
        value={entrant.optimizer}
        entries={[entry]}
        kinds={kinds}
        onChange={(optimizer) => {
          changeEntrant(kind, { optimizer });
        }}
      />
      {hasRate && (
        <FormRow
          label={say("schedule")}
          htmlFor={id}
          below={
            <KindSettings
              path="schedule"
              value={entrant.schedule}
              entries={kinds("schedules")}
              kinds={kinds}
              onChange={(schedule) => {
                changeEntrant(kind, { schedule });
              }}
            />
          }
        >
          <KindSelect
            id={id}
            testId={`descents-schedule-${kind}`}
            value={entrant.schedule}
            entries={kinds("schedules")}
            onChange={(schedule) => {
              changeEntrant(kind, { schedule });
            }}
          />
        </FormRow>
      )}
    </div>
  );
}
