import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { AUDITS } from '../src/annual-report/audits/index.ts';
import { citationText } from '../src/law/citation.ts';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'src/annual-report/audits');
/** What else stands in the folder: the contract, the list, the runner. */
const NO_AUDITS = new Set(['audit.ts', 'index.ts', 'run-audits.ts']);

/** The ids that callers rely on; more are welcome, none of these may go. */
const PROMISED = [
  'row-sum',
  'settled-sum',
  'intake-balance',
  'carry-over',
  'redress-sum',
  'in-force-continuity',
  'cell-form',
  'narrative-figures',
  'prose-sums',
  'redress-carry',
  'fee-statement',
  'sections',
  'title-and-period',
  'form-edition',
  'rule-making-power',
  'labels',
  'template-residue',
  'wording',
  'relative-time',
  'repetition',
  'private-data',
  'published-late',
];

const ids = AUDITS.map(({ id }) => id);
const text = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

test('every promised audit exists, and every id once', () => {
  expect(PROMISED.filter(id => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('an audit stands in the file of its id, and no file is left out of the list', () => {
  const files = readdirSync(folder).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(files.filter(name => !NO_AUDITS.has(name)).sort()).toEqual(ids.map(id => `${id}.ts`).sort());
  expect(ids.filter(id => !text(resolve(folder, `${id}.ts`)).includes(`id: '${id}'`))).toEqual([]);
});

test('every audit is tested by the uniform cases, which ask for one that passes and one that fails', () => {
  expect(ids.filter(id => !text(resolve(folder, `${id}.test.ts`)).includes('describeAudit('))).toEqual([]);
});

test('every audit has its page, which names it, says what it checks and cites its basis; no page is left over', () => {
  const pages = readdirSync(resolve(root, 'docs/audits')).filter(name => name !== 'README.md');
  expect(pages.sort()).toEqual(ids.map(id => `${id}.md`).sort());
  const list = text(resolve(root, 'docs/audits/README.md'));
  for (const { id, title, basis } of AUDITS) {
    expect(list).toContain(`| [${id}](${id}.md) | ${title} |`);
    const page = text(resolve(root, `docs/audits/${id}.md`));
    expect(page, id).toContain(`# ${id}\n`);
    expect(page, id).toContain(title);
    expect(page, id).toContain(citationText(basis));
  }
});

test('titles are Chinese sentences without a full stop, needs are named once', () => {
  expect(
    AUDITS.filter(({ title }) => !/\p{Script=Han}/u.test(title) || title.endsWith('。')).map(({ id }) => id),
  ).toEqual([]);
  expect(AUDITS.filter(({ needs }) => new Set(needs).size !== needs.length).map(({ id }) => id)).toEqual([]);
});
