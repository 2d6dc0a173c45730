const SAMPLE_BYTES = 64 * 1024;

/**
 * Whether bytes cannot be text in any encoding: more than a stray few are control characters that no text holds.
 * UTF-16 has to be ruled out before.
 */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b) controls += 1;
  }
  return controls > sample.length * 0.002 + 2;
}
