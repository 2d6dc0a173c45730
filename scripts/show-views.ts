// Writes every page component with its examples as static pages, and pictures of them: node scripts/show-views.ts [folder]
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadOfficeAssets } from '../src/office/assets.ts';
import { loadPortalAssets } from '../src/portal/assets.ts';
import { launchBrowser } from '../test/journeys/browser.ts';
import { readReadingKey } from '../src/views/reading/reading.ts';
import { officeCatalogue, portalCatalogue } from '../test/views/catalogue.ts';

const folder = resolve(process.argv[2] ?? join(tmpdir(), 'gongkai-views'));
mkdirSync(folder, { recursive: true });
const keep = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

keep('portal.css', loadPortalAssets().find('portal.css')!.body);
keep('office.css', loadOfficeAssets().find('office.css')!.body);
keep('chart.css', loadPortalAssets().find('chart.css')!.body);
keep('icon.svg', loadPortalAssets().find('icon.svg')!.body);
const assets = (site: string) => ({ styles: [`${site}.css`, 'chart.css'], scripts: [], iconHref: 'icon.svg' });
keep('portal.html', portalCatalogue(assets('portal')).markup);
keep('portal-large.html', portalCatalogue(assets('portal'), readReadingKey('large')).markup);
keep('office.html', officeCatalogue(assets('office')).markup);

const browser = await launchBrowser();
try {
  for (const name of ['portal', 'portal-large', 'office'])
    for (const width of [1280, 375]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
      await page.close();
    }
} finally {
  await browser.close();
}
console.log(folder);
