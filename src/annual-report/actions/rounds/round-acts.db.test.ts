import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withCells } from '../../../../test/reports/altered-report.ts';
import { SAMPLE_FIGURES_2023, SAMPLE_PROSE_2023 } from '../../../../sample/qingchuan/annual-report-2023.ts';
import { doneOr } from '../../../people/testing/installation.ts';
import { renderReport } from '../../press/render-report.ts';
import { aggregateDistrict, differencesFromSum } from '../../rules/collection/district-aggregate.ts';
import { foldRound } from '../../rules/collection/report-round.ts';
import { REPORT_ROUND_ACT_KINDS } from '../../rules/collection/round-log.ts';
import { UPLOAD_STATES } from '../../rules/collection/round-upload.ts';
import { SUBMISSION_ROUTES } from '../../rules/collection/submission.ts';
import { valueAt } from '../../rules/report.ts';
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
import { approveReport } from '../approve-report.ts';
import { beginCorrection } from '../begin-correction.ts';
import { enterFigures } from '../enter-figures.ts';
import { freezeYear } from '../freeze-year.ts';
import { openYear } from '../open-year.ts';
import type { YearProblem } from '../perform-on-year.ts';
import { publishReport } from '../publish-report.ts';
import { submitReport } from '../submit-report.ts';
import { writeProse } from '../write-prose.ts';
import { acceptSubmissions } from './accept-submissions.ts';
import { changeMembers } from './change-members.ts';
import { closeRound } from './close-round.ts';
import { keepRoundFiles } from './keep-round-files.ts';
import { moveDeadline } from './move-deadline.ts';
import { openRound } from './open-round.ts';
import { readRoundFiles } from './read-round-files.ts';
import { registerPublication } from './register-publication.ts';
import { remindAgencies } from './remind-agencies.ts';
import { reopenRound } from './reopen-round.ts';
import { returnSubmission } from './return-submission.ts';
import { submitToRound } from './submit-to-round.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const DEADLINE = day('2024-01-26');
const REF = { office: OFFICE, year: YEAR };
const yearWords = ({ message }: YearProblem) => message;

async function roundOf({ deps }: Collecting) {
  return foldRound(await listRoundEntries(deps.queries, REF));
}

async function open(round: Collecting, numbers = round.numbers) {
  const members = { agencies: numbers.map(codeOf), excluded: [] };
  done(await openRound(round.deps, round.collector, { year: YEAR, deadlineOn: DEADLINE, ...members }));
}

const htmlOf = async (number: number, report = reportOf(number)) => ({
  name: `${nameOf(number)}.html`,
  bytes: await renderReport(report, 'html'),
});

async function upload(round: Collecting, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  done(await keepRoundFiles(round.uploading, round.collector, YEAR, files));
  await round.readAll();
}

test('the checks of the tables name the kinds, states and routes that the program knows', async () => {
  await using round = await openCollecting('2024-01-08', 1);
  const { rows } = await sql<{ table: string; definition: string }>`
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'c' and conrelid in ('report_round_acts'::regclass, 'report_uploads'::regclass, 'report_submissions'::regclass)
      and pg_get_constraintdef(oid) ~ '^CHECK \\(\\((kind|state|route) = ANY'`.execute(round.deps.queries);
  const named = (table: string) =>
    rows
      .filter(row => row.table === table)
      .map(({ definition }) => [...definition.matchAll(/'([a-z-]+)'/g)].map(match => match[1]));
  expect(named('report_round_acts')).toEqual([[...REPORT_ROUND_ACT_KINDS]]);
  expect(named('report_submissions')).toEqual([[...SUBMISSION_ROUTES]]);
  expect(named('report_uploads')).toContainEqual([...UPLOAD_STATES]);
});

