/** How many of a list a sentence names before it says 「等 n 行」. */
const SHOWN = 3;

/** 「“甲”“乙”“丙”等5行」: a list as it stands in a sentence. */
export function enumerated(names: readonly string[], counter: string): string {
  const quoted = names.slice(0, SHOWN).map(name => `“${name}”`);
  return `${quoted.join('')}${names.length > SHOWN ? `等${names.length}${counter}` : ''}`;
}
