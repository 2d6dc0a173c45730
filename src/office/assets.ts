import { REPORT_CSS } from '../annual-report/render/html/report-css.ts';
import { bundle, loadAssets, script, styleSheet, styleText } from '../platform/assets/assets.ts';
import type { Assets } from '../platform/assets/assets.ts';
import { LETTER_CSS } from '../views/official-letter/letter-css.ts';

const here = (path: string) => new URL(path, import.meta.url);

/** Everything that the pages of the office load. */
const OFFICE_ASSETS = {
  'office.css': styleSheet(
    here('../views/styles/base.css'),
    here('./assets/office.css'),
    here('./assets/applications.css'),
  ),
  'letter.css': styleText(LETTER_CSS),
  'report.css': styleText(REPORT_CSS),
  'chart.css': styleSheet(here('../views/chart/chart.css')),
  'report-analysis.css': styleSheet(here('./report-analysis/report-analysis.css')),
  'annual-report.css': styleSheet(here('./annual-report/annual-report.css')),
  'report-rounds.css': styleSheet(here('./report-rounds/report-rounds.css')),
  'character-count.js': script(here('../views/browser/character-count.ts')),
  'draft.js': script(here('../views/browser/draft.ts')),
  'severance.css': styleSheet(here('./severance/severance.css')),
  'publishing.css': styleSheet(here('./publishing/publishing.css'), here('../views/styles/diagram.css')),
  'body-editor.js': bundle(here('./browser/body-editor.ts')),
  'import-progress.js': script(here('../views/browser/import-progress.ts')),
  'draw-region.js': script(here('../views/browser/draw-region.ts')),
} as const;

export type OfficeAssetName = keyof typeof OFFICE_ASSETS;
export type OfficeAssets = Assets<OfficeAssetName>;

/** Reads the assets of the office; they are served without sign-in, because the sign-in page needs them. */
export function loadOfficeAssets(): OfficeAssets {
  return loadAssets('/assets/office', OFFICE_ASSETS);
}
