/** A small repeatable source of chance: numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
const upTo = (random: Random, limit: number) => Math.floor(random() * limit);

const INTERESTING = [
  '0',
  '-1',
  '99999999999',
  '<td>',
  '</table>',
  '<tr>',
  '|',
  '\t',
  '\n\n',
  '(',
  '一、',
  '\u0000',
  ' ',
  '%',
  'NaN',
  '{',
  ']',
];

function flip(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  for (let times = 1 + upTo(random, 12); times > 0; times -= 1) copy[upTo(random, copy.length)] = upTo(random, 256);
  return copy;
}

function splice(bytes: Uint8Array, random: Random, inserted: Uint8Array, removed: number): Uint8Array {
  const at = upTo(random, bytes.length);
  const rest = bytes.subarray(Math.min(bytes.length, at + removed));
  const copy = new Uint8Array(at + inserted.length + rest.length);
  copy.set(bytes.subarray(0, at));
  copy.set(inserted, at);
  copy.set(rest, at + inserted.length);
  return copy;
}

function piece(bytes: Uint8Array, random: Random): Uint8Array {
  const start = upTo(random, bytes.length);
  return bytes.subarray(start, start + upTo(random, 4000));
}

/** One of the seeds with one to four kinds of damage: flipped, cut, repeated, mixed with another, sprinkled with tokens. */
export function damage(seeds: readonly Uint8Array[], random: Random): Uint8Array {
  const seed = () => seeds[upTo(random, seeds.length)]!;
  let bytes = seed();
  for (let times = 1 + upTo(random, 4); times > 0 && bytes.length > 0; times -= 1) {
    const kind = upTo(random, 6);
    if (kind === 0) bytes = flip(bytes, random);
    else if (kind === 1) bytes = bytes.slice(0, upTo(random, bytes.length));
    else if (kind === 2) bytes = splice(bytes, random, piece(bytes, random), 0);
    else if (kind === 3) bytes = splice(bytes, random, piece(seed(), random), upTo(random, 2000));
    else if (kind === 4) bytes = splice(bytes, random, new Uint8Array(0), upTo(random, 3000));
    else
      bytes = splice(
        bytes,
        random,
        new TextEncoder().encode(INTERESTING[upTo(random, INTERESTING.length)]),
        upTo(random, 3),
      );
  }
  return bytes;
}
