import { withoutInvisible } from '../text/clean-text.ts';

/** Collects the text of one line as a browser shows it. */
export type LineBuilder = {
  readonly add: (text: string) => void;
  /** Text in which white space counts; a line end in it is for the caller. */
  readonly addVerbatim: (text: string) => void;
  readonly isEmpty: () => boolean;
  /** The line, trimmed; the builder is empty again. */
  readonly take: () => string;
};

// East Asian wide characters except Hangul: between two of them a line end in the source is no space (CSS Text 3, 4.1.3).
const WIDE = /[\u2E80-\u30FF\u3100-\u312F\u31A0-\uA4CF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]/;
const SPACES = /[ \t\n\f\r]+/g;
const HAS_SPACE = /[ \t\n\f\r]/;

export function createLineBuilder(): LineBuilder {
  let line = '';
  let pending: 'none' | 'space' | 'line-end' = 'none';

  function addWord(word: string) {
    if (word === '') return;
    if (pending !== 'none' && line !== '') {
      const joins = pending === 'line-end' && WIDE.test(line.at(-1)!) && WIDE.test(word[0]!);
      if (!joins) line += ' ';
    }
    pending = 'none';
    line += word;
  }

  return {
    add(text) {
      if (!HAS_SPACE.test(text)) {
        addWord(text);
        return;
      }
      let from = 0;
      for (const match of text.matchAll(SPACES)) {
        addWord(text.slice(from, match.index));
        from = match.index + match[0].length;
        const hasLineEnd = match[0].includes('\n') || match[0].includes('\r');
        if (pending !== 'space') pending = hasLineEnd ? 'line-end' : 'space';
      }
      addWord(text.slice(from));
    },
    addVerbatim(text) {
      addWord(text);
    },
    isEmpty: () => line === '',
    take() {
      const text = withoutInvisible(line).replaceAll('\u00A0', ' ').trim();
      line = '';
      pending = 'none';
      return text;
    },
  };
}
