import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { LETTER_KINDS } from '../rules/letters/letter-kinds.ts';
import { builtInTemplate } from '../rules/letters/letter-template.ts';
import { listTemplateVersions, templatesFor } from '../store/letter-template.store.ts';
import { OFFICE, openActing, refused, SCHOOLS } from '../testing/acting.ts';
import { amendTemplate } from './amend-template.ts';

const BUILT_IN = builtInTemplate('granted');
const AMENDED = { ...BUILT_IN, text: `${BUILT_IN.text}\n特此告知。` };
const amendment = (agency: typeof OFFICE | null, seen = 1, text = AMENDED.text) =>
  ({ kind: 'granted', agency, title: BUILT_IN.title, text, seen }) as const;

test('an agency’s own template comes first, then that for all, then the built-in one; versions are kept', async () => {
  await using acting = await openActing('2026-11-05');
  const { queries } = acting.deps;
  const district = await acting.officer(['administrator']);
  const schools = await acting.officer(['administrator'], SCHOOLS);
  expect((await templatesFor(queries, SCHOOLS))('granted')).toEqual(BUILT_IN);

  expect((await amendTemplate(acting.deps, district.officer, amendment(null))).ok).toBe(true);
  expect((await templatesFor(queries, SCHOOLS))('granted').text).toBe(AMENDED.text);

  const own = `${BUILT_IN.text}\n区教育局。`;
  expect((await amendTemplate(acting.deps, schools.officer, amendment(SCHOOLS, 1, own))).ok).toBe(true);
  expect((await templatesFor(queries, SCHOOLS))('granted').text).toBe(own);
  expect((await templatesFor(queries, OFFICE))('granted').text).toBe(AMENDED.text);
  expect((await templatesFor(queries, OFFICE))('withheld')).toEqual(builtInTemplate('withheld'));

  expect((await amendTemplate(acting.deps, schools.officer, amendment(SCHOOLS, 2, BUILT_IN.text))).ok).toBe(true);
  const versions = await listTemplateVersions(queries, 'granted', SCHOOLS);
  expect(versions.map(({ version, text, editedBy }) => [version, text, editedBy])).toEqual([
    [1, BUILT_IN.text, null],
    [2, own, schools.officer.id],
    [3, BUILT_IN.text, schools.officer.id],
  ]);
});

test('a template without what the law demands is refused with the part, the article and nothing written', async () => {
  await using acting = await openActing('2026-11-05');
  const { officer } = await acting.officer(['administrator']);
  const text = BUILT_IN.text.replace('{{救济告知}}', '');
  expect(refused(await amendTemplate(acting.deps, officer, amendment(OFFICE, 1, text)))).toBe(
    '第1行：模板缺少救济告知（《中华人民共和国行政复议法实施条例》第十七条要求写明），请把它写回去',
  );
  expect(await listTemplateVersions(acting.deps.queries, 'granted', OFFICE)).toHaveLength(1);
});

test('whoever may not, another agency, and a page that has been overtaken are refused', async () => {
  await using acting = await openActing('2026-11-05');
  const clerk = await acting.officer(['case-handler']);
  const schools = await acting.officer(['administrator'], SCHOOLS);
  const { officer } = await acting.officer(['administrator']);
  expect(refused(await amendTemplate(acting.deps, clerk.officer, amendment(OFFICE)))).toContain('管理文书模板');
  expect(refused(await amendTemplate(acting.deps, schools.officer, amendment(OFFICE)))).toContain('管理文书模板');
  expect(refused(await amendTemplate(acting.deps, schools.officer, amendment(null)))).toContain('最上级机关');
  expect((await amendTemplate(acting.deps, officer, amendment(OFFICE))).ok).toBe(true);
  expect(refused(await amendTemplate(acting.deps, officer, amendment(OFFICE)))).toContain('其他人修改了');
  expect(refused(await amendTemplate(acting.deps, officer, amendment(OFFICE, 2)))).toContain('没有改动');
});

test('the database knows exactly the kinds of letters that the rules know, and changes no version', async () => {
  await using acting = await openActing('2026-11-05');
  const { queries } = acting.deps;
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'letter_templates_kind_check'
  `.execute(queries);
  expect([...rows[0]!.definition.matchAll(/'([a-z-]+)'/g)].map(match => match[1])).toEqual(LETTER_KINDS);
  const { officer } = await acting.officer(['administrator']);
  await amendTemplate(acting.deps, officer, amendment(OFFICE));
  await expect(sql`update letter_templates set wording = 'x'`.execute(queries)).rejects.toThrow('only ever added to');
  await expect(sql`delete from letter_templates`.execute(queries)).rejects.toThrow('only ever added to');
});
