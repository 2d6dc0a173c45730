import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFigureJson, readFigureLines } from './figure-lines.ts';

const figuresOf = (text: string) => {
  const read = readFigureLines(text);
  return read.ok ? read.value.figures : read.problem;
};

test('a sheet or CSV gives its figures by the names of the form and by those of other systems', () => {
  expect(figuresOf('项目\t数量\n行政许可\t1,204\n处罚决定数量\t 36 \n行政强制\t0')).toEqual({
    'table2.license.decisions': 1204,
    'table2.penalty.decisions': 36,
    'table2.coercion.decisions': 0,
  });
  expect(figuresOf('许可，12\r\n行政事业性收费（单位：万元）,2.02')).toEqual({
    'table2.license.decisions': 12,
    'table2.administrativeFee.amountWan': 2.02,
  });
});

test('fees in 元 become 万元 to the cent; full width digits are digits', () => {
  expect(figuresOf('收费金额（元）,12345.67')).toEqual({ 'table2.administrativeFee.amountWan': 1.234567 });
  expect(figuresOf('行政许可\t１２')).toEqual({ 'table2.license.decisions': 12 });
});

test('what leaves doubt is refused: two numbers in a line, two lines that differ, a file without figures', () => {
  expect(figuresOf('行政许可\t12\t15')).toContain('分不清是哪一个');
  expect(figuresOf('行政许可\t12\n许可件数\t13')).toContain('两个不同的数');
  expect(figuresOf('行政许可\t12\n许可件数\t12')).toEqual({ 'table2.license.decisions': 12 });
  expect(figuresOf('合计\t12\n备注\t无')).toContain('没有读到');
  expect(figuresOf('行政许可\t-3')).toContain('没有读到');
  expect(figuresOf('行政许可\t=1+1')).toContain('没有读到');
});

test('lines that were not used are said', () => {
  expect(readFigureLines('行政检查\t40\n行政许可\t2')).toMatchObject({
    value: { notes: ['“行政检查”这一行没有用上'] },
  });
});

test('an answer of the feed is taken for its year alone, and its numbers must be numbers', () => {
  const answer = (figures: unknown, year: unknown = 2025) => {
    const read = readFigureJson({ year, figures }, 2025);
    return read.ok ? read.value : read.problem;
  };
  expect(answer({ license: 12, administrativeFee: 0.5, inspection: 4 })).toEqual({
    figures: { 'table2.license.decisions': 12, 'table2.administrativeFee.amountWan': 0.5 },
    notes: ['“inspection”没有用上'],
  });
  expect(answer({ license: 12 }, 2024)).toContain('2024 年的数据');
  expect(answer({ license: '12' })).toContain('不是可以填报的数');
  expect(answer({ license: -1 })).toContain('不是可以填报的数');
  expect(answer({ license: 1e21 })).toContain('不是可以填报的数');
  expect(answer({ constructor: 1 })).toContain('没有可以填报的数');
  expect(readFigureJson([], 2025)).toMatchObject({ ok: false });
});

test('whatever a file holds, what is read are numbers of the form or a sentence that says why not', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('行政许可', '处罚', '收费（元）', '\t', ',', '１２', '1,204', '-3', '1e9'),
  );
  fc.assert(
    fc.property(fc.array(line), lines => {
      const read = readFigureLines(lines.join('\n'));
      const values = read.ok ? Object.values(read.value.figures) : [];
      expect(values.filter(value => !Number.isFinite(value) || value < 0 || value > 999_999_999)).toEqual([]);
      expect(read.ok || read.problem.length > 0).toBe(true);
    }),
  );
});
