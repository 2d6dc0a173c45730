import { ok, refuse } from '../../../../kernel/result.ts';
import type { Result } from '../../../../kernel/result.ts';

/** A piece of a template. `line` counts from 1 and is where the piece's tag stands. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly line: number }
  | {
      readonly kind: 'when';
      readonly name: string;
      readonly present: boolean;
      readonly line: number;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | { readonly kind: 'each'; readonly name: string; readonly line: number; readonly body: readonly TemplateNode[] }
  /** 答复部分: what an answer to several things takes over from this letter. */
  | { readonly kind: 'answer'; readonly line: number; readonly body: readonly TemplateNode[] };

/** What is wrong with a template, in one Chinese sentence, and in which line. */
export type TemplateProblem = { readonly line: number; readonly message: string };

/** A template that is longer, or nested deeper, is refused: no letter needs it. */
const LONGEST = 20_000;
const DEEPEST = 6;

type Tag =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly words: readonly string[]; readonly line: number };

const CONTROL = new Set(['如果', '如果没有', '逐项', '否则', '结束', '答复部分']);
const isControl = (tag: Tag | undefined) => tag?.kind === 'tag' && CONTROL.has(tag.words[0] ?? '');

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Tags and the text between them. A control tag alone on its line takes the line with it. */
function tagsOf(text: string): Tag[] {
  const tags: Tag[] = [];
  let last = 0;
  for (const match of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (match.index > last) tags.push({ kind: 'text', text: text.slice(last, match.index) });
    tags.push({ kind: 'tag', words: match[1]!.trim().split(/\s+/), line: lineAt(text, match.index) });
    last = match.index + match[0].length;
  }
  if (last < text.length) tags.push({ kind: 'text', text: text.slice(last) });
  return tags.map((tag, index) => {
    if (tag.kind !== 'text' || index === 0 || !isControl(tags[index - 1])) return tag;
    const before = tags[index - 2];
    const alone = before === undefined || (before.kind === 'text' && /(^|\n)$/.test(before.text));
    return alone ? { kind: 'text', text: tag.text.replace(/^\n/, '') } : tag;
  });
}

function strayBraces(text: string): TemplateProblem | undefined {
  const stray = /\{\{|\}\}/.exec(text.replaceAll(/\{\{[^{}]*\}\}/g, tag => ' '.repeat(tag.length)));
  if (stray === null) return undefined;
  return { line: lineAt(text, stray.index), message: `花括号“${stray[0]}”没有配对，字段应写成 {{字段名}}` };
}

type Open = {
  readonly node: Exclude<TemplateNode, { kind: 'text' | 'field' }>;
  readonly body: TemplateNode[];
  otherwise: TemplateNode[] | null;
};

const openNode = (tag: Extract<Tag, { kind: 'tag' }>): Open['node'] | TemplateProblem => {
  const [word, name, ...rest] = tag.words;
  const { line } = tag;
  if (word === '答复部分') {
    if (name !== undefined) return { line, message: '“答复部分”后面不写字段名' };
    return { kind: 'answer', line, body: [] };
  }
  if (name === undefined || rest.length > 0) return { line, message: `“${word}”后面应写一个字段名，中间空一格` };
  if (word === '逐项') return { kind: 'each', name, line, body: [] };
  return { kind: 'when', name, present: word === '如果', line, body: [], otherwise: [] };
};

function closed({ node, body, otherwise }: Open): TemplateNode {
  return node.kind === 'when' ? { ...node, body, otherwise: otherwise ?? [] } : { ...node, body };
}

/**
 * Reads a template: `{{字段}}`, `{{如果 字段}}…{{否则}}…{{结束}}`, `{{如果没有 字段}}…{{结束}}`, `{{逐项 字段}}…{{结束}}` and
 * `{{答复部分}}…{{结束}}`. There is nothing else in the language: it can neither compute nor call. Refuses with every line at fault.
 */
export function parseTemplate(text: string): Result<readonly TemplateNode[], readonly TemplateProblem[]> {
  if (text.length > LONGEST) return refuse([{ line: 1, message: `模板超过${LONGEST}字，请缩短` }]);
  const stray = strayBraces(text);
  if (stray !== undefined) return refuse([stray]);
  const problems: TemplateProblem[] = [];
  const root: TemplateNode[] = [];
  const open: Open[] = [];
  const add = (node: TemplateNode) => {
    const innermost = open.at(-1);
    (innermost === undefined ? root : (innermost.otherwise ?? innermost.body)).push(node);
  };
  for (const tag of tagsOf(text)) {
    if (tag.kind === 'text') {
      add(tag);
      continue;
    }
    const [word = '', ...rest] = tag.words;
    const { line } = tag;
    if (word === '结束') {
      const finished = open.pop();
      if (finished === undefined) problems.push({ line, message: '多了一个“结束”，前面没有与它对应的开头' });
      else add(closed(finished));
    } else if (word === '否则') {
      const innermost = open.at(-1);
      if (innermost?.node.kind !== 'when' || innermost.otherwise !== null)
        problems.push({ line, message: '“否则”只能写在“如果”和它的“结束”之间，并且只写一次' });
      else innermost.otherwise = [];
    } else if (CONTROL.has(word)) {
      const node = openNode(tag);
      if ('message' in node) return refuse([...problems, node]);
      if (open.length >= DEEPEST) return refuse([{ line, message: `套得太深，最多${DEEPEST}层` }]);
      open.push({ node, body: [], otherwise: null });
    } else if (word === '' || rest.length > 0)
      problems.push({
        line,
        message: word === '' ? '花括号里没有字段名' : `“${tag.words.join(' ')}”不是字段名，字段名里没有空格`,
      });
    else add({ kind: 'field', name: word, line });
  }
  problems.push(
    ...open.map(({ node }) => ({ line: node.line, message: '这里开始的部分没有写“结束”' }) satisfies TemplateProblem),
  );
  return problems.length === 0 ? ok(root) : refuse(problems);
}

/** A place where a template names a field: as a value, as a condition, or as a list; `item` is the list in whose body it stands. */
export type NamedPlace = {
  readonly name: string;
  readonly line: number;
  readonly item: string | null;
  readonly use: 'value' | 'condition' | 'each';
};

/** Every place where a template names a field, in its order. */
export function fieldsNamed(nodes: readonly TemplateNode[], item: string | null = null): readonly NamedPlace[] {
  return nodes.flatMap((node): readonly NamedPlace[] => {
    switch (node.kind) {
      case 'text':
        return [];
      case 'field':
        return [{ name: node.name, line: node.line, item, use: 'value' }];
      case 'when':
        return [
          { name: node.name, line: node.line, item, use: 'condition' },
          ...fieldsNamed(node.body, item),
          ...fieldsNamed(node.otherwise, item),
        ];
      case 'each':
        return [{ name: node.name, line: node.line, item, use: 'each' }, ...fieldsNamed(node.body, node.name)];
      case 'answer':
        return fieldsNamed(node.body, item);
    }
  });
}
