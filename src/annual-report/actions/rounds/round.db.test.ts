import { expect, test } from 'vitest';
import { ofAgency, withAdded, withCells, withProse, withReplaced } from '../../../../test/reports/altered-report.ts';
import { previousSampleReport } from '../../../../test/reports/sample-report.ts';
import { FORM_CELLS } from '../../../law/report-form/cells.ts';
import { verifyJournal } from '../../../people/store/journal.store.ts';
import { createTypesetter } from '../../../platform/typst/typeset.ts';
import { renderReport } from '../../press/render-report.ts';
import { reportDocument } from '../../render/report-document.ts';
import { boardOf, countStates } from '../../rules/collection/board.ts';
import { aggregateDistrict, differencesFromSum, sharesOf } from '../../rules/collection/district-aggregate.ts';
import { foldRound } from '../../rules/collection/report-round.ts';
import { reportJsonOf } from '../../rules/interchange.ts';
import type { AnnualReport } from '../../rules/report.ts';
import { cellAt, valueAt } from '../../rules/report.ts';
import { listCollectedReports } from '../../store/collected-report.register.store.ts';
import { listRoundEntries } from '../../store/report-round.store.ts';
import { listUploads } from '../../store/report-upload.store.ts';
import type { Collecting } from '../../testing/collecting.ts';
import {
  codeOf,
  DISTRICT,
  done,
  nameOf,
  OFFICE,
  openCollecting,
  refused,
  reportOf,
  YEAR,
} from '../../testing/collecting.ts';
import { filePublishedReport } from '../file-published-report.ts';
import { acceptSubmissions } from './accept-submissions.ts';
import { answerAgencyName } from './answer-agency-name.ts';
import { keepRoundFiles } from './keep-round-files.ts';
import { openRound } from './open-round.ts';
import { returnSubmission } from './return-submission.ts';
import { submitToRound } from './submit-to-round.ts';

const DEADLINE = Temporal.PlainDate.from('2024-01-26');
const REF = { office: OFFICE, year: YEAR };
const FORMATS = ['html', 'docx', 'pdf', 'xlsx', 'txt'] as const;

const typesetter = createTypesetter(null);
const bytesOf = async (report: AnnualReport, format: (typeof FORMATS)[number]) =>
  format === 'pdf' ? typesetter.document(reportDocument(report)) : renderReport(report, format);

const utf8 = (text: string) => new TextEncoder().encode(text);

async function publish({ deps }: Collecting, number: number, report: AnnualReport, on: string): Promise<void> {
  const filing = { agency: codeOf(number), year: report.year!, publishedOn: Temporal.PlainDate.from(on) };
  const filed = await filePublishedReport(deps.queries, { ...filing, json: reportJsonOf(report) });
  if (!filed.ok) throw new Error(filed.problem);
}

async function board({ deps }: Collecting) {
  const round = foldRound(await listRoundEntries(deps.queries, REF));
  const collected = await listCollectedReports(deps.queries, { year: YEAR });
  const published = new Map(
    collected.filter(({ state }) => state === 'published').map(({ agency }) => [agency, deps.today()]),
  );
  return boardOf(round, new Map(), published, deps.today());
}

/** A mistake put into a clean report, with the audits that must find it; no other may find an error. */
type Plant = { readonly audits: readonly string[]; readonly into: (report: AnnualReport) => AnnualReport };
const PLANTS: readonly Plant[] = [
  {
    audits: ['row-sum'],
    into: report =>
      withCells(report, {
        'table3.new.otherOrganization': 1,
        'table3.granted.otherOrganization': 1,
        'table3.settled.otherOrganization': 1,
      }),
  },
  {
    audits: ['settled-sum'],
    into: report => withCells(report, { 'table3.declined.repeat.naturalPerson': 2, 'table3.declined.repeat.total': 2 }),
  },
  {
    audits: ['intake-balance', 'narrative-figures'],
    into: report => withCells(report, { 'table3.carried-out.naturalPerson': 3, 'table3.carried-out.total': 3 }),
  },
  { audits: ['redress-sum'], into: report => withCells(report, { 'table4.reconsideration.total': 3 }) },
  { audits: ['narrative-figures'], into: report => withReplaced(report, '1', '上年结转2件', '上年结转5件') },
  {
    audits: ['cell-form'],
    into: report => withCells(report, { 'table2.penalty.decisions': { kind: 'number', value: 9.5, raw: '9.5' } }),
  },
  { audits: ['sections'], into: report => withProse(report, { '5': null }) },
  { audits: ['title-and-period'], into: report => withReplaced(report, 'preface', '2023年1月1日起', '2022年1月1日起') },
  { audits: ['private-data'], into: report => withAdded(report, '6', '联系人身份证号码110101199003074514。') },
  { audits: ['cell-form'], into: report => withCells(report, { 'table2.coercion.decisions': -2 }) },
  // Its own cells are right: the mistake shows only beside last year's report.
  { audits: ['carry-over'], into: report => report },
];
const CARRIED = 240 + PLANTS.length;
/** What offices print in other ways, and what is no error. */
const HARMLESS: readonly ((report: AnnualReport) => AnnualReport)[] = [
  report => withCells(report, { 'table3.declined.publication.otherOrganization': 'blank' }),
  report => withCells(report, { 'table3.declined.publication.publicInterestBody': 'dash' }),
  report => withCells(report, { 'table2.license.decisions': { kind: 'grouped', value: 1126, raw: '1,126' } }),
  report => withCells(report, { 'table2.penalty.decisions': { kind: 'full-width', value: 12, raw: '１２' } }),
  report => report,
];

