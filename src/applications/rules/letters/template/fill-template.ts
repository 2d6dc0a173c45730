import type { LetterBlock } from '../../../../views/official-letter/official-letter.ts';
import type { TemplateNode } from './parse-template.ts';

/** One member of a list: its fields by name. */
export type Item = Readonly<Record<string, string>>;
/** What a field holds: text, or a list for `逐项`. Empty text and an empty list are absent. */
export type FieldValue = string | readonly Item[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

export type Filled = {
  readonly blocks: readonly LetterBlock[];
  /** The fields whose words stand in the text. */
  readonly printed: ReadonlySet<string>;
};

type Draft = { text: string; heading: boolean };

const isPresent = (value: FieldValue | undefined) => value !== undefined && value.length > 0;

/**
 * The paragraphs of a template with its fields filled in. A line of the template that begins with `# ` is a heading; a value
 * never makes one, whatever it begins with. Lines that come out empty are left out. Unknown fields are empty.
 */
export function fillTemplate(nodes: readonly TemplateNode[], values: FieldValues): Filled {
  const drafts: Draft[] = [{ text: '', heading: false }];
  const printed = new Set<string>();

  function write(text: string, own: boolean) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) drafts.push({ text: '', heading: false });
      const draft = drafts.at(-1)!;
      const heading = own && draft.text === '' && line.startsWith('# ');
      if (heading) draft.heading = true;
      draft.text += heading ? line.slice(2) : line;
    }
  }

  function fill(body: readonly TemplateNode[], scope: FieldValues) {
    for (const node of body)
      switch (node.kind) {
        case 'text':
          write(node.text, true);
          break;
        case 'field': {
          const value = scope[node.name];
          if (typeof value !== 'string' || value === '') break;
          write(value, false);
          printed.add(node.name);
          break;
        }
        case 'when':
          fill(isPresent(scope[node.name]) === node.present ? node.body : node.otherwise, scope);
          break;
        case 'each': {
          const items = scope[node.name];
          if (typeof items !== 'object') break;
          if (items.length > 0) printed.add(node.name);
          for (const item of items) fill(node.body, { ...scope, ...item });
          break;
        }
        case 'answer':
          fill(node.body, scope);
          break;
      }
  }

  fill(nodes, values);
  return {
    blocks: drafts
      .map(({ text, heading }): LetterBlock => ({ kind: heading ? 'heading' : 'paragraph', text: text.trim() }))
      .filter(({ text }) => text !== ''),
    printed,
  };
}

/** The part of a template that says the answer: what stands between 答复部分 and its 结束. */
export function answerPartOf(nodes: readonly TemplateNode[]): readonly TemplateNode[] {
  return nodes.flatMap(node => (node.kind === 'answer' ? node.body : []));
}
