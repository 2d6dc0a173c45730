import { expect, test } from 'vitest';
import { originalSpan, readableText } from './readable-text.ts';

const read = (text: string): string => readableText(text).text;

test('single spaces go, wider gaps and tabs part', () => {
  expect(read('2023 年 政府')).toBe('2023年政府');
  expect(read('自然人  商业企业')).toBe('自然人\n商业企业');
  expect(read('规章\t0')).toBe('规章\n0');
});

test('a paragraph broken in mid-sentence is joined, headings and items are not', () => {
  const broken = '一是全面落实工作部署，强化工作责任，明确时间节点，细\n\n化工作举措，全面做好各项工作。';
  expect(read(broken)).toContain('细化工作举措');
  expect(read('一、总体情况\n（一）主动公开情况\n全年发布信息，及时更新。')).toBe(
    '一、总体情况\n（一）主动公开情况\n全年发布信息，及时更新。',
  );
  expect(read('一是加强政策解读工作，丰富解读形式，提升解读质量和水平，\n二是加强宣传，积极引导。')).toContain(
    '\n二是',
  );
});

test('Kangxi radicals read as the characters they stand for', () => {
  expect(read('⼈⺠政府')).toBe('人⺠政府'.replace('⺠', '⺠'.normalize('NFKC')));
});

test('every range leads back to the original', () => {
  const original = '公 开\n申请  表';
  const readable = readableText(original);
  const at = readable.text.indexOf('公开');
  const span = originalSpan(readable, at, at + 2);
  expect(original.slice(span.start, span.end)).toBe('公 开');
  expect(() => originalSpan(readable, 3, 3)).toThrow(RangeError);
});
