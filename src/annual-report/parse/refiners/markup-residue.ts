const TABLE_TAG = /<\/?t[drh](?:\s[^<>]{0,2000})?>/i;
const TAG = /<(\/?)([a-z][a-z0-9]{0,9})(?:[\s/][^<>]{0,2000})?>/gi;

/**
 * Lines of plain text in which the tags of an HTML table were left: cells become fields between tabs, rows become lines.
 * Other lines are given back as they are.
 */
export function withoutMarkup(lines: readonly string[]): readonly string[] {
  if (!lines.some(line => TABLE_TAG.test(line))) return lines;
  let insideCell = false;
  const text = lines.map(line => {
    const replaced = line.replace(TAG, (tag, slash: string, name: string) => {
      const closes = slash === '/';
      switch (name.toLowerCase()) {
        case 'td':
        case 'th':
          insideCell = !closes;
          return closes ? '' : '\t';
        case 'tr':
          insideCell = false;
          return closes ? '' : '\n';
        case 'table':
        case 'tbody':
        case 'thead':
        case 'tfoot':
        case 'colgroup':
        case 'col':
          return '';
        case 'br':
        case 'p':
        case 'div':
          return insideCell ? ' ' : '\n';
        case 'span':
        case 'b':
        case 'i':
        case 'u':
        case 'a':
        case 'font':
        case 'strong':
        case 'em':
          return '';
        default:
          return tag;
      }
    });
    return insideCell ? `${replaced} ` : `${replaced}\n`;
  });
  return text.join('').split('\n');
}
