import { escapeHtml } from '../../views/html/html.ts';
import { DIAGRAM_PART, diagramText } from '../rules/diagram.ts';
import type { Diagram } from '../rules/diagram.ts';

// A tall picture as readers send it on from phone to phone: drawn here from the fields alone, so that nothing foreign is ever in it.

const WIDTH = 750;
const MARGIN = 40;
const INNER = WIDTH - 2 * MARGIN;
const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";
const INK = { blue: '#14508c', dark: '#0d3a68', pale: '#e8f0f9', text: '#1b2530', soft: '#4d5a68', paper: '#ffffff' };

/** Letters and figures are about half as wide as a Han character. */
const widthOf = (character: string): number => (/[\u{20}-\u{7E}]/u.test(character) ? 0.56 : 1);
/** Marks that may not begin a line. */
const CLOSING_MARK = /[，。；：、！？）》”’〉】,.;:!?)]/u;

/** A text in lines of at most so many Han characters; numbers and words of Latin letters are kept whole. */
export function wrapText(text: string, most: number): readonly string[] {
  const pieces = text.match(/[A-Za-z0-9.%+-]+|./gsu) ?? [];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of pieces) {
    const own = Array.from(piece).reduce((sum, character) => sum + widthOf(character), 0);
    if (line !== '' && width + own > most && !CLOSING_MARK.test(piece)) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += piece;
    width += own;
  }
  return line === '' ? lines : [...lines, line];
}

/** The same in as many lines, none much longer than another: a title of two lines does not end in a single character. */
function balancedLines(text: string, most: number): readonly string[] {
  const wrapped = wrapText(text, most);
  const whole = Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);
  for (let width = Math.ceil(whole / wrapped.length); width < most; width += 1) {
    const lines = wrapText(text, width);
    if (lines.length === wrapped.length) return lines;
  }
  return wrapped;
}

type Drawn = { readonly markup: string; readonly height: number };
type Look = { readonly size: number; readonly fill: string; readonly bold?: true; readonly anchor?: 'middle' };

