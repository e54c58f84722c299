/** A short fingerprint of drawn values, by which a test can tell that a picture changed. */

/** FNV-1a over the bytes, as eight hexadecimal digits (Fowler, Noll and Vo; 32-bit parameters). */
export function checksum(values: Float32Array | Uint32Array): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
