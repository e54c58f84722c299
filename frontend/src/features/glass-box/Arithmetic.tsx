import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { scientific } from "@/draw/format";
import { Formula } from "@/ui";
import { useWords } from "@/words";
import { agrees, type Worked } from "./arithmetic/cases";
import styles from "./Arithmetic.module.css";
import { TermStrip } from "./TermStrip";

/** Enough figures to compare by: 0.31452, -1.2345e-5. */
export function precise(number: number): string {
  if (!Number.isFinite(number)) return Number.isNaN(number) ? "NaN" : number > 0 ? "∞" : "−∞";
  const size = Math.abs(number);
  const text =
    size !== 0 && (size < 1e-3 || size >= 1e6) ? number.toExponential(4) : number.toPrecision(5);
  return text.replace("-", "−").replace("e−", "e−").replace("e-", "e−").replace("e+", "e");
}

interface ArithmeticProps {
  worked: Worked | null;
  /** What the row of terms is. */
  rowLabel: string;
  /** How the formula calls what is seen in it, and what weights it. */
  letters?: readonly [seen: string, weight: string];
  /** Why there is no arithmetic. */
  none?: string;
  /** The run's number format, by which rounding is judged; null where both numbers are of different things. */
  format: string | null;
  term: number | null;
  onTerm: (term: number | null) => void;
  tools?: ReactNode;
  children?: ReactNode;
}

const inputAndWeight = ["x", "w"] as const;

/** One cell worked out: the formula with its numbers, the summands, and whether it adds up to what was measured. */
export function Arithmetic(props: ArithmeticProps) {
  const { worked, rowLabel, format } = props;
  const say = useWords("glass");
  return (
    <section className={styles.arithmetic} aria-label={say("arithmetic.title")}>
      <header className={styles.head}>
        <h3>{say("arithmetic.title")}</h3>
        {props.tools}
      </header>
      {worked === null ? (
        <p className={styles.none}>{props.none ?? say("arithmetic.none")}</p>
      ) : (
        <>
          <div className={styles.lines}>
            {worked.lines.map((line, index) => (
              // A line has no name but its place.
              <Formula key={index} latex={line} />
            ))}
          </div>
          <Check worked={worked} format={format} />
          {worked.terms !== null && worked.terms.x.length > 0 && (
            <>
              <p className={styles.rowLabel}>
                {rowLabel}
                <span>{say("arithmetic.terms", { count: worked.terms.x.length })}</span>
              </p>
              <TermStrip
                terms={worked.terms}
                letters={props.letters ?? inputAndWeight}
                label={rowLabel}
                selected={props.term}
                onTerm={props.onTerm}
              />
            </>
          )}
        </>
      )}
      {props.children}
    </section>
  );
}

/** What was worked out beside what was measured. */
function Check({ worked, format }: { worked: Worked; format: string | null }) {
  const say = useWords("glass");
  const { computed, measured } = worked;
  const isEqual = format !== null && agrees(worked, format);
  return (
    <p
      className={styles.check}
      data-testid="glass-check"
      data-computed={computed}
      data-measured={measured}
      data-agrees={format === null ? undefined : isEqual}
    >
      <span>{say("arithmetic.worked", { value: precise(computed) })}</span>
      {format !== null && (
        <>
          <span>{say("arithmetic.measured", { value: precise(measured) })}</span>
          {isEqual ? (
            <span className={styles.equal}>
              <IconCheck size={13} aria-hidden /> {say("arithmetic.agrees")}
            </span>
          ) : (
            <span className={styles.unequal}>
              {say("arithmetic.differs", { difference: scientific(Math.abs(computed - measured)) })}
            </span>
          )}
        </>
      )}
    </p>
  );
}
