import { diagramLines } from '../../../publishing/rules/diagram.ts';
import { joinDiagrams } from '../../../publishing/rules/diagram-blocks.ts';
import type { Body, BodyBlock, BodyCell, Inline } from '../../../publishing/rules/body.ts';

// A body as one types it where no script runs. A line is a paragraph; what it begins with says what else it is:
//   # ## ###   headings            - or +   lists            >> or ><   set to the right or in the middle
//   | a | b |  a row of a table, !a a heading cell, < and ^ a cell that goes on from the left or from above, |+ its caption
//   :::图解 名称 … :::  a diagram, a line for each of its fields
//   ![说明](附件 "图注")  a picture      **text**  strong      [text](address)  a link      \  what follows is meant as it stands

const ESCAPED = /[\\*[\]|!<^"]/g;
const LINE_START = /^(?=#|- |\+ |>>|><|\||!|:::)/;

const flat = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ');
const escaped = (text: string) => flat(text).replaceAll(ESCAPED, mark => `\\${mark}`);

function inlineText(part: Inline): string {
  if (part.kind === 'link') return `[${escaped(part.text)}](${part.href.replaceAll(/[()\s]/g, encodeURIComponent)})`;
  return part.strong === true ? `**${escaped(part.text)}**` : escaped(part.text);
}

const inlinesText = (parts: readonly Inline[]) => parts.map(inlineText).join('');

/** A line that would be read as something else begins with a backslash. */
const asLine = (text: string) => text.replace(LINE_START, '\\');

type Slot = { readonly cell: BodyCell; readonly goesOn: '<' | '^' | null };

/** Every slot of a table: a cell stands in its upper left one, in the others it goes on. */
function slotsOf(rows: readonly (readonly BodyCell[])[]): readonly (readonly Slot[])[] {
  const grid: Slot[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan && row + down < rows.length; down += 1)
        for (let across = 0; across < cell.columnSpan; across += 1)
          grid[row + down]![column + across] = { cell, goesOn: across > 0 ? '<' : down > 0 ? '^' : null };
      column += cell.columnSpan;
    }
  });
  return grid;
}

function tableText({ caption, rows }: Extract<BodyBlock, { kind: 'table' }>): string {
  const lines = slotsOf(rows).map(slots => {
    const cells = Array.from(slots, slot =>
      slot === undefined ? '' : (slot.goesOn ?? `${slot.cell.heading ? '!' : ''}${escaped(slot.cell.text)}`),
    );
    return `| ${cells.join(' | ')} |`;
  });
  return [...(caption === null ? [] : [`|+ ${escaped(caption)}`]), ...lines].join('\n');
}

function blockLines(part: BodyBlock): string {
  switch (part.kind) {
    case 'paragraph': {
      const text = inlinesText(part.inlines);
      if (part.align === 'center') return `>< ${text}`;
      return part.align === 'end' ? `>> ${text}` : asLine(text);
    }
    case 'heading':
      return `${'#'.repeat(part.level - 1)} ${escaped(part.text)}`;
    case 'list':
      return part.entries.map(entry => `${part.ordered ? '+' : '-'} ${inlinesText(entry)}`).join('\n');
    case 'table':
      return tableText(part);
    case 'diagram':
      return diagramLines(part).map(escaped).join('\n');
    case 'image':
      return `![${escaped(part.alt)}](${part.attachment}${part.caption === null ? '' : ` "${escaped(part.caption)}"`})`;
  }
}

/** A body as text that `readMarkedText` reads back to the same body. */
export function markedText(body: Body): string {
  return body.map(blockLines).join('\n\n');
}

/** A run of characters up to an unescaped mark, backslashes taken off; `end` is where the mark stands, or the end of the text. */
function plainUntil(
  text: string,
  from: number,
  marks: readonly string[],
): { readonly plain: string; readonly end: number } {
  let plain = '';
  let at = from;
  while (at < text.length) {
    if (text[at] === '\\' && at + 1 < text.length) {
      plain += text[at + 1]!;
      at += 2;
    } else if (marks.some(mark => text.startsWith(mark, at))) break;
    else {
      plain += text[at]!;
      at += 1;
    }
  }
  return { plain, end: at };
}

const unescaped = (text: string) => plainUntil(text, 0, []).plain;

type Found = { readonly inline: Inline; readonly end: number };

function strongAt(text: string, at: number): Found | null {
  if (!text.startsWith('**', at)) return null;
  const { plain, end } = plainUntil(text, at + 2, ['**']);
  return end < text.length && plain !== ''
    ? { inline: { kind: 'text', text: plain, strong: true }, end: end + 2 }
    : null;
}

function linkAt(text: string, at: number): Found | null {
  if (text[at] !== '[') return null;
  const label = plainUntil(text, at + 1, [']']);
  const href = /^\]\(([^()\s]+)\)/.exec(text.slice(label.end));
  if (href === null || label.plain === '') return null;
  return { inline: { kind: 'link', text: label.plain, href: href[1]! }, end: label.end + href[0].length };
}