test('a round keeps to the law’s day, to the office’s agencies and to those who may collect', async () => {
  await using round = await openCollecting('2024-01-08', 3);
  const { acting, deps, collector, numbers } = round;
  const members = { agencies: numbers.map(codeOf), excluded: [] };
  const opening = { year: YEAR, deadlineOn: DEADLINE, ...members };
  expect(refused(await openRound(deps, collector, { ...opening, deadlineOn: day('2024-02-01') }))).toContain('01-31');
  expect(refused(await openRound(deps, collector, { ...opening, year: 2025 }))).toContain('只能汇总');
  expect(refused(await openRound(deps, collector, { ...opening, agencies: [] }))).toContain('至少');
  const strange = { ...opening, agencies: [...members.agencies, codeOf(999)] };
  expect(refused(await openRound(deps, collector, strange))).toContain('所监督的机关');
  const merged = { agency: codeOf(203), reason: 'merged', into: null, note: '' } as const;
  const without = { ...opening, agencies: members.agencies.slice(0, 2), excluded: [merged] };
  expect(refused(await openRound(deps, collector, without))).toContain('承接机关');
  const { officer: supervisor } = await acting.officer(['supervisor']);
  const looking = { ...supervisor, oversees: collector.oversees };
  expect(refused(await openRound(deps, looking, opening))).toContain('权限');
  expect(refused(await openRound(deps, await round.clerkOf(201), opening))).toBe('没有找到');

  done(await openRound(deps, collector, { ...without, excluded: [{ ...merged, into: codeOf(201) }] }));
  expect(refused(await openRound(deps, collector, opening))).toContain('已经部署');
  expect(refused(await moveDeadline(deps, collector, YEAR, day('2024-03-01')))).toContain('01-31');
  done(await moveDeadline(deps, collector, YEAR, day('2024-01-31')));
  await upload(round, [await htmlOf(201)]);
  const gone = { agencies: [codeOf(202)], excluded: [] };
  expect(refused(await changeMembers(deps, collector, YEAR, gone))).toContain('已经报送');
  done(await changeMembers(deps, collector, YEAR, members));
  expect((await roundOf(round)).agencies).toHaveLength(3);
});

test('what went back comes again, what was accepted stays, and a round ends when everything was accepted', async () => {
  await using round = await openCollecting('2024-01-08', 2);
  const { deps, collector } = round;
  await open(round);
  await upload(round, [await htmlOf(201)]);
  const first = (await roundOf(round)).submissions.get(codeOf(201))!;
  const told = { agency: codeOf(201), submission: first.id, comment: '请补写', findings: ['ffffffffffffffff'] };
  done(await returnSubmission(deps, collector, YEAR, told));
  expect((await roundOf(round)).submissions.get(codeOf(201))?.returned).toEqual({ comment: '请补写', findings: [] });
  expect(refused(await returnSubmission(deps, collector, YEAR, told))).toContain('已经退回');
  expect(
    refused(
      await acceptSubmissions(
        deps,
        collector,
        YEAR,
        [told].map(({ agency, submission }) => ({ agency, submission })),
      ),
    ),
  ).toContain('等待核校');

  // The same file again is no answer; another is.
  await upload(round, [await htmlOf(201)]);
  expect((await roundOf(round)).submissions.get(codeOf(201))?.times).toBe(1);
  const better = withCells(reportOf(201), { 'table2.license.decisions': 400 });
  await upload(round, [await htmlOf(201, better)]);
  const second = (await roundOf(round)).submissions.get(codeOf(201))!;
  expect(second).toMatchObject({ state: 'submitted', times: 2 });
  expect(
    refused(await acceptSubmissions(deps, collector, YEAR, [{ agency: codeOf(201), submission: first.id }])),
  ).toContain('又报送了新的');
  done(await acceptSubmissions(deps, collector, YEAR, [{ agency: codeOf(201), submission: second.id }]));
  await upload(round, [await htmlOf(201, withCells(better, { 'table2.license.decisions': 500 }))]);
  const [last] = await listUploads(deps.queries, REF, 'upload');
  expect([last?.state, last?.sentence]).toEqual(['refused', expect.stringContaining('已经通过核校，没有替换')]);

  expect(refused(await closeRound(deps, collector, YEAR))).toContain('还有 1 个机关');
  done(await remindAgencies(deps, collector, YEAR, [codeOf(201), codeOf(202)]));
  expect([...(await roundOf(round)).reminded.keys()]).toEqual([codeOf(202)]);
  await upload(round, [await htmlOf(202)]);
  expect(refused(await remindAgencies(deps, collector, YEAR, [codeOf(202)]))).toContain('没有需要催报');
  const other = { agency: codeOf(202), submission: (await roundOf(round)).submissions.get(codeOf(202))!.id };
  const published = { ...other, publishedOn: day('2024-01-05') };
  expect(refused(await registerPublication(deps, collector, YEAR, published))).toContain('通过核校以后');
  done(await acceptSubmissions(deps, collector, YEAR, [other]));
  done(await registerPublication(deps, collector, YEAR, published));
  expect(refused(await registerPublication(deps, collector, YEAR, published))).toContain('已经在年报栏目公开');
  const states = (await listCollectedReports(deps.queries, { year: YEAR })).map(({ agency, state }) => [agency, state]);
  expect(states).toEqual([
    [codeOf(201), 'accepted'],
    [codeOf(202), 'published'],
  ]);
  done(await closeRound(deps, collector, YEAR));
  expect(refused(await keepRoundFiles(round.uploading, collector, YEAR, [await htmlOf(202)]))).toContain('已经结束');
  expect(refused(await reopenRound(deps, collector, YEAR, ' '))).toContain('为什么');
  done(await reopenRound(deps, collector, YEAR, '有机关补报'));
});

