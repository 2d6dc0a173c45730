import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { reportJsonOf } from '../src/annual-report/rules/interchange.ts';
import { FILE_COMMANDS, runCommand } from '../src/cli/index.ts';
import { SAMPLE_REPORT_2023 } from '../sample/qingchuan/annual-report-2023.ts';

const root = join(import.meta.dirname, '..');
const FAULTY = join(root, 'fixtures/reports/faulty-report.txt');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-command-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function gongkai(args: readonly string[], stdin: Uint8Array = new Uint8Array()) {
  let [out, err] = ['', ''];
  const status = await runCommand(FILE_COMMANDS, args, {
    out: text => void (out += text),
    err: text => void (err += text),
    stdin: async () => stdin,
    environment: {},
  });
  return { status, out, err };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const seven = z.array(z.number().nullable()).length(7);
const five = z.array(z.number().nullable()).length(5);

test('report read --json answers in the shape of the contract', async () => {
  const { status, out } = await gongkai(['report', 'read', FAULTY, '--json']);
  expect(status).toBe(0);
  const answer = z
    .object({
      file: z.literal(FAULTY),
      title: z.string(),
      agency: z.literal('示范市晴川区人民政府办公室'),
      year: z.literal(2023),
      form: z.literal('2021'),
      sections: z.object({ preface: z.string(), '1': z.string(), '5': z.string(), '6': z.literal('无。') }).loose(),
      table2: z
        .object({
          normativeDocument: z.object({ issued: z.literal(4), repealed: z.literal(2), inForce: z.literal(19) }),
        })
        .loose(),
      table3: z.record(z.string(), seven),
      table4: z.object({ reconsideration: five, litigationDirect: five, litigationAfterReconsideration: five }),
      cells: z.record(z.string(), z.object({ raw: z.string(), kind: z.string() }).loose()),
    })
    .parse(JSON.parse(out));
  expect(Object.keys(answer.table3)).toHaveLength(25);
  expect(answer.table3['new']).toEqual([3, 0, 0, 0, 0, 0, 3]);
  expect(answer.table3['declined.publication']).toEqual([0, 0, 0, null, 0, 0, 0]);
  expect(answer.table3['closed.other']).toEqual([0, null, null, null, null, null, 0]);
  expect(answer.cells['table3.declined.publication.publicInterestBody']).toMatchObject({ raw: '', kind: 'blank' });
});

test('several files give one answer each, in order, and an unreadable one does not stop the others', async () => {
  const noise = file('noise.txt', '今天天气很好。');
  const { status, out, err } = await gongkai(['report', 'audit', noise, FAULTY, '--json']);
  expect(status).toBe(2);
  const answers = JSON.parse(out) as { file: string; findings?: object[]; error?: string }[];
  expect(answers.map(answer => answer.file)).toEqual([noise, FAULTY]);
  expect(answers[1]?.findings?.length).toBeGreaterThan(0);
  expect(err).toContain(noise);
});

test('report audit --json says of every finding where, why and what to write, and what every number is tied to', async () => {
  const { status, out } = await gongkai(['report', 'audit', FAULTY, '--json']);
  expect(status).toBe(0);
  const finding = z.object({
    audit: z.string().min(1),
    level: z.enum(['error', 'warning', 'notice']),
    where: z.string().min(1),
    quote: z.string(),
    message: z.string().min(1),
    basis: z.string().startsWith('《'),
    suggestion: z.string(),
  });
  const reason = z.object({ id: z.string(), why: z.string().min(1) });
  const [answer] = z
    .array(
      z.object({
        file: z.string(),
        agency: z.string(),
        year: z.number(),
        findings: z.array(finding.loose()),
        checked: z.array(z.string()),
        notApplicable: z.array(reason.loose()),
        notAssessable: z.array(reason.loose()),
        numbers: z.array(
          z
            .object({
              section: z.string(),
              quote: z.string(),
              value: z.number(),
              state: z.enum(['matched', 'contradicted', 'untied']),
            })
            .loose(),
        ),
      }),
    )
    .length(1)
    .parse(JSON.parse(out));
  expect(answer!.notAssessable.map(({ id }) => id)).toContain('carry-over');
  const tied = answer!.numbers.filter(({ state }) => state === 'matched').map(({ value, cell }) => [value, cell]);
  expect(tied).toEqual([
    [3, 'table3.new.total'],
    [3, 'table3.settled.total'],
  ]);
});

test('an error ends with status 1; when it is waived with a name and a reason it no longer does', async () => {
  const wrong = file(
    'wrong.txt',
    readFileSync(FAULTY, 'utf8').replace('\t3\t0\t0\t0\t0\t0\t3', '\t3\t0\t0\t0\t0\t0\t5'),
  );
  const first = await gongkai(['report', 'audit', wrong, '--json']);
  expect(first.status).toBe(1);
  const [{ findings }] = JSON.parse(first.out) as [{ findings: { level: string; fingerprint: string }[] }];
  const waivers = join(folder, 'waivers.json');
  for (const { fingerprint } of findings.filter(({ level }) => level === 'error'))
    expect(
      (await gongkai(['report', 'waive', fingerprint, '--by', '示例员', '--reason', '原件如此', '--waivers', waivers]))
        .status,
    ).toBe(0);
  const again = await gongkai(['report', 'audit', wrong, '--waivers', waivers, '--json']);
  expect(again.status).toBe(0);
  expect(again.out).toContain('原件如此');
  const nameless = await gongkai(['report', 'waive', '0123456789abcdef', '--reason', '原件如此', '--waivers', waivers]);
  expect(nameless.status).toBe(2);
});

test('what cannot be used ends with status 2 and one Chinese sentence, without a stack trace', async () => {
  const calls = [
    ['report', 'read', join(folder, 'nowhere.txt')],
    ['report', 'read', folder],
    ['report', 'read', file('empty.txt', '')],
    ['report', 'read', file('junk.bin', new Uint8Array([0, 1, 2, 3, 255, 254]))],
    ['report', 'read'],
    ['report', 'read', FAULTY, '--wrong'],
    ['report', 'audit', FAULTY, '--published', '2024-02-30'],
    ['report', 'audit', FAULTY, '--previous', join(folder, 'nowhere.txt')],
    ['report', 'render', FAULTY, '--out', join(folder, 'x.exe')],
    ['report', 'render', FAULTY, '--out', join(folder, 'no-folder', 'x.html')],
    ['report', 'diff', FAULTY],
    ['report', 'nothing'],
    ['nothing'],
  ];
  for (const call of calls) {
    const { status, out, err } = await gongkai(call);
    expect([status, out], call.join(' ')).toEqual([2, '']);
    expect(err.trimEnd(), call.join(' ')).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。$/);
    expect(err).not.toMatch(/\bat \S+:\d+/);
  }
});

