// Takes the README's pictures from a running sample district: node scripts/screenshots.ts
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/journeys/browser.ts';
import { signedInAs } from '../test/journeys/office-session.ts';
import { startSite } from '../test/journeys/site.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'images');
mkdirSync(folder, { recursive: true });

const [site, browser] = await Promise.all([startSite(), launchBrowser()]);
try {
  const desk = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await desk.goto(`${site.address}/annual-reports/990101-001/2023`);
  await desk
    .getByRole('heading', { name: '三、收到和处理政府信息公开申请情况' })
    .evaluate('element => element.scrollIntoView()');
  await desk.screenshot({ path: join(folder, 'annual-report.png') });

  await desk.goto(`${site.address}/tools/report-check`);
  await desk.getByLabel('年度报告文件').setInputFiles(join(root, 'fixtures/reports/faulty-report.txt'));
  await desk.getByRole('button', { name: '开始体检' }).click();
  await desk.getByRole('heading', { level: 1, name: '体检结果' }).waitFor();
  await desk.screenshot({ path: join(folder, 'report-check.png') });

  await desk.goto(site.address);
  await desk.screenshot({ path: join(folder, 'portal.png') });

  const office = await signedInAs(browser, site, { username: 'gu.wenlan' }, { width: 1366 });
  await office.setViewportSize({ width: 1366, height: 820 });
  await office.goto(`${site.address}/office/applications`);
  await office.screenshot({ path: join(folder, 'desk.png') });
  await office.getByRole('link', { name: '晴川区2026年预拌混凝土企业检查结果' }).first().click();
  await office.getByRole('link', { name: '部分公开（区分处理）' }).click();
  await office.screenshot({ path: join(folder, 'letter-draft.png') });
  await office.goto(`${site.address}/office/publishing`);
  await office.screenshot({ path: join(folder, 'publishing.png') });

  const supervisor = await signedInAs(browser, site, { username: 'xie.changfeng' }, { width: 1366 });
  await supervisor.setViewportSize({ width: 1366, height: 820 });
  await supervisor.goto(`${site.address}/office/report-rounds`);
  await supervisor.locator('main table a').first().click();
  await supervisor.screenshot({ path: join(folder, 'report-round.png') });
  await supervisor.goto(`${site.address}/office/report-analysis`);
  await supervisor.screenshot({ path: join(folder, 'report-analysis.png') });

  const phone = await browser.newPage({ viewport: { width: 375, height: 720 }, deviceScaleFactor: 2 });
  await phone.goto(`${site.address}/tools/report-check`);
  await phone.screenshot({ path: join(folder, 'report-check-phone.png') });
} finally {
  await browser.close();
  await site.stop();
}