test('files that were kept are read after a program that was ended: none is lost and none filed twice', async () => {
  await using round = await openCollecting('2024-01-08', 6);
  await open(round);
  const files = await Promise.all(round.numbers.map(async number => htmlOf(number)));
  done(await keepRoundFiles(round.uploading, round.collector, YEAR, files));
  // Two programs read the same files; one is cut short while it files.
  const cut = {
    ...round.deps,
    examination: { ...round.deps.examination, judge: async () => Promise.reject(new Error('ended')) },
  };
  await expect(readRoundFiles(cut)).rejects.toThrow('ended');
  expect((await roundOf(round)).submissions.size).toBe(0);
  await Promise.all([readRoundFiles(round.deps), readRoundFiles(round.deps)]);
  await round.readAll();
  const after = await roundOf(round);
  expect(after.submissions.size).toBe(6);
  expect([...after.submissions.values()].map(({ times }) => times)).toEqual([1, 1, 1, 1, 1, 1]);
  const states = (await listUploads(round.deps.queries, REF, 'upload')).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['filed']));
});

test('a correction of a published report comes again by itself, and the area’s sum shows what it changed', async () => {
  await using round = await openCollecting('2024-01-08', 1);
  const { acting, deps, collector } = round;
  const { officer: clerk } = await acting.officer(['case-handler']);
  const { officer: signatory } = await acting.officer(['signatory']);
  const { officer: head } = await acting.officer(['disclosure-head']);
  const members = { agencies: [OFFICE, codeOf(201)], excluded: [] };
  done(await openRound(deps, collector, { year: YEAR, deadlineOn: DEADLINE, ...members }));
  await upload(round, [await htmlOf(201)]);

  let seen = 0;
  const next = () => ({ year: YEAR, seen: (seen += 1) });
  const figures = {
    ...SAMPLE_FIGURES_2023,
    'table2.normativeDocument.issued': 4,
    'table2.normativeDocument.repealed': 2,
    'table2.normativeDocument.inForce': 19,
    'work.published': 900,
  };
  doneOr(await openYear(deps, clerk, YEAR), yearWords);
  doneOr(await enterFigures(deps, clerk, next(), { figures, source: '台账' }), yearWords);
  doneOr(await writeProse(deps, clerk, next(), SAMPLE_PROSE_2023), yearWords);
  doneOr(await freezeYear(deps, clerk, next()), yearWords);
  expect(refused(await submitToRound(deps, clerk, OFFICE, YEAR))).toContain('还没有审签');
  doneOr(await submitReport(deps, clerk, next()), yearWords);
  doneOr(await approveReport(deps, signatory, next()), yearWords);
  done(await submitToRound(deps, clerk, OFFICE, YEAR));
  doneOr(await publishReport(deps, head, next()), yearWords);
  // What was published is what was approved and has come in already.
  expect(refused(await submitToRound(deps, clerk, OFFICE, YEAR))).toContain('相同');
  const submission = (await roundOf(round)).submissions.get(OFFICE)!;
  done(await acceptSubmissions(deps, collector, YEAR, [{ agency: OFFICE, submission: submission.id }]));

  const expected = new Map(members.agencies.map(agency => [agency, agency as string]));
  const sumNow = async () =>
    aggregateDistrict(await listCollectedReports(deps.queries, { year: YEAR }), expected, {
      name: DISTRICT,
      year: YEAR,
    });
  const before = await sumNow();

  doneOr(await beginCorrection(deps, head, next(), { what: '规范性文件数', why: '漏计一件' }), yearWords);
  const corrected = {
    figures: { 'table2.normativeDocument.issued': 5, 'table2.normativeDocument.inForce': 20 },
    source: '台账',
  };
  doneOr(await enterFigures(deps, clerk, next(), corrected), yearWords);
  doneOr(await freezeYear(deps, clerk, next()), yearWords);
  doneOr(await submitReport(deps, clerk, next()), yearWords);
  doneOr(await approveReport(deps, signatory, next()), yearWords);
  doneOr(await publishReport(deps, head, next()), yearWords);

  expect((await roundOf(round)).submissions.get(OFFICE)).toMatchObject({
    state: 'submitted',
    isCorrection: true,
    times: 2,
  });
  const after = await sumNow();
  expect(differencesFromSum(before.report, after.report).map(({ path, own, sum }) => [path, own, sum])).toEqual([
    ['table2.normativeDocument.issued', 7, 8],
    ['table2.normativeDocument.inForce', 37, 38],
  ]);
  expect(valueAt(after.report, 'table2.normativeDocument.issued')).toBe(8);
});
