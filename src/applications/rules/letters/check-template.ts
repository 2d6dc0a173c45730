import { citationText } from '../../../law/citation.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { faultsOfLetter } from './letter-faults.ts';
import { ITEM_FIELDS, RECORD_FIELDS } from './letter-fields.ts';
import { INPUTS } from './letter-inputs.ts';
import type { LetterKind } from './letter-kinds.ts';
import { isReplyKind } from './letter-kinds.ts';
import { letterRuleOf } from './letter-rules.ts';
import { builtInTemplate } from './letter-template.ts';
import type { LetterTemplate, TemplateOf } from './letter-template.ts';
import { specimenVariants } from './specimen-facts.ts';
import { fieldsNamed, parseTemplate } from './template/parse-template.ts';
import type { TemplateNode, TemplateProblem } from './template/parse-template.ts';

/** A field that the template of a kind may name, and what it holds: for the page on which it is edited. */
export type NamedField = { readonly name: string; readonly hint: string; readonly list: boolean };

/** The fields that the templates of a kind may name, the record's first. */
export function fieldsOfKind(kind: LetterKind): readonly NamedField[] {
  const own = letterRuleOf(kind).inputs.map(key => INPUTS[key]);
  return [
    ...Object.entries(RECORD_FIELDS).map(([name, hint]) => ({ name, hint, list: false })),
    ...own
      // The ground is worded by 情形, and attachments are listed below the text.
      .filter(({ form, name }) => form !== 'ground' && name !== '附件')
      .map(({ name, hint, form }) => ({ name, hint, list: form === 'list' || form === 'passages' })),
    ...(kind === 'several-findings' ? [{ name: '答复事项', hint: '各项内容及其答复', list: true }] : []),
  ];
}

const LONGEST_TITLE = 60;
/** 156 mm hold 20 characters of 2号. */
const TITLE_LINE = 20;

function problemsOfTitle(title: string): readonly TemplateProblem[] {
  const lines = title.split('\n').map(line => line.trim());
  if (lines.some(line => line === '') || title.length > LONGEST_TITLE)
    return [{ line: 1, message: `标题不能有空行，总长不超过${LONGEST_TITLE}字` }];
  return lines.some(line => line.length > TITLE_LINE)
    ? [{ line: 1, message: `标题每行不超过${TITLE_LINE}字，请按词义换行` }]
    : [];
}

function problemsOfFields(kind: LetterKind, nodes: readonly TemplateNode[]): readonly TemplateProblem[] {
  const fields = new Map(fieldsOfKind(kind).map(field => [field.name, field]));
  return fieldsNamed(nodes).flatMap(({ name, line, item, use }) => {
    if (item !== null && ITEM_FIELDS.get(item)?.includes(name) === true)
      return use === 'each' ? [notAList(name, line)] : [];
    const field = fields.get(name);
    if (field === undefined) return [{ line, message: `这种文书没有字段“${name}”，请从字段表中选用` }];
    if (use === 'each' && !field.list) return [notAList(name, line)];
    return use === 'value' && field.list
      ? [{ line, message: `“${name}”是多项内容，请写成 {{逐项 ${name}}}…{{结束}}` }]
      : [];
  });
}

const notAList = (name: string, line: number): TemplateProblem => ({
  line,
  message: `“${name}”不是多项内容，不能逐项列出`,
});

/** An answer that stands in letters on several things needs to be told from its surroundings. */
function problemsOfAnswer(kind: LetterKind, nodes: readonly TemplateNode[]): readonly TemplateProblem[] {
  const answers = nodes.filter(node => node.kind === 'answer').length;
  const wanted = isReplyKind(kind) && builtInTemplate(kind).text.includes('{{答复部分}}') ? 1 : 0;
  if (answers === wanted) return [];
  return [
    {
      line: 1,
      message: wanted === 1 ? '答复的内容应写在一个“{{答复部分}}…{{结束}}”里面' : '这种文书没有“答复部分”',
    },
  ];
}

/** The template in the place of the one in force. */
const withTemplate =
  (template: LetterTemplate): TemplateOf =>
  kind =>
    kind === template.kind ? template : builtInTemplate(kind);

/** The parts that the law demands and that the template loses, tried on facts of every variety. */
function problemsOfParts(template: LetterTemplate): readonly TemplateProblem[] {
  const lost = specimenVariants(template.kind)
    .flatMap(facts => faultsOfLetter(facts, withTemplate(template)))
    .filter(({ cause }) => cause === 'template');
  const parts = new Map(lost.map(({ part, basis }) => [part, basis]));
  return [...parts].map(([part, basis]) => ({
    line: 1,
    message: `模板缺少${part}（${citationText(basis)}要求写明），请把它写回去`,
  }));
}

/**
 * Whether a template may come into force. Refuses, with every problem and its line: what is no template, fields that the kind does
 * not have, and a template that loses a part which the law demands of the letter.
 */
export function checkTemplate(template: LetterTemplate): Result<LetterTemplate, readonly TemplateProblem[]> {
  const parsed = parseTemplate(template.text);
  if (!parsed.ok) return parsed;
  const problems = [
    ...problemsOfTitle(template.title),
    ...problemsOfFields(template.kind, parsed.value),
    ...problemsOfAnswer(template.kind, parsed.value),
  ];
  if (problems.length > 0) return refuse(problems);
  const lost = problemsOfParts(template);
  return lost.length === 0 ? ok(template) : refuse(lost);
}
