let gb18030: ReadonlyMap<string, readonly number[]> | null = null;

/** The two-byte half of GB18030, turned round: Node only decodes it. */
function gbTable(): ReadonlyMap<string, readonly number[]> {
  if (gb18030 !== null) return gb18030;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const text = decoder.decode(Uint8Array.of(high, low));
      if (text.length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, [high, low]);
    }
  gb18030 = table;
  return table;
}

function inGb(text: string): Buffer | null {
  const bytes: number[] = [];
  for (const character of text) {
    const pair = character.charCodeAt(0) < 128 ? [character.charCodeAt(0)] : gbTable().get(character);
    if (pair === undefined) return null;
    bytes.push(...pair);
  }
  return Buffer.from(bytes);
}

/** Fewer bytes than this stand in any file by chance. */
const MIN_BYTES = 4;
/** Fewer digits than this stand among the numbers that place things on a page. */
const MIN_DIGITS = 7;

/** The forms in which a term can stand in a file's bytes: the encodings of PDF strings, XML and scripts, plain and in hex. */
export function bytesOfTerm(term: string): Buffer[] {
  const text = term.trim();
  if (/^[\d\s.-]*$/.test(text) && text.replaceAll(/\D/g, '').length < MIN_DIGITS) return [];
  const wide = (order: 'le' | 'be') => {
    const bytes = Buffer.from(text, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  const plain = [Buffer.from(text, 'utf8'), wide('be'), wide('le'), inGb(text)].filter(form => form !== null);
  const hex = plain.flatMap(form => {
    const digits = form.toString('hex');
    return [Buffer.from(digits, 'latin1'), Buffer.from(digits.toUpperCase(), 'latin1')];
  });
  const forms = [...plain, ...hex].filter(form => form.length >= MIN_BYTES);
  return [...new Map(forms.map(form => [form.toString('latin1'), form])).values()];
}
