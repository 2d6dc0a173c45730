/** Bytes of a length that show where they were cut or mixed up. */
export function fileOf(length: number): Uint8Array {
  return new Uint8Array(length).map((_, index) => (index * 31 + (index >> 8)) & 0xff);
}
