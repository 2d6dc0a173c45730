import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlatBlock } from '../../platform/document/block.ts';
import { BODY, bodyText } from '../rules/body.ts';
import { proposeItem } from './propose-item.ts';

const lines = (...texts: readonly string[]): readonly FlatBlock[] => texts.map(text => ({ kind: 'paragraph', text }));

test('an official document says its number, its title on two lines, who issued it and when', () => {
  const proposal = proposeItem(
    lines(
      '示范市晴川区人民政府办公室文件',
      '晴政办发[2026]第3号',
      '',
      '示范市晴川区人民政府办公室',
      '关于做好春季防火工作的通知',
      '',
      '各乡镇人民政府、街道办事处：',
      '一、落实责任',
      '各单位要落实责任。',
      '',
      '示范市晴川区人民政府办公室',
      '二〇二六年三月二十一日',
      '（此件公开发布）',
    ),
  );
  expect(proposal).toMatchObject({
    title: '示范市晴川区人民政府办公室关于做好春季防火工作的通知',
    documentNumber: '晴政办发〔2026〕3号',
    genre: '通知',
    issuer: '示范市晴川区人民政府办公室',
    madeOn: '2026-03-21',
  });
  const kinds = proposal.body.map(({ kind }) => kind);
  expect(kinds).toEqual(['paragraph', 'heading', 'paragraph', 'paragraph', 'paragraph']);
  expect(bodyText(proposal.body)).not.toContain('此件公开发布');
});

test('a news item has a title and a text, and nothing is made up for it', () => {
  const proposal = proposeItem(lines('晴川区召开防火工作会议', '3月2日，晴川区召开会议。', '会议要求落实责任。'));
  expect(proposal).toMatchObject({ title: '晴川区召开防火工作会议', documentNumber: null, issuer: null, madeOn: null });
  expect(proposal.body).toHaveLength(2);
});

test('a number below the title is found too, and days are written in either way', () => {
  const proposal = proposeItem(
    lines('关于春季防火的', '若干规定', '（晴政公〔2026〕12号）', '为了防火，规定如下。', '2026年3月9日'),
  );
  expect(proposal).toMatchObject({
    title: '关于春季防火的若干规定',
    documentNumber: '晴政公〔2026〕12号',
    madeOn: '2026-03-09',
  });
});

test('merged cells of a table stay merged', () => {
  const cell = (row: number, column: number, text: string, columnSpan = 1) => ({
    row,
    column,
    rowSpan: 1,
    columnSpan,
    text,
  });
  const cells = [cell(0, 0, '项目', 2), cell(1, 0, '甲'), cell(1, 1, '3')];
  const { body } = proposeItem([
    ...lines('收支情况公告', '现公告如下。'),
    { kind: 'table', rows: 2, columns: 2, cells },
  ]);
  expect(body.at(-1)).toMatchObject({
    rows: [[{ text: '项目', columnSpan: 2, heading: true }], [{ text: '甲' }, { text: '3' }]],
  });
});

test('whatever a document holds, what is proposed can be stored', () => {
  const text = fc.string({
    unit: fc.constantFrom('一', '、', '关于', '通知', '：', '。', '2026年3月9日', '〔', '号', ' ', '\n'),
  });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), texts => {
      expect(BODY.safeParse(proposeItem(lines(...texts)).body).success).toBe(true);
    }),
  );
});
