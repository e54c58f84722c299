import { IconLink, IconLinkOff } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/words";
import type { Bounds } from "./field";
import styles from "./forms.module.css";
import { NumberField } from "./NumberField";

export type Size = number | [number, number] | null;

interface SizeFieldProps {
  value: Size | string;
  onChange: (value: Size | string) => void;
  /** What may stand in the place of numbers, such as "same". */
  words?: readonly string[];
  bounds: Bounds;
  nullable: boolean;
  id: string;
  title: string;
  describedBy?: string;
  invalid: boolean;
  testId: string;
}

/** Height and width: one number for both, or two once they are taken apart; or a word that stands for them. */
export function SizeField(props: SizeFieldProps) {
  const say = useWords("ui");
  const { value, onChange, words = [], bounds, nullable, title, ...rest } = props;
  const word = typeof value === "string" ? value : null;
  const numbers = typeof value === "string" ? null : value;
  const pair: [number | null, number | null] = Array.isArray(numbers)
    ? numbers
    : [numbers, numbers];
  const [apart, setApart] = useState(Array.isArray(numbers));
  // What is given back when the word is taken away again.
  const [last, setLast] = useState<Size>(numbers);
  const split = word === null && (apart || Array.isArray(numbers));

  function set(height: number | null, width: number | null): void {
    onChange(height === null || width === null ? null : [height, width]);
  }

  function toggle(): void {
    setApart(!split);
    if (split) onChange(pair[0]);
    else if (pair[0] !== null) onChange([pair[0], pair[0]]);
  }

  function choose(next: string): void {
    if (next === word) onChange(last ?? (nullable ? null : (bounds.minimum ?? 0)));
    else {
      if (word === null) setLast(numbers);
      onChange(next);
    }
  }

  const shared = { whole: true, bounds, nullable, invalid: rest.invalid };
  const placeholder = word ?? (nullable ? say("automatic") : null);
  const empty = placeholder === null ? {} : { placeholder };
  const described = rest.describedBy === undefined ? {} : { describedBy: rest.describedBy };

  return (
    <div className={styles.size} data-apart={split || undefined}>
      <NumberField
        {...shared}
        {...empty}
        {...described}
        id={rest.id}
        value={pair[0]}
        testId={rest.testId}
        {...(split ? { label: say("size.height", { setting: title }) } : {})}
        onChange={(height) => {
          if (split) set(height, pair[1]);
          else onChange(height);
        }}
      />
      {split && (
        <>
          <span className={styles.times} aria-hidden>
            ×
          </span>
          <NumberField
            {...shared}
            {...empty}
            value={pair[1]}
            label={say("size.width", { setting: title })}
            testId={`${rest.testId}-width`}
            onChange={(width) => {
              set(pair[0], width);
            }}
          />
        </>
      )}
      {words.map((one) => (
        <button
          key={one}
          type="button"
          className={styles.word}
          aria-pressed={one === word}
          aria-label={say("size.word", { setting: title, word: one })}
          data-testid={`${rest.testId}-${one}`}
          onClick={() => {
            choose(one);
          }}
        >
          {one}
        </button>
      ))}
      <button
        type="button"
        className={styles.small}
        disabled={word !== null}
        aria-pressed={!split}
        aria-label={say("size.tieOf", { setting: title })}
        title={say(split ? "size.tie" : "size.untie")}
        onClick={toggle}
      >
        {split ? <IconLinkOff size={15} /> : <IconLink size={15} />}
      </button>
    </div>
  );
}
