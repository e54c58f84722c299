/** For tests: a server whose runs do what the test says. Stands in for `fetch` and `WebSocket`. */
import { encode } from "@msgpack/msgpack";
import { vi } from "vitest";
import type { Run, RunSpec } from "@/contracts";

interface Held {
  id: string;
  spec: RunSpec;
  query: URLSearchParams;
  commands: unknown[];
  socket: FakeSocket | null;
  seq: number;
}

class FakeSocket {
  static server: FakeServer | null = null;
  binaryType = "blob";
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(address: URL) {
    const id = address.pathname.split("/")[3] ?? "";
    FakeSocket.server?.attach(id, this);
  }

  close(): void {}
}

export class FakeServer {
  /** Runs there are, in the order in which they were asked for. */
  readonly runs = new Map<string, Held>();
  /** Every run that was ever asked for, gone ones too. */
  created = 0;
  refusal: string | null = null;
  /** How a run begins: "queued" where the server has no process to spare. */
  firstState: Run["state"] = "starting";

  install(): void {
    FakeSocket.server = this;
    vi.stubGlobal("WebSocket", FakeSocket);
    vi.stubGlobal("fetch", (path: string, init: RequestInit = {}) =>
      Promise.resolve(this.answer(path, init)),
    );
  }

  attach(id: string, socket: FakeSocket): void {
    const run = this.runs.get(id);
    if (run !== undefined) run.socket = socket;
  }

  /** The runs that are there, in order. */
  get ids(): string[] {
    return [...this.runs.keys()];
  }

  commandsOf(id: string): unknown[] {
    return this.runs.get(id)?.commands ?? [];
  }

  /** Tells a run's viewer of its state. */
  say(id: string, state: Run["state"], step = 0): void {
    this.send(id, {
      type: "state",
      step,
      state,
      reason: null,
      epoch: 0,
      generation: 0,
      error: null,
    });
  }

  send(id: string, message: Record<string, unknown>): void {
    const run = this.runs.get(id);
    if (run?.socket == null) throw new Error(`nobody watches ${id}`);
    run.seq += 1;
    run.socket.onmessage?.({ data: encode({ ...message, seq: run.seq }).slice().buffer });
  }

  /** Lets every run that is being built stand at step 0, and those that are asked for then, until all do. */
  async buildAll(): Promise<void> {
    const done = new Set<string>();
    for (;;) {
      await settle();
      const fresh = this.ids.filter((id) => !done.has(id));
      if (fresh.length === 0) return;
      for (const id of fresh) {
        done.add(id);
        this.say(id, "paused");
      }
    }
  }

  private describe(run: Held): object {
    return {
      id: run.id,
      state: this.firstState,
      spec: run.spec,
      step: 0,
      steps_per_epoch: 10,
      generation: 0,
    };
  }

  private answer(path: string, init: RequestInit): Response {
    const [, id] = /^\/api\/runs\/(\w+)/.exec(path) ?? [];
    const run = id === undefined ? undefined : this.runs.get(id);
    if (init.method === "DELETE") {
      this.runs.delete(id ?? "");
      return new Response(null, { status: 204 });
    }
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : null;
    if (run !== undefined) {
      if (init.method === "POST") run.commands.push(body);
      return Response.json(this.describe(run));
    }
    if (this.refusal !== null) {
      const error = { code: "no", message: this.refusal, hint: null, node: null, field: null };
      return Response.json({ error }, { status: 422 });
    }
    this.created += 1;
    const query = new URL(path, "http://test").searchParams;
    const fresh: Held = {
      id: `r${this.created}`,
      spec: body as RunSpec,
      query,
      commands: [],
      socket: null,
      seq: 0,
    };
    this.runs.set(fresh.id, fresh);
    return Response.json(this.describe(fresh), { status: 201 });
  }
}

/** Lets everything that waits for an answer go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}
