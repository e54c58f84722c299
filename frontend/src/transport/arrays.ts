/** Numeric arrays of the stream: `{dtype, shape, data}`, little-endian, C order. */

export class MalformedMessage extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MalformedMessage";
  }
}

const constructors = {
  /** Two bytes a value, as they came; `decodeFloat16` makes numbers of them. */
  float16: Uint16Array,
  float32: Float32Array,
  float64: Float64Array,
  uint32: Uint32Array,
} as const;

type Kind = keyof typeof constructors;

/** A decoded array with its shape. `values` owns its memory. */
export interface NumericArray<Values extends Float32Array | Float64Array | Uint32Array> {
  readonly shape: readonly number[];
  readonly values: Values;
}

export type Float32s = NumericArray<Float32Array>;
export type Uint32s = NumericArray<Uint32Array>;

/** A short, safe description of what came instead of what was expected. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (value instanceof Uint8Array) return `${String(value.byteLength)} bytes`;
  if (typeof value === "object") return "a map";
  if (typeof value === "string") return `the text "${value.slice(0, 40)}"`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return `a ${typeof value}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSize(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

const hostIsLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function reverseEach(bytes: Uint8Array, width: number): void {
  for (let start = 0; start < bytes.length; start += width) {
    bytes.subarray(start, start + width).reverse();
  }
}

/**
 * Decode one array.
 *
 * @param where the field's name, for the message
 * @throws MalformedMessage when the dtype is not `dtype`, or shape and byte length disagree
 */
function decode(value: unknown, dtype: Kind, where: string) {
  if (!isRecord(value)) {
    throw new MalformedMessage(`${where}: expected an array, received ${describe(value)}`);
  }
  const { shape, data } = value;
  if (value.dtype !== dtype) {
    throw new MalformedMessage(
      `${where}: expected dtype ${dtype}, received ${describe(value.dtype)}`,
    );
  }
  if (!Array.isArray(shape) || !shape.every(isSize)) {
    throw new MalformedMessage(`${where}: expected a shape, received ${describe(shape)}`);
  }
  if (!(data instanceof Uint8Array)) {
    throw new MalformedMessage(`${where}: expected bytes, received ${describe(data)}`);
  }
  const constructor = constructors[dtype];
  const length = shape.reduce((product, size) => product * size, 1);
  if (data.byteLength !== length * constructor.BYTES_PER_ELEMENT) {
    throw new MalformedMessage(
      `${where}: shape [${shape.join(", ")}] of ${dtype} needs ` +
        `${String(length * constructor.BYTES_PER_ELEMENT)} bytes, received ${String(data.byteLength)}`,
    );
  }
  // A copy: the bytes of a message may start at an address that typed arrays refuse, and must not
  // keep the whole message alive.
  const bytes = data.slice();
  if (!hostIsLittleEndian) reverseEach(bytes, constructor.BYTES_PER_ELEMENT);
  return { shape, values: new constructor(bytes.buffer, 0, length) };
}

/** An array of whichever type came; class numbers are whole, everything else is measured in floats. */
export function decodeAny(
  value: unknown,
  where: string,
): NumericArray<Float32Array | Float64Array | Uint32Array> {
  const dtype = isRecord(value) ? value.dtype : undefined;
  if (dtype === "float16") return decodeFloat16(value, where);
  const known = (Object.keys(constructors) as Kind[]).find((kind) => kind === dtype);
  return decode(value, known ?? "float32", where) as ReturnType<typeof decodeAny>;
}

export function decodeFloat32(value: unknown, where: string): Float32s {
  return decode(value, "float32", where) as Float32s;
}

/**
 * A half-precision number from its sixteen bits: IEEE 754, binary16.
 *
 * Every one of them is a float32 exactly.
 */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** @param scale by which each value is multiplied */
export function decodeFloat16(value: unknown, where: string, scale = 1): Float32s {
  const { shape, values } = decode(value, "float16", where);
  return { shape, values: Float32Array.from(values, (bits) => halfToNumber(bits) * scale) };
}

export function decodeUint32(value: unknown, where: string): Uint32s {
  return decode(value, "uint32", where) as Uint32s;
}