function readInlines(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let pending = '';
  const flush = () => {
    if (pending !== '') parts.push({ kind: 'text', text: pending });
    pending = '';
  };
  for (let at = 0; at < text.length;) {
    const found = strongAt(text, at) ?? linkAt(text, at);
    if (found !== null) {
      flush();
      parts.push(found.inline);
      at = found.end;
      continue;
    }
    const { plain, end } = plainUntil(text, at, ['**', '[']);
    // A mark that opens nothing is meant as it stands.
    pending += end === at ? text[at]! : plain;
    at = end === at ? at + 1 : end;
  }
  flush();
  return parts;
}

const IMAGE = /^!\[(?<alt>(?:\\.|[^\]\\])*)\]\((?<attachment>[0-9a-f-]{36})(?: "(?<caption>(?:\\.|[^"\\])*)")?\)$/;

/** The cells of a row as typed, between bars that are not escaped. */
function cellsOf(line: string): readonly string[] {
  const cells: string[] = [];
  let from = 1;
  for (let at = 1; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '|') {
      cells.push(line.slice(from, at).trim());
      from = at + 1;
    }
  }
  const rest = line.slice(from).trim();
  return rest === '' ? cells : [...cells, rest];
}

const MOST_SLOTS = 20_000;

function tableOf(lines: readonly string[]): BodyBlock {
  const caption = lines[0]!.startsWith('|+') ? unescaped(lines[0]!.slice(2).trim()) : null;
  const typed = (caption === null ? lines : lines.slice(1)).map(cellsOf);
  type Growing = { -readonly [Key in keyof BodyCell]: BodyCell[Key] } & {
    readonly row: number;
    readonly column: number;
  };
  const grid: (Growing | undefined)[][] = [];
  const rows: Growing[][] = [];
  let slots = 0;
  typed.forEach((cells, row) => {
    grid.push([]);
    rows.push([]);
    cells.forEach((text, column) => {
      slots += 1;
      if (slots > MOST_SLOTS) return;
      const left = grid[row]![column - 1];
      const above = grid[row - 1]?.[column];
      if (text === '<' && left !== undefined) {
        if (left.row === row) left.columnSpan = column - left.column + 1;
        grid[row]![column] = left;
      } else if (text === '^' && above !== undefined) {
        above.rowSpan = row - above.row + 1;
        grid[row]![column] = above;
      } else {
        const cell = {
          text: unescaped(text.replace(/^!\s*/, '')),
          heading: text.startsWith('!'),
          rowSpan: 1,
          columnSpan: 1,
          row,
          column,
        };
        grid[row]![column] = cell;
        rows[row]!.push(cell);
      }
    });
  });
  return {
    kind: 'table',
    caption: caption === '' ? null : caption,
    rows: rows.map(cells =>
      cells.map(({ text, heading, rowSpan, columnSpan }) => ({ text, heading, rowSpan, columnSpan })),
    ),
  };
}

const HEADING = /^(?<marks>#{1,3})\s+(?<text>.+)$/;
const ENTRY = /^(?<mark>[-+]) +(?<text>.+)$/;
const ALIGNED = /^>(?<side>[><])\s*(?<text>.*)$/;

type Kind = 'table' | 'bullets' | 'numbers' | 'line';

function kindOf(line: string): Kind {
  if (line.startsWith('|')) return 'table';
  const mark = ENTRY.exec(line)?.groups?.['mark'];
  return mark === undefined ? 'line' : mark === '-' ? 'bullets' : 'numbers';
}

function lineBlock(line: string): BodyBlock {
  const heading = HEADING.exec(line)?.groups;
  if (heading !== undefined)
    return { kind: 'heading', level: (heading['marks']!.length + 1) as 2 | 3 | 4, text: unescaped(heading['text']!) };
  const image = IMAGE.exec(line)?.groups;
  if (image !== undefined)
    return {
      kind: 'image',
      attachment: image['attachment']!,
      alt: unescaped(image['alt'] ?? ''),
      caption: image['caption'] === undefined ? null : unescaped(image['caption']),
    };
  const aligned = ALIGNED.exec(line)?.groups;
  if (aligned !== undefined)
    return {
      kind: 'paragraph',
      inlines: readInlines(aligned['text']!),
      align: aligned['side'] === '<' ? 'center' : 'end',
    };
  return { kind: 'paragraph', inlines: readInlines(line) };
}

/** The body of marked text. Nothing is refused: what is no mark is text. */
export function readMarkedText(text: string): Body {
  const blocks: BodyBlock[] = [];
  let run: { readonly kind: Kind; readonly lines: string[] } | null = null;
  const flush = () => {
    if (run === null) return;
    const { kind, lines } = run;
    run = null;
    if (kind === 'table') blocks.push(tableOf(lines));
    else
      blocks.push({
        kind: 'list',
        ordered: kind === 'numbers',
        entries: lines.map(line => readInlines(ENTRY.exec(line)!.groups!['text']!)),
      });
  };
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const kind = kindOf(line);
    if (run !== null && (line === '' || kind !== run.kind)) flush();
    if (line === '') continue;
    if (kind === 'line') blocks.push(lineBlock(line));
    else if (run === null) run = { kind, lines: [line] };
    else run.lines.push(line);
  }
  flush();
  return joinDiagrams(blocks);
}
