/**
 * The live check: after each edit the backend says what shapes and costs the network has, and what
 * is wrong where. A result belongs to the network it was asked for; while another one is asked, the
 * old result stays in view and `pending` says that it may be stale.
 */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type {
  CheckResult,
  Component,
  DataSpec,
  Finding,
  Mend,
  NodeCheck,
  RunSpec,
} from "@/contracts";
import { onLocaleChange } from "@/transport/locale";
import { checkNetwork } from "@/transport/rest";
import type { Trouble } from "@/words";
import { troubleOf } from "../trouble";
import { documentStore, present, specOf } from "./documentStore";
import { applyMend } from "./networkActs";

export const CHECK_DELAY_MS = 150;
export const RETRY_DELAY_MS = 3000;

export interface CheckState {
  result: CheckResult | null;
  /** The part of the document that `result` is about. */
  checked: CheckedPart | null;
  pending: boolean;
  /** Why no check could be made: the server is away, or refused the question. */
  problem: Trouble | null;
}

export interface CheckedPart {
  data: DataSpec;
  network: RunSpec["network"];
  loss: Component;
  /** What decides on the memory that training takes. */
  optimizer: Component;
  batch_size: RunSpec["batch_size"];
  dtype: RunSpec["dtype"];
  frozen: RunSpec["frozen"];
}

export const checkStore = createStore<CheckState>()(() => ({
  result: null,
  checked: null,
  pending: false,
  problem: null,
}));

export function useCheck<Chosen>(selector: (state: CheckState) => Chosen): Chosen {
  return useStore(checkStore, selector);
}

export function nodeCheck(state: Pick<CheckState, "result">, id: string): NodeCheck | undefined {
  return state.result?.nodes.find((node) => node.id === id);
}

/** What is wrong with one node; `null` asks for what belongs to no node. */
export function errorsAt(state: Pick<CheckState, "result">, node: string | null): Finding[] {
  return state.result?.errors.filter((error) => (error.node ?? null) === node) ?? [];
}

/** Whether the network on screen, as it is now, has been found in order. */
export function isPlayable(state: CheckState): boolean {
  return state.result?.ok === true && !state.pending;
}

function partOf(spec: RunSpec): CheckedPart {
  const { data, network, loss, batch_size, dtype, frozen } = spec;
  // The learning rate changes while a network trains, and decides on nothing that is checked.
  const { learning_rate: _rate, ...optimizer } = spec.optimizer;
  return { data, network, loss, optimizer, batch_size, dtype, frozen };
}

function samePart(one: CheckedPart | null, other: CheckedPart): boolean {
  if (one?.data !== other.data || one.network !== other.network || one.loss !== other.loss) {
    return false;
  }
  const settings = ({ optimizer, batch_size, dtype, frozen }: CheckedPart): string =>
    JSON.stringify([optimizer, batch_size, dtype, frozen]);
  return settings(one) === settings(other);
}

/**
 * Makes the changes of a mend. Returns false where the document is no longer the one that the mend is
 * about: its changes name places, and another layer may stand there by now.
 */
export function mend({ changes }: Mend): boolean {
  const { checked, pending } = checkStore.getState();
  if (pending || !samePart(checked, partOf(present()))) return false;
  return applyMend(changes);
}

/** Checks the document now and after each edit, and again while there is no answer. Returns the end of it. */
export function startChecking(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  let asked: CheckedPart | null = null;

  async function ask(part: CheckedPart): Promise<void> {
    const question = new AbortController();
    asking = question;
    try {
      const result = await checkNetwork(part, question.signal);
      if (question.signal.aborted) return;
      checkStore.setState({ result, checked: part, pending: false, problem: null });
    } catch (failure) {
      if (question.signal.aborted) return;
      checkStore.setState({ problem: troubleOf(failure) });
      timer = setTimeout(() => void ask(part), RETRY_DELAY_MS);
    }
  }

  function later(): void {
    const state = documentStore.getState();
    if (!state.loaded) return;
    const part = partOf(specOf(state));
    if (samePart(asked, part)) return;
    const first = asked === null;
    asked = part;
    asking?.abort();
    clearTimeout(timer);
    checkStore.setState({ pending: true });
    timer = setTimeout(() => void ask(part), first ? 0 : CHECK_DELAY_MS);
  }

  /** The same question in another language. */
  function again(): void {
    if (asked === null) return;
    asking?.abort();
    clearTimeout(timer);
    void ask(asked);
  }

  later();
  const ends = [documentStore.subscribe(later), onLocaleChange(again)];
  return () => {
    for (const end of ends) end();
    clearTimeout(timer);
    asking?.abort();
  };
}
