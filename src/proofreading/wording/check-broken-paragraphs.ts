import type { Citation } from '../../law/citation.ts';
import { continuesOn } from '../line-continuation.ts';
import type { Remark } from '../remark.ts';

const BASIS: Citation = { source: 'document-format' };
/** More broken lines than this without blank lines between are a text wrapped by its program, not broken paragraphs. */
const MOST_ADJACENT = 2;
const QUOTED = 6;

/** Paragraphs cut in mid-sentence: a line of prose without an end, carried on by the next line with text. */
export function checkBrokenParagraphs(text: string): readonly Remark[] {
  const breaks: {
    readonly end: number;
    readonly next: number;
    readonly apart: boolean;
    readonly line: string;
    readonly following: string;
  }[] = [];
  let previous: { readonly content: string; readonly end: number } | null = null;
  let start = 0;
  let blank = false;
  for (const line of text.split('\n')) {
    const content = line.trim();
    if (content === '') blank = true;
    else {
      const first = start + line.indexOf(content);
      if (previous !== null && continuesOn(previous.content, content))
        breaks.push({ end: previous.end, next: first, apart: blank, line: previous.content, following: content });
      previous = { content, end: first + content.length };
      blank = false;
    }
    start += line.length + 1;
  }
  const adjacent = breaks.filter(({ apart }) => !apart).length;
  return breaks
    .filter(({ apart }) => apart || adjacent <= MOST_ADJACENT)
    .map(({ end, next, line, following }): Remark => ({
      level: 'notice',
      span: { start: Math.max(end - QUOTED, 0), end: Math.min(next + QUOTED, text.length) },
      quote: `${line.slice(-QUOTED)}⏎${following.slice(0, QUOTED)}`,
      message: '段落在句中断开，疑为误加的换行。',
      suggestion: `改为“${line.slice(-QUOTED)}${following.slice(0, QUOTED)}”`,
      basis: BASIS,
    }));
}
