/**
 * The live stream of one run: a WebSocket that comes back by itself.
 *
 *     connecting ──open──▶ live ──loss──▶ reconnecting ──open──▶ live
 *                                             │
 *         close(): closed              4404: lost
 *
 * `after` is the sequence number of the last message of a kind that is never dropped. Pictures do not
 * count: a slow viewer skips them, and the server sends the latest of each again.
 *
 * When the page's language changes the stream is opened anew in the other one, which is no loss of it.
 */
import { MalformedMessage } from "./arrays";
import { backoffDelay } from "./backoff";
import { decodeMessage } from "./decode";
import { locale, onLocaleChange } from "./locale";
import type { StreamMessage } from "./messages";
import { runPath } from "./rest";

/** Where a stream stands; "lost" is for good: the server does not know the run. */
export type StreamStatus = "connecting" | "live" | "reconnecting" | "lost" | "closed";

/** The part of a WebSocket that is used here. */
export interface Socket {
  binaryType: string;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  onerror: (() => void) | null;
  close(code?: number): void;
}

/** What the stream needs of its surroundings. */
export interface StreamEnvironment {
  open(path: string): Socket;
  schedule(action: () => void, milliseconds: number): () => void;
  random(): number;
  /** Call `action` when it is worth trying at once: the network is back, or the page is seen again. */
  onWake(action: () => void): () => void;
}

export interface StreamHandlers {
  onMessage(message: StreamMessage): void;
  onStatus(status: StreamStatus): void;
  /** A message that was not in the contract's shape; the stream goes on. */
  onMalformed(failure: MalformedMessage): void;
}

const unknownRun = 4404;

export const browserEnvironment: StreamEnvironment = {
  open(path) {
    const address = new URL(path, location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    return new WebSocket(address) as Socket;
  },
  schedule(action, milliseconds) {
    const timer = setTimeout(action, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  random: () => Math.random(),
  onWake(action) {
    const whenSeen = (): void => {
      if (document.visibilityState === "visible") action();
    };
    addEventListener("online", action);
    document.addEventListener("visibilitychange", whenSeen);
    return () => {
      removeEventListener("online", action);
      document.removeEventListener("visibilitychange", whenSeen);
    };
  },
};

export class RunStream {
  private socket: Socket | null = null;
  private status: StreamStatus = "connecting";
  private attempt = 0;
  private after: number | null = null;
  private cancelRetry: (() => void) | null = null;
  private readonly forgetWake: () => void;
  private readonly forgetLocale: () => void;

  constructor(
    private readonly runId: string,
    private readonly handlers: StreamHandlers,
    private readonly environment: StreamEnvironment = browserEnvironment,
  ) {
    this.forgetWake = environment.onWake(() => {
      if (this.cancelRetry !== null) this.connect();
    });
    this.forgetLocale = onLocaleChange(() => {
      if (this.status === "live" || this.status === "connecting") this.open();
    });
    this.connect();
  }

  /** Leave the run. Nothing is reported afterwards. */
  close(): void {
    if (this.status === "closed") return;
    this.status = "closed";
    this.forgetEvents();
    this.stopWaiting();
    this.drop();
  }

  private forgetEvents(): void {
    this.forgetWake();
    this.forgetLocale();
  }

  private connect(): void {
    this.stopWaiting();
    this.report(this.after === null && this.attempt === 0 ? "connecting" : "reconnecting");
    this.open();
  }

  private open(): void {
    this.drop();
    const question = new URLSearchParams({ locale: locale() });
    if (this.after !== null) question.set("after", String(this.after));
    const address = `${runPath(this.runId)}/stream?${question.toString()}`;
    const socket = this.environment.open(address);
    socket.binaryType = "arraybuffer";
    socket.onmessage = (event) => {
      this.receive(event.data);
    };
    socket.onclose = (event) => {
      this.socket = null;
      this.lose(event.code);
    };
    this.socket = socket;
  }

  /** Let go of the socket without hearing of it again. */
  private drop(): void {
    const socket = this.socket;
    if (socket === null) return;
    this.socket = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close(1000);
  }

  private lose(code: number): void {
    if (code === unknownRun) {
      this.forgetEvents();
      this.report("lost");
      return;
    }
    this.report("reconnecting");
    const wait = backoffDelay(this.attempt, this.environment.random());
    this.attempt += 1;
    this.cancelRetry = this.environment.schedule(() => {
      this.connect();
    }, wait);
  }

  private stopWaiting(): void {
    this.cancelRetry?.();
    this.cancelRetry = null;
  }

  private report(status: StreamStatus): void {
    if (this.status === "closed") return;
    this.status = status;
    this.handlers.onStatus(status);
  }

  private receive(data: unknown): void {
    let message: StreamMessage | null;
    try {
      if (!(data instanceof ArrayBuffer)) {
        throw new MalformedMessage("message: expected binary msgpack, received text");
      }
      message = decodeMessage(data);
    } catch (failure) {
      if (!(failure instanceof MalformedMessage)) throw failure;
      this.handlers.onMalformed(failure);
      return;
    }
    if (message !== null) this.deliver(message);
  }

  private deliver(message: StreamMessage): void {
    switch (message.type) {
      case "hello":
        // Only now is the connection proved: a proxy may accept a socket and drop it at once.
        this.attempt = 0;
        this.report("live");
        break;
      case "snapshot":
        this.after = message.seq;
        break;
      case "state":
      case "metrics":
        if (this.after !== null && message.seq <= this.after) return;
        this.after = message.seq;
        break;
      // A notice may answer this viewer's own bad command; it then bears the run's last number,
      // perhaps ahead of rows still under way, so it must not count as having read up to there.
      case "notice":
      case "probe":
        break;
    }
    this.handlers.onMessage(message);
  }
}
