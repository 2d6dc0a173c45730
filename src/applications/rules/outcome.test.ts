import { expect, test } from 'vitest';
import { OUTCOME_ROWS_2021, outcomeGroupOf } from '../../law/report-form/table-three.ts';
import { CLOSINGS, outcomeOf, outcomeOfSettlement } from './outcome.ts';
import { isRefusal, WITHHOLDING_GROUNDS, withholdingGroundsOf } from './reply.ts';
import type { Finding } from './reply.ts';

const supply = { form: 'paper', pages: 3, howToGet: null } as const;
const FINDINGS: readonly Finding[] = [
  { kind: 'already-public', where: '门户网站' },
  { kind: 'granted', supply },
  { kind: 'partly-granted', supply, grounds: ['third-party-interest'] },
  ...WITHHOLDING_GROUNDS.map(ground => ({ kind: 'withheld', ground }) as const),
  { kind: 'registry-inquiry', underLaw: '《不动产登记暂行条例》第二十七条' },
  { kind: 'not-existing', searched: '公文系统' },
  { kind: 'not-ours', rightAgency: null, rightAgencyContact: null },
  { kind: 'requires-creation' },
  { kind: 'still-unclear' },
  { kind: 'petition', properChannel: null },
  { kind: 'repeat', earlier: null, earlierNumber: '晴政办依复〔2026〕1号' },
  { kind: 'publication', where: '区图书馆' },
  { kind: 'vexatious' },
  { kind: 'reissue' },
  { kind: 'record-corrected' },
  { kind: 'record-transferred', to: '区民政局' },
  { kind: 'record-kept' },
];

const nameOf = (finding: Finding) => (finding.kind === 'withheld' ? `withheld ${finding.ground}` : finding.kind);

test('the whole mapping of Art. 36–39 to the form of 2021, line by line (vitest -u writes a reviewed change)', async () => {
  const lines = [
    ...FINDINGS.map(main => `${nameOf(main)} → ${outcomeOf({ main, others: [] }) ?? '(not counted)'}`),
    ...CLOSINGS.map(closing => `closed ${closing} → ${outcomeOfSettlement({ kind: 'closed', closing })}`),
  ];
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../../fixtures/applications/outcome-rows.txt');
});

test('every row of the form is reached by some settlement', () => {
  const reached = new Set([
    ...FINDINGS.map(main => outcomeOf({ main, others: [] })),
    ...CLOSINGS.map(closing => outcomeOfSettlement({ kind: 'closed', closing })),
  ]);
  expect(OUTCOME_ROWS_2021.filter(row => !reached.has(row))).toEqual([]);
});

test('区分处理的，只计这一情形，不计其他情形: any part given and any part not counts as 部分公开 alone', () => {
  const given: Finding = { kind: 'granted', supply };
  for (const finding of FINDINGS) {
    const row = outcomeOf({ main: finding, others: [] });
    if (row === null) continue;
    const expected = row === 'granted' ? 'granted' : 'partly-granted';
    expect(outcomeOf({ main: given, others: [finding] }), nameOf(finding)).toBe(expected);
    expect(outcomeOf({ main: finding, others: [given] }), nameOf(finding)).toBe(expected);
  }
});

test('of several refusals the main one counts', () => {
  const [first, second] = [
    { kind: 'not-ours', rightAgency: null, rightAgencyContact: null },
    { kind: 'requires-creation' },
  ] as const;
  expect(outcomeOf({ main: first, others: [second] })).toBe('unavailable.not-held');
  expect(outcomeOf({ main: second, others: [first] })).toBe('unavailable.requires-creation');
});

test('the grounds of Art. 14–16 are found in every part of a reply, in the order of the articles', () => {
  const reply = {
    main: { kind: 'partly-granted', supply, grounds: ['enforcement-file', 'third-party-interest'] },
    others: [{ kind: 'withheld', ground: 'state-secret' }],
  } as const;
  expect(withholdingGroundsOf(reply)).toEqual(['state-secret', 'third-party-interest', 'enforcement-file']);
});

test('everything but giving, pointing to what is public, and correcting a record is a refusal', () => {
  const friendly = FINDINGS.filter(main => !isRefusal({ main, others: [] })).map(({ kind }) => kind);
  expect(friendly).toEqual(['already-public', 'granted', 'record-corrected']);
});

test('a row is one of a group of the form or stands alone', () => {
  expect(OUTCOME_ROWS_2021.filter(row => outcomeGroupOf(row) === null)).toEqual(['granted', 'partly-granted']);
});