const textAt = (text: string, x: number, y: number, { size, fill, bold, anchor }: Look): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${bold === true ? ' font-weight="700"' : ''}${anchor === undefined ? '' : ` text-anchor="${anchor}"`}>${escapeHtml(text)}</text>`;

/** Lines of a text from a place downwards. */
function block(text: string, x: number, y: number, width: number, look: Look): Drawn {
  const step = Math.round(look.size * 1.55);
  const lines = wrapText(text, width / look.size);
  const markup = lines.map((line, at) => textAt(line, x, y + look.size + at * step, look)).join('');
  return { markup, height: lines.length * step };
}

const box = (x: number, y: number, width: number, height: number, fill: string, radius = 12): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

const HEADING: Look = { size: 30, fill: INK.blue, bold: true };
const BODY: Look = { size: 26, fill: INK.text };
const STRONG: Look = { size: 28, fill: INK.dark, bold: true };

function heading(text: string, y: number): Drawn {
  return {
    markup: `${box(MARGIN, y + 4, 8, 30, INK.blue, 4)}${textAt(text, MARGIN + 22, y + 30, HEADING)}`,
    height: 54,
  };
}

function paragraphPart(key: 'purpose' | 'basis' | 'audience', text: string) {
  return (y: number): Drawn => {
    if (text === '') return { markup: '', height: 0 };
    const head = heading(DIAGRAM_PART[key], y);
    const words = block(text, MARGIN, y + head.height, INNER, BODY);
    return { markup: head.markup + words.markup, height: head.height + words.height + 36 };
  };
}

function figuresPart({ figures }: Diagram) {
  return (y: number): Drawn => {
    if (figures.length === 0) return { markup: '', height: 0 };
    const head = heading(DIAGRAM_PART.figures, y);
    const across = Math.min(3, figures.length);
    const width = (INNER - (across - 1) * 16) / across;
    const rows = Math.ceil(figures.length / across);
    const height = 168;
    const markup = figures.map(({ value, unit, text }, at) => {
      const x = MARGIN + (at % across) * (width + 16);
      const top = y + head.height + Math.floor(at / across) * (height + 16);
      const label = wrapText(text, (width - 24) / 22).slice(0, 2);
      return `${box(x, top, width, height, INK.pale)}<text x="${x + width / 2}" y="${top + 72}" text-anchor="middle" fill="${INK.blue}"><tspan font-size="52" font-weight="700">${escapeHtml(value)}</tspan><tspan font-size="24" dx="4">${escapeHtml(unit)}</tspan></text>${label.map((line, row) => textAt(line, x + width / 2, top + 112 + row * 30, { size: 22, fill: INK.soft, anchor: 'middle' })).join('')}`;
    });
    return { markup: head.markup + markup.join(''), height: head.height + rows * (height + 16) + 24 };
  };
}

function measuresPart({ measures }: Diagram) {
  return (y: number): Drawn => {
    if (measures.length === 0) return { markup: '', height: 0 };
    const head = heading(DIAGRAM_PART.measures, y);
    let top = y + head.height;
    const cards = measures.map(({ title, text }, at) => {
      const name = block(title, MARGIN + 92, top + 18, INNER - 116, STRONG);
      const words = block(text, MARGIN + 92, top + 22 + name.height, INNER - 116, { size: 24, fill: INK.soft });
      const height = Math.max(96, name.height + words.height + 44);
      const card = `${box(MARGIN, top, INNER, height, INK.pale)}<circle cx="${MARGIN + 46}" cy="${top + 46}" r="26" fill="${INK.blue}"/>${textAt(String(at + 1), MARGIN + 46, top + 56, { size: 28, fill: INK.paper, bold: true, anchor: 'middle' })}${name.markup}${words.markup}`;
      top += height + 16;
      return card;
    });
    return { markup: head.markup + cards.join(''), height: top - y + 20 };
  };
}

function datesPart({ dates }: Diagram) {
  return (y: number): Drawn => {
    if (dates.length === 0) return { markup: '', height: 0 };
    const head = heading(DIAGRAM_PART.dates, y);
    const first = y + head.height;
    let top = first;
    let last = first;
    const points = dates.map(({ when, text }) => {
      const day = block(when, MARGIN + 44, top, INNER - 44, STRONG);
      const words = block(text, MARGIN + 44, top + day.height, INNER - 44, { size: 24, fill: INK.soft });
      last = top;
      const point = `<circle cx="${MARGIN + 14}" cy="${top + 18}" r="10" fill="${INK.blue}"/>${day.markup}${words.markup}`;
      top += day.height + words.height + 22;
      return point;
    });
    const rail = `<line x1="${MARGIN + 14}" y1="${first + 18}" x2="${MARGIN + 14}" y2="${last + 18}" stroke="${INK.blue}" stroke-width="3"/>`;
    return { markup: head.markup + rail + points.join(''), height: top - y + 16 };
  };
}

/** A diagram as one picture, 750 units wide, with everything it says as its description. `source` is who published it. */
export function diagramSvg(diagram: Diagram, source: string): string {
  const { title, purpose, basis, audience, contact } = diagram;
  const name = balancedLines(title, INNER / 46);
  const headHeight = 120 + name.length * 64;
  const parts = [
    paragraphPart('purpose', purpose),
    paragraphPart('basis', basis),
    paragraphPart('audience', audience),
    figuresPart(diagram),
    measuresPart(diagram),
    datesPart(diagram),
  ];
  let y = headHeight + 44;
  const drawn = parts.map(part => {
    const { markup, height } = part(y);
    y += height;
    return markup;
  });
  const footText = contact === '' ? source : `${DIAGRAM_PART.contact}：${contact}`;
  const foot = block(footText, MARGIN, y + 24, INNER, { size: 24, fill: INK.paper });
  const footHeight = foot.height + (contact === '' ? 0 : 38) + 52;
  const height = y + footHeight;
  const head = name
    .map((line, at) =>
      textAt(line, WIDTH / 2, 140 + at * 64, { size: 46, fill: INK.paper, bold: true, anchor: 'middle' }),
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc" lang="zh-CN" font-family="${FONT}">
<title id="title">图解：${escapeHtml(title)}</title>
<desc id="desc">${escapeHtml(diagramText(diagram))}</desc>
${box(0, 0, WIDTH, height, INK.paper, 0)}${box(0, 0, WIDTH, headHeight, INK.blue, 0)}${textAt('一图读懂', WIDTH / 2, 72, { size: 28, fill: INK.pale, anchor: 'middle' })}${head}
${drawn.join('\n')}
${box(0, y, WIDTH, footHeight, INK.dark, 0)}${foot.markup}${contact === '' ? '' : textAt(source, MARGIN, y + foot.height + 62, { size: 22, fill: INK.pale })}
</svg>
`;
}
