/** From the bytes of one WebSocket message to a checked `StreamMessage`. */
import { decode as decodeMessagePack } from "@msgpack/msgpack";
import type { ErrorDetail, Run, RunState } from "@/contracts";
import { decodeFloat32, decodeUint32, MalformedMessage } from "./arrays";
import type {
  Metrics,
  MetricsBlock,
  Notice,
  NoticedFinding,
  Snapshot,
  StateChange,
  StreamMessage,
} from "./messages";
import { decodeProbe } from "./probes";
import { type Fields, isFields, Reader } from "./reader";

const runStates: ReadonlySet<string> = new Set<RunState>([
  "queued",
  "starting",
  "running",
  "paused",
  "finished",
  "stopped",
  "diverged",
  "failed",
  "interrupted",
]);

function isRunState(value: string): value is RunState {
  return runStates.has(value);
}

function readState(reader: Reader): RunState {
  const state = reader.text("state");
  if (!isRunState(state)) throw reader.fail("state", "a state of a run");
  return state;
}

/** The fields that the page relies on are checked; the rest is taken at the contract's word. */
function readRun(parent: Reader): Run {
  const fields = parent.map("run");
  const reader = new Reader(fields, parent.path("run"));
  reader.text("id");
  readState(reader);
  reader.count("step");
  reader.count("generation");
  // A server without a diagnosis finds nothing.
  return { ...fields, findings: fields.findings ?? [] } as Run;
}

function readErrorDetail(reader: Reader): ErrorDetail | null {
  if (reader.raw("error") === null || reader.raw("error") === undefined) return null;
  const error = new Reader(reader.map("error"), reader.path("error"));
  return {
    code: error.text("code"),
    message: error.text("message"),
    hint: error.textOrNull("hint"),
    node: error.textOrNull("node"),
    field: error.textOrNull("field"),
  };
}

function readBlock(reader: Reader): MetricsBlock {
  const steps = decodeUint32(reader.raw("steps"), reader.path("steps")).values;
  const values: Record<string, Float32Array> = {};
  for (const [name, array] of Object.entries(reader.map("values"))) {
    const where = reader.path(`values.${name}`);
    values[name] = decodeFloat32(array, where).values;
    if (values[name].length !== steps.length) {
      throw new MalformedMessage(
        `${where}: expected ${String(steps.length)} values, one a step, ` +
          `received ${String(values[name].length)}`,
      );
    }
  }
  return { steps, values };
}

function readSnapshot(reader: Reader, envelope: { seq: number; step: number }): Snapshot {
  const metrics = reader.list("metrics").map((block, position) => {
    const where = reader.path(`metrics[${String(position)}]`);
    if (!isFields(block)) throw new MalformedMessage(`${where}: expected a map`);
    return readBlock(new Reader(block, where));
  });
  return { type: "snapshot", ...envelope, run: readRun(reader), metrics };
}

function readStateChange(reader: Reader, envelope: { seq: number; step: number }): StateChange {
  return {
    type: "state",
    ...envelope,
    state: readState(reader),
    reason: reader.textOrNull("reason"),
    epoch: reader.measured("epoch"),
    generation: reader.count("generation"),
    error: readErrorDetail(reader),
  };
}

function readNotice(reader: Reader, envelope: { seq: number; step: number }): Notice {
  const level = reader.text("level");
  if (level !== "info" && level !== "warning" && level !== "error") {
    throw reader.fail("level", "info, warning or error");
  }
  return {
    type: "notice",
    ...envelope,
    level,
    code: reader.text("code"),
    message: reader.text("message"),
    hint: reader.textOrNull("hint"),
    node: reader.textOrNull("node"),
    evidence: isFields(reader.raw("evidence")) ? reader.map("evidence") : {},
    finding: readFinding(reader),
  };
}

function readFinding(parent: Reader): NoticedFinding | null {
  if (!isFields(parent.raw("finding"))) return null;
  const fields = parent.map("finding");
  const reader = new Reader(fields, parent.path("finding"));
  for (const name of ["id", "status", "rule", "node", "message"]) reader.text(name);
  for (const name of ["value", "limit"]) reader.number(name);
  reader.list("mends");
  return fields as unknown as NoticedFinding;
}

function readMetrics(reader: Reader, envelope: { seq: number; step: number }): Metrics {
  return { type: "metrics", ...envelope, ...readBlock(reader) };
}

function unpack(bytes: ArrayBuffer | Uint8Array): Fields {
  let value: unknown;
  try {
    value = decodeMessagePack(bytes);
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new MalformedMessage(`message: not msgpack (${reason})`);
  }
  if (!isFields(value)) throw new MalformedMessage("message: expected a map");
  return value;
}

/**
 * Decode one binary message.
 *
 * @returns the message, or null for a type or probe this page does not know (a newer server's)
 * @throws MalformedMessage when a known message is not in the contract's shape
 */
export function decodeMessage(bytes: ArrayBuffer | Uint8Array): StreamMessage | null {
  const fields = unpack(bytes);
  const type = fields.type;
  const reader = new Reader(fields, typeof type === "string" ? type : "message");
  const envelope = { seq: reader.count("seq"), step: reader.count("step") };
  switch (reader.text("type")) {
    case "hello":
      return {
        type: "hello",
        ...envelope,
        run: readRun(reader),
        lastSeq: reader.count("last_seq"),
      };
    case "snapshot":
      return readSnapshot(reader, envelope);
    case "state":
      return readStateChange(reader, envelope);
    case "metrics":
      return readMetrics(reader, envelope);
    case "notice":
      return readNotice(reader, envelope);
    case "probe":
      return decodeProbe(reader, envelope);
    default:
      return null;
  }
}
