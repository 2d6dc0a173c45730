import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTemplate, fieldsOfKind } from './check-template.ts';
import { LETTER_KINDS } from './letter-kinds.ts';
import { letterRuleOf } from './letter-rules.ts';
import { builtInTemplate } from './letter-template.ts';
import { fillTemplate } from './template/fill-template.ts';
import { parseTemplate } from './template/parse-template.ts';

const textOf = (template: string, values: Parameters<typeof fillTemplate>[1]) => {
  const parsed = parseTemplate(template);
  if (!parsed.ok) throw new Error(parsed.problem.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return fillTemplate(parsed.value, values).blocks.map(({ kind, text }) => (kind === 'heading' ? `# ${text}` : text));
};
const problemsOf = (text: string) => {
  const parsed = parseTemplate(text);
  return parsed.ok ? [] : parsed.problem.map(({ line, message }) => `${line}：${message}`);
};

describe('the language', () => {
  test('fields, conditions with 否则, conditions turned round, lists', () => {
    const template =
      '致{{甲}}。{{如果 乙}}有{{乙}}{{否则}}没有乙{{结束}}{{如果没有 丙}}，没有丙{{结束}}\n{{逐项 丁}}\n（{{序号}}）{{事项}}\n{{结束}}\n完';
    const items = [
      { 序号: '1', 事项: '一' },
      { 序号: '2', 事项: '二' },
    ];
    expect(textOf(template, { 甲: '某人', 乙: '', 丁: items })).toEqual([
      '致某人。没有乙，没有丙',
      '（1）一',
      '（2）二',
      '完',
    ]);
    expect(textOf(template, { 甲: '某人', 乙: '乙物', 丙: '丙物', 丁: [] })).toEqual(['致某人。有乙物', '完']);
  });

  test('a line is a paragraph, one that begins with # is a heading; values make neither headings nor fields', () => {
    expect(textOf('# 一、{{甲}}\n{{乙}}', { 甲: '# 标题', 乙: '# 假\n{{甲}}' })).toEqual([
      '# 一、# 标题',
      '# 假',
      '{{甲}}',
    ]);
  });

  test('whatever is wrong is said with its line', () => {
    expect(problemsOf('好\n{{甲')).toEqual(['2：花括号“{{”没有配对，字段应写成 {{字段名}}']);
    expect(problemsOf('{{如果 甲}}\n{{乙}}')).toEqual(['1：这里开始的部分没有写“结束”']);
    expect(problemsOf('{{结束}}')).toEqual(['1：多了一个“结束”，前面没有与它对应的开头']);
    expect(problemsOf('{{如果}}是{{结束}}')).toEqual(['1：“如果”后面应写一个字段名，中间空一格']);
    expect(problemsOf('{{逐项 甲}}{{否则}}{{结束}}')).toEqual([
      '1：“否则”只能写在“如果”和它的“结束”之间，并且只写一次',
    ]);
    expect(problemsOf('{{}}')).toEqual(['1：花括号里没有字段名']);
    expect(problemsOf('{{甲 乙}}')).toEqual(['1：“甲 乙”不是字段名，字段名里没有空格']);
    expect(problemsOf('{{如果 甲}}'.repeat(7) + '{{结束}}'.repeat(7))).toEqual(['1：套得太深，最多6层']);
    expect(problemsOf('字'.repeat(20_001))).toEqual(['1：模板超过20000字，请缩短']);
  });

  test('reading never throws and filling never hangs, whatever a template says', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{{',
        '}}',
        '{{甲}}',
        '{{如果 甲}}',
        '{{如果没有 乙}}',
        '{{否则}}',
        '{{结束}}',
        '{{逐项 丁}}',
        '{{答复部分}}',
        '\n',
        '# ',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.string(), (pieces, value) => {
        const parsed = parseTemplate(pieces.join(''));
        const blocks = parsed.ok ? fillTemplate(parsed.value, { 甲: value, 丁: [{ 事项: value }] }).blocks : [];
        expect(blocks.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  test('names of what every object has are fields like any other, and empty', () => {
    expect(checkTemplate({ ...builtInTemplate('withdrawal'), text: '{{逐项 constructor}}{{name}}{{结束}}' }).ok).toBe(
      false,
    );
    expect(textOf('{{constructor}}{{__proto__}}{{toString}}好', {})).toEqual(['好']);
  });
});

describe('a template comes into force', () => {
  test.each(LETTER_KINDS)('%s: the built-in one may', kind => {
    expect(checkTemplate(builtInTemplate(kind))).toEqual({ ok: true, value: builtInTemplate(kind) });
  });

  test.each(LETTER_KINDS)('%s: without any one part that the law demands it may not', kind => {
    const template = builtInTemplate(kind);
    for (const { name, fields } of letterRuleOf(kind).required) {
      const [field] = fields;
      // The bases of several answers stand in the answers.
      if (kind === 'several-findings' && field === '依据') continue;
      const text = template.text.replaceAll(`{{${field}}}`, '').replaceAll(`{{逐项 ${field}}}`, '{{逐项 附件}}');
      const checked = checkTemplate({ ...template, text });
      expect([name, checked.ok]).toEqual([name, false]);
    }
  });

  test('a part that is shown only sometimes is lost', () => {
    const template = builtInTemplate('not-existing');
    const text = template.text.replace('{{救济告知}}', '{{如果 缴费日期}}{{救济告知}}{{结束}}');
    const checked = checkTemplate({ ...template, text });
    expect(checked.ok ? [] : checked.problem.map(({ message }) => message)).toEqual([
      '模板缺少救济告知（《中华人民共和国行政复议法实施条例》第十七条要求写明），请把它写回去',
    ]);
  });

  test('fields that the kind does not have, lists as values and values as lists are refused with their lines', () => {
    const template = builtInTemplate('clarification-notice');
    const checked = checkTemplate({
      ...template,
      text: `${template.text}\n{{检索范围}}{{补正事项}}\n{{逐项 申请人}}{{结束}}`,
    });
    expect(checked.ok ? [] : checked.problem.map(({ message }) => message)).toEqual([
      '这种文书没有字段“检索范围”，请从字段表中选用',
      '“补正事项”是多项内容，请写成 {{逐项 补正事项}}…{{结束}}',
      '“申请人”不是多项内容，不能逐项列出',
    ]);
  });

  test('the answer stays in its place for letters on several things', () => {
    const template = builtInTemplate('granted');
    const text = template.text.replace('{{答复部分}}\n', '').replace('\n{{结束}}\n{{救济告知}}', '\n{{救济告知}}');
    const checked = checkTemplate({ ...template, text });
    expect(checked.ok ? [] : checked.problem.map(({ message }) => message)).toEqual([
      '答复的内容应写在一个“{{答复部分}}…{{结束}}”里面',
    ]);
  });

  test('a title line of more than 20 characters is refused', () => {
    expect(checkTemplate({ ...builtInTemplate('granted'), title: '字'.repeat(21) }).ok).toBe(false);
    expect(checkTemplate({ ...builtInTemplate('granted'), title: `${'字'.repeat(20)}\n告知书` }).ok).toBe(true);
  });

  test('every field that a kind offers has a name of its own and is explained', () => {
    for (const kind of LETTER_KINDS) {
      const fields = fieldsOfKind(kind);
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
      expect(fields.filter(({ hint }) => hint === '')).toEqual([]);
    }
  });
});