const plantOf = (number: number): Plant | undefined => PLANTS[number - 241];
const mutated = (number: number): AnnualReport =>
  (plantOf(number)?.into ?? HARMLESS[number % HARMLESS.length]!)(reportOf(number));

test('sixty agencies, forty by one act and twenty by files in five formats with planted errors: board, findings and sum are right', async () => {
  await using round = await openCollecting('2024-01-08', 60);
  const { acting, deps, uploading, collector, numbers } = round;
  const { queries } = deps;
  const members = { agencies: numbers.map(codeOf), excluded: [] };
  done(await openRound(deps, collector, { year: YEAR, deadlineOn: DEADLINE, ...members }));

  // Last year's reports agree with this year's, but one.
  for (const number of numbers) {
    const before = ofAgency(previousSampleReport(), nameOf(number));
    const carried = { 'table3.carried-out.naturalPerson': 3, 'table3.carried-out.total': 3 };
    const settled = { 'table3.new.naturalPerson': 21, 'table3.new.total': 26 };
    await publish(
      round,
      number,
      number === CARRIED ? withCells(before, { ...carried, ...settled }) : before,
      '2023-01-20',
    );
  }

  acting.on('2024-01-22');
  const onSystem = numbers.slice(0, 40);
  for (const number of onSystem) {
    if (number > 236) acting.on('2024-01-30');
    await publish(round, number, reportOf(number), '2024-01-22');
    if (number < 239) done(await submitToRound(deps, await round.clerkOf(number), OFFICE, YEAR));
  }

  const files = await Promise.all(
    numbers.slice(40).map(async (number, index) => {
      const format = FORMATS[index % FORMATS.length]!;
      return { name: `${nameOf(number)}.${format}`, bytes: await bytesOf(mutated(number), format) };
    }),
  );
  const others = [
    { name: '去年的.docx', bytes: await renderReport(ofAgency(previousSampleReport(), nameOf(241)), 'docx') },
    { name: '又一份.txt', bytes: await renderReport(reportOf(255), 'txt') },
    { name: '坏文件.docx', bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9]) },
    { name: '通知.txt', bytes: utf8('关于报送年度报告的通知，请各单位按期报送。') },
    { name: '改名的局.html', bytes: await renderReport(reportOf(240, '晴川区旧名称委员会'), 'html') },
    { name: '外区.html', bytes: await renderReport(reportOf(1, '示范市晴川区民政局'), 'html') },
  ];
  expect(done(await keepRoundFiles(uploading, collector, YEAR, [...files, ...others]))).toBe(26);
  await round.readAll();

  // Every file is filed, asks for its agency, or says in one sentence why it was not taken.
  const uploads = new Map((await listUploads(queries, REF, 'upload')).map(upload => [upload.name, upload]));
  expect(files.map(({ name }) => uploads.get(name)?.state)).toEqual(files.map(() => 'filed'));
  expect(others.map(({ name }) => [uploads.get(name)?.state, uploads.get(name)?.sentence])).toMatchInlineSnapshot(`
    [
      [
        "refused",
        "报告写的是 2022 年度，本次汇总的是 2023 年度，没有收下；请上传 2023 年度的报告",
      ],
      [
        "refused",
        "同一批的“示范市晴川区第255事务局.txt”已经是这个机关的报告，没有重复归入；两份不同的，请核对后只上传一份",
      ],
      [
        "refused",
        "这是压缩包，不是一份报告，请解压后逐个提供其中的 .docx、.xlsx、PDF、HTML 或 TXT 文件",
      ],
      [
        "refused",
        "没有找到年度报告的表格（表二、表三、表四都没有），表格可能是图片、附件或尚未附上，请改用带有表格文字的文件",
      ],
      [
        "asking",
        null,
      ],
      [
        "refused",
        "示范市晴川区民政局不在本次报送范围内，没有收下；确实要汇总的，请先调整报送范围",
      ],
    ]
  `);

  // Asked once: the answer is remembered, and the file is filed.
  done(await answerAgencyName(deps, collector, YEAR, { name: '晴川区旧名称委员会', agency: codeOf(240) }));
  await round.readAll();
  const again = { name: '再来.html', bytes: await renderReport(reportOf(239, '晴川区旧名称委员会'), 'html') };
  done(await keepRoundFiles(uploading, collector, YEAR, [again]));
  await round.readAll();
  const after = await listUploads(queries, REF, 'upload');
  expect(after.filter(({ state }) => state === 'asking')).toEqual([]);
  expect(after.find(({ name }) => name === again.name)?.agency).toBe(codeOf(240));

  // Every planted error is found, and no other.
  const collected = await listCollectedReports(queries, { year: YEAR, agencies: members.agencies });
  const errorsOf = (number: number) => {
    const { findings } = collected.find(({ agency }) => agency === codeOf(number))!;
    return [...new Set(findings.filter(({ level }) => level === 'error').map(({ audit }) => audit))].sort();
  };
  expect(numbers.map(number => [number, errorsOf(number)])).toEqual(
    numbers.map(number => [number, [...(plantOf(number)?.audits ?? [])].sort()]),
  );

  // One of those with errors goes back; all without are accepted.
  const lines = await board(round);
  const withErrors = lines.filter(({ counts }) => (counts?.error ?? 0) > 0);
  expect(withErrors).toHaveLength(PLANTS.length);
  const [worst] = withErrors;
  const wrong = collected.find(({ agency }) => agency === worst!.agency)!;
  const attached = wrong.findings.flatMap(({ fingerprint }) => fingerprint ?? []);
  const returning = { agency: worst!.agency, submission: worst!.submission!, findings: attached };
  expect(refused(await returnSubmission(deps, collector, YEAR, { ...returning, comment: ' ' }))).toContain(
    '退回的原因',
  );
  done(await returnSubmission(deps, collector, YEAR, { ...returning, comment: '请核对第一行的合计' }));
  const clean = lines.filter(({ counts }) => counts?.error === 0);
  done(
    await acceptSubmissions(
      deps,
      collector,
      YEAR,
      clean.map(({ agency, submission }) => ({ agency, submission: submission! })),
    ),
  );

  // 201–238 on time but for 237 and 238; 239 never; 240 by its former name; those by files on 30 January, four days late.
  const now = await board(round);
  expect(countStates(now)).toEqual({
    missing: 1,
    submitted: PLANTS.length - 1,
    returned: 1,
    accepted: 60 - 40 - PLANTS.length,
    published: 39,
  });
  const late = now.filter(({ daysLate }) => daysLate > 0);
  expect(late.map(({ agency }) => agency)).toEqual(numbers.slice(36).map(codeOf));
  expect(new Set(late.map(({ daysLate }) => daysLate))).toEqual(new Set([4]));
  expect(now.find(({ agency }) => agency === codeOf(239))?.state).toBe('missing');

  // The sum is the one that is made here by hand, of everything but what went back.
  const expected = new Map(members.agencies.map((agency, index) => [agency, nameOf(numbers[index]!)]));
  const reports = await listCollectedReports(queries, { year: YEAR, agencies: members.agencies });
  const sum = aggregateDistrict(reports, expected, { name: DISTRICT, year: YEAR });
  expect(sum.uncounted).toEqual([{ agency: worst!.agency, name: nameOf(241), why: 'returned' }]);
  const counted = numbers.filter(number => number !== 241);
  for (const { path } of FORM_CELLS['2021']) {
    const values = counted.map(number => {
      const sent = number === 240 ? reportOf(239) : number > 240 ? mutated(number) : reportOf(number);
      return cellAt(sent, path).value ?? 0;
    });
    const cents = values.reduce((total, value) => total + Math.round(value * 100), 0);
    expect([path, valueAt(sum.report, path)]).toEqual([path, cents / 100]);
  }
  expect(sharesOf(sum, 'table3.new.total')).toHaveLength(59);
  expect(sharesOf(sum, 'table3.new.total')[0]).toMatchObject({ agency: codeOf(260), cell: { value: 283 } });
  expect(sum.blank.get('table3.declined.publication.otherOrganization')).toEqual([nameOf(255), nameOf(260)]);
  expect(differencesFromSum(withCells(sum.report, { 'table3.new.total': 1 }), sum.report)).toMatchObject([
    { path: 'table3.new.total', own: 1 },
  ]);
  expect(await verifyJournal(queries)).toMatchObject({ ok: true });
});
