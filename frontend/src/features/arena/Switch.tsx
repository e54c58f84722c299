import styles from "./Arena.module.css";

/** One of a few choices, all in view. */
export function Switch<Choice extends string>({
  label,
  title,
  choices,
  value,
  testId,
  onChange,
}: {
  label: string;
  title?: string;
  choices: readonly { value: Choice; text: string }[];
  value: Choice;
  testId: string;
  onChange: (value: Choice) => void;
}) {
  return (
    <span className={styles.switch} role="group" aria-label={label} title={title}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          data-testid={`${testId}-${choice.value}`}
          onClick={() => {
            onChange(choice.value);
          }}
        >
          {choice.text}
        </button>
      ))}
    </span>
  );
}
