import { pinyin } from 'pinyin-pro';

/** All readings of one character, without tones. */
const readingsOf = (character: string): readonly string[] =>
  pinyin(character, { toneType: 'none', type: 'array', multiple: true });

/** Whether two characters share a reading, tones aside (合 and 和: he). */
export const soundsAlike = (one: string, other: string): boolean => {
  const readings = readingsOf(one);
  return readingsOf(other).some(reading => readings.includes(reading));
};
