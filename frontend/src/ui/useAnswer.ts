import { useEffect, useState } from "react";

/** Typing a number asks once, when it is typed. */
const DELAY_MS = 120;

export interface Answer<Found> {
  /** The last answer; it stays in view while the next one is asked, so that nothing jumps. */
  found: Found | null;
  /** Why there is none to this question. */
  problem: string | null;
}

/**
 * The server's answer to a question that changes as a person edits.
 *
 * @param question plain data, known by what stands in it; null asks nothing
 * @param ask keep the identity from render to render
 */
export function useAnswer<Question, Found>(
  question: Question | null,
  ask: (question: Question, signal: AbortSignal) => Promise<Found>,
): Answer<Found> {
  const key = question === null ? null : JSON.stringify(question);
  const [answer, setAnswer] = useState<Answer<Found>>({ found: null, problem: null });

  useEffect(() => {
    if (key === null) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      ask(JSON.parse(key) as Question, asking.signal).then(
        (found) => {
          if (!asking.signal.aborted) setAnswer({ found, problem: null });
        },
        (failure: unknown) => {
          if (asking.signal.aborted) return;
          const problem = failure instanceof Error ? failure.message : String(failure);
          setAnswer(({ found }) => ({ found, problem }));
        },
      );
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [key, ask]);

  return answer;
}
