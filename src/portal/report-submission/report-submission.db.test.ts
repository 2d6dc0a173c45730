import { expect, test } from 'vitest';
import { withCells } from '../../../test/reports/altered-report.ts';
import { issueReportCode } from '../../annual-report/actions/rounds/issue-report-code.ts';
import { openRound } from '../../annual-report/actions/rounds/open-round.ts';
import { returnSubmission } from '../../annual-report/actions/rounds/return-submission.ts';
import { renderReport } from '../../annual-report/press/render-report.ts';
import { foldRound } from '../../annual-report/rules/collection/report-round.ts';
import { listRoundEntries } from '../../annual-report/store/report-round.store.ts';
import { done, OFFICE, reportOf, YEAR } from '../../annual-report/testing/collecting.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { openPortalSite } from '../testing/portal-site.ts';
import type { PortalSite, Visitor } from '../testing/portal-site.ts';

const CIVIL = getAgencyCode('990101-003');
const NAME = '示范市晴川区民政局';
const DEADLINE = Temporal.PlainDate.from('2024-01-26');
const REF = { office: OFFICE, year: YEAR };

/** A round with one agency that has a code. */
async function openSubmission(site: PortalSite) {
  const { deps } = site.acting;
  const { officer } = await site.acting.officer(['disclosure-head']);
  const head: Officer = { ...officer, oversees: [CIVIL] };
  done(await openRound(deps, head, { year: YEAR, deadlineOn: DEADLINE, agencies: [CIVIL], excluded: [] }));
  const code = done(await issueReportCode(deps, head, YEAR, CIVIL));
  return { head, code, round: async () => foldRound(await listRoundEntries(deps.queries, REF)) };
}

async function send(visitor: Visitor, bytes: Uint8Array, name = '年报.html') {
  const sent = await visitor.post('/report-submission/report', { files: new File([Uint8Array.from(bytes)], name) });
  expect(sent).toMatchObject({ status: 303, location: '/report-submission/report' });
  for (;;) {
    const page = await visitor.get('/report-submission/report');
    if (!page.text.includes('正在读取')) return page;
    await new Promise(resolve => setTimeout(resolve, 30));
  }
}

test('an agency with a code sees what was read in its file and what the audits say before it submits', async () => {
  await using site = await openPortalSite('2024-01-22');
  const { code, head, round } = await openSubmission(site);
  const visitor = site.visitor();
  const typed = code.toLowerCase().replaceAll('-', ' ');
  expect(await visitor.post('/report-submission', { code: typed })).toMatchObject({
    status: 303,
    location: '/report-submission/report',
  });
  expect((await visitor.get('/report-submission/report')).text).toContain(`${NAME} 2023 年度报告`);

  const wrong = withCells(reportOf(1, NAME), { 'table4.reconsideration.total': 9 });
  const shown = await send(visitor, await renderReport(wrong, 'html'));
  expect(shown.text).toContain('审核发现错误 1 处');
  expect(shown.text).toContain('读到的内容');
  expect((await round()).submissions.size).toBe(0);

  // Another file in its place, and the last word.
  const better = await send(visitor, await renderReport(reportOf(1, NAME), 'docx'), '年报（改）.docx');
  expect(better.text).toContain('审核没有发现问题');
  const upload = /name="upload" value="([^"]+)"/.exec(better.body)![1]!;
  expect(await visitor.post('/report-submission/report/submit', { upload })).toMatchObject({ status: 303 });
  const submitted = (await round()).submissions.get(CIVIL)!;
  expect(submitted).toMatchObject({ state: 'submitted', route: 'code', times: 1 });
  expect((await visitor.get('/report-submission/report')).text).toContain('报告已于 2024-01-22 提交');
  // Pressed twice, submitted once.
  expect((await visitor.post('/report-submission/report/submit', { upload })).status).toBe(422);
  expect((await round()).submissions.get(CIVIL)?.times).toBe(1);

  const returning = { agency: CIVIL, submission: submitted.id, findings: [], comment: '请补写改进措施' };
  done(await returnSubmission(site.acting.deps, head, YEAR, returning));
  const back = await visitor.get('/report-submission/report');
  expect(back.text).toContain('请补写改进措施');
  expect(back.body).toContain('name="files"');
});

test('a file that is no report, of another year or another agency is told in one sentence', async () => {
  await using site = await openPortalSite('2024-01-22');
  const { code } = await openSubmission(site);
  const visitor = site.visitor();
  await visitor.get(`/report-submission/${code}`);
  const none = await send(visitor, new TextEncoder().encode('本局全年工作情况。'), '总结.txt');
  expect(none.text).toContain('“总结.txt”没有收下：没有找到年度报告的表格');
  const former = { ...reportOf(1, NAME), year: 2022, title: `${NAME}2022年政府信息公开工作年度报告` };
  expect((await send(visitor, await renderReport(former, 'html'))).text).toContain('本次汇总的是 2023 年度');
  const other = await send(visitor, await renderReport(reportOf(1, '示范市江北区民政局'), 'html'));
  expect(other.text).toContain('文件写的机关是“示范市江北区民政局”');
});

test('a code that was issued anew, has expired or is guessed opens nothing', async () => {
  await using site = await openPortalSite('2024-01-22');
  const { code, head } = await openSubmission(site);
  const visitor = site.visitor();
  await visitor.get(`/report-submission/${code}`);
  const next = done(await issueReportCode(site.acting.deps, head, YEAR, CIVIL));
  expect(await visitor.get('/report-submission/report')).toMatchObject({ status: 303, location: '/report-submission' });
  expect((await visitor.post('/report-submission', { code })).text).toContain('没有找到，或者已经过期');
  expect((await visitor.post('/report-submission', { code: next })).status).toBe(303);

  const guesser = site.visitor('203.0.113.77');
  for (let tries = 0; tries < 20; tries += 1) await guesser.post('/report-submission', { code: 'ABCDEFGHJKLM' });
  expect(await guesser.post('/report-submission', { code: next })).toMatchObject({ status: 429 });

  site.acting.on('2024-03-27');
  expect((await site.visitor('203.0.113.78').post('/report-submission', { code: next })).status).toBe(422);
});