test('a rendering that fails leaves no file behind', async () => {
  const target = join(folder, 'kept.html');
  writeFileSync(target, 'old');
  await gongkai(['report', 'render', join(folder, 'nowhere.json'), '--out', target]);
  expect(readFileSync(target, 'utf8')).toBe('old');
  expect(readdirSync(folder).filter(name => name.endsWith('.new'))).toEqual([]);
});

test('every rendering reads back as the same tables', async () => {
  const original = JSON.parse((await gongkai(['report', 'read', FAULTY, '--json'])).out) as Record<string, unknown>;
  for (const format of ['json', 'html', 'docx', 'pdf', 'xlsx', 'md', 'txt']) {
    const target = join(folder, `report.${format}`);
    expect((await gongkai(['report', 'render', FAULTY, '--out', target])).status, format).toBe(0);
    const again = JSON.parse((await gongkai(['report', 'read', target, '--json'])).out) as Record<string, unknown>;
    for (const field of ['agency', 'year', 'form', 'table2', 'table3', 'table4'])
      expect(again[field], `${format}: ${field}`).toEqual(original[field]);
  }
});

test('a report and the same report from standard input differ in nothing', async () => {
  const fromFile = await gongkai(['report', 'diff', FAULTY, FAULTY, '--json']);
  const { cells } = JSON.parse(fromFile.out) as { cells: { change: number | null }[] };
  expect(cells.every(({ change }) => change === 0 || change === null)).toBe(true);
  const fromInput = await gongkai(['report', 'read', '-', '--json'], readFileSync(FAULTY));
  expect((JSON.parse(fromInput.out) as { year: number }).year).toBe(2023);
});

test('bin/gongkai works from any folder, also through a link', async () => {
  const { stdout } = await promisify(execFile)(join(root, 'bin/gongkai'), ['report', 'read', FAULTY, '--json'], {
    cwd: folder,
  });
  expect((JSON.parse(stdout) as { year: number }).year).toBe(2023);
});

test('report aggregate adds units up cell by cell, says which blanks it took for 0, and refuses what does not belong together', async () => {
  const unit = (name: string, agency: string, more: object = {}) =>
    file(name, JSON.stringify({ ...reportJsonOf(SAMPLE_REPORT_2023), agency, ...more }));
  const [one, two] = [unit('unit-1.json', '甲局'), unit('unit-2.json', '乙局')];
  const out = join(folder, 'sum.json');
  const into = ['--agency', '示范市晴川区人民政府', '--year', '2023'];
  const { status, err } = await gongkai(['report', 'aggregate', one, two, ...into, '--out', out]);
  expect([status, err]).toEqual([0, `已写入 ${out}。\n`]);
  const sum = z
    .object({ agency: z.string(), table2: z.any(), table3: z.record(z.string(), seven) })
    .parse(JSON.parse(readFileSync(out, 'utf8')));
  expect(sum.agency).toBe('示范市晴川区人民政府');
  expect(sum.table2.normativeDocument).toEqual({ issued: 8, repealed: 4, inForce: 38 });
  expect(sum.table3['unavailable.not-held']).toEqual([6, 0, 0, 0, 0, 0, 6]);
  const blank = await gongkai(['report', 'aggregate', one, FAULTY, ...into]);
  expect([blank.status, blank.err.includes('按 0 合计')]).toEqual([0, true]);
  const other = await gongkai(['report', 'aggregate', one, unit('unit-3.json', '丙局', { year: 2022 }), ...into]);
  expect([other.status, other.out, other.err.includes('unit-3.json')]).toEqual([2, '', true]);
  expect((await gongkai(['report', 'aggregate', one])).status).toBe(2);
});
