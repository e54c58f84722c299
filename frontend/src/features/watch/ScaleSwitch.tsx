import { useWords } from "@/words";
import controls from "./controls.module.css";
import { type Scaled, setLogarithmic, useLogarithmic } from "./preferences";

/** Whether a view shows equal differences or equal ratios as equally large. */
export function ScaleSwitch({ of }: { of: Scaled }) {
  const say = useWords("watch");
  const isLogarithmic = useLogarithmic(of);
  return (
    <span
      className={controls.switch}
      role="group"
      aria-label={say(`scale.of.${of}`)}
      data-testid={`scale-${of}`}
    >
      {[false, true].map((choice) => (
        <button
          key={String(choice)}
          type="button"
          aria-pressed={isLogarithmic === choice}
          onClick={() => {
            setLogarithmic(of, choice);
          }}
        >
          {say(choice ? "scale.logarithmic" : "scale.linear")}
        </button>
      ))}
    </span>
  );
}
