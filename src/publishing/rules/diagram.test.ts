import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagramHtml } from '../render/diagram-html.ts';
import { diagramSvg, wrapText } from '../render/diagram-svg.ts';
import { blockText, BODY } from './body.ts';
import type { Body } from './body.ts';
import { DIAGRAM, diagramText } from './diagram.ts';
import type { Diagram } from './diagram.ts';
import { joinDiagrams, questionsOf, spellDiagrams } from './diagram-blocks.ts';

const MEALS: Diagram = {
  kind: 'diagram',
  title: '晴川区老年助餐服务管理办法',
  purpose: '让老年人就近吃上热乎、便宜的饭菜。',
  basis: '《中华人民共和国老年人权益保障法》',
  audience: '本区60周岁以上的老年人',
  measures: [
    { title: '统一标识和价格', text: '每个助餐点公布当天的菜单和价格' },
    { title: '送餐上门', text: '' },
  ],
  dates: [{ when: '2023年9月1日', text: '开始施行' }],
  figures: [{ value: '4', unit: '元', text: '每餐补贴' }],
  contact: '区民政局 0990-0000121',
};

test('a diagram is read aloud whole: its text has everything that is seen', () => {
  const text = diagramText(MEALS);
  for (const said of [
    '为什么制定：让老年人',
    '每餐补贴4元',
    '1. 统一标识和价格：每个助餐点',
    '2023年9月1日，开始施行',
    '咨询方式：区民政局',
  ])
    expect(text).toContain(said);
  const svg = diagramSvg(MEALS, '示范市晴川区人民政府办公室');
  expect(svg).toContain(`<desc id="desc">${text}</desc>`);
  expect(svg).toContain('<title id="title">图解：晴川区老年助餐服务管理办法</title>');
  expect(diagramHtml(MEALS, null).markup).toContain('<li><strong>送餐上门</strong></li>');
});

test('whatever is typed stays text: no picture or page of a diagram can hold markup of somebody else', () => {
  const hostile = '<script>alert(1)</script>"&';
  const diagram = DIAGRAM.parse({
    ...MEALS,
    title: hostile,
    purpose: hostile,
    measures: [{ title: hostile, text: hostile }],
  });
  for (const markup of [diagramSvg(diagram, hostile), diagramHtml(diagram, '/a').markup]) {
    expect(markup).not.toContain('<script');
    expect(markup).toContain('&lt;script&gt;');
  }
});

test('a diagram that is typed as lines is the same diagram; lines that only begin like one stay lines', () => {
  const body: Body = [MEALS, ...questionsOf(MEALS)];
  expect(joinDiagrams(spellDiagrams(body))).toEqual(body);
  expect(BODY.parse(JSON.parse(JSON.stringify(body)))).toEqual(body);
  const broken = spellDiagrams([MEALS]).slice(0, -1);
  expect(joinDiagrams(broken)).toEqual(broken);
});

test('question and answer say the same as the diagram', () => {
  const said = questionsOf(MEALS).map(blockText).join('\n');
  for (const part of [
    MEALS.purpose,
    MEALS.basis,
    MEALS.audience,
    '送餐上门',
    '每餐补贴：4元',
    '2023年9月1日：开始施行',
    MEALS.contact,
  ])
    expect(said).toContain(part);
  expect(questionsOf({ ...MEALS, figures: [], dates: [], contact: '' }).map(blockText)).not.toContain(
    '问：不清楚的，怎样咨询？',
  );
});

test('wrapped text loses nothing, keeps numbers whole and begins no line with a closing mark', () => {
  const words = fc.string({ unit: fc.constantFrom('甲', '乙', '，', '。', '1', '2', 'a', ' ', '》'), maxLength: 80 });
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 30 }), (text, most) => {
      const lines = wrapText(text, most);
      expect(lines.join('')).toBe(text);
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。》]/);
    }),
  );
  expect(wrapText('自2023年起', 4)).toEqual(['自2023', '年起']);
});
