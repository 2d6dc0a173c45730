import { REPORT_CSS } from '../annual-report/render/html/report-css.ts';
import { loadAssets, picture, script, styleSheet, styleText } from '../platform/assets/assets.ts';
import type { Assets } from '../platform/assets/assets.ts';
import { LETTER_CSS } from '../views/official-letter/letter-css.ts';

const here = (path: string) => new URL(path, import.meta.url);

/** Everything that the public pages load. */
const PORTAL_ASSETS = {
  'portal.css': styleSheet(here('../views/styles/base.css'), here('./assets/portal.css')),
  'applications.css': styleSheet(here('./assets/applications.css')),
  'published.css': styleSheet(here('./assets/published.css'), here('../views/styles/diagram.css')),
  'standard-catalogue.css': styleSheet(here('./assets/standard-catalogue.css')),
  'report.css': styleText(REPORT_CSS),
  'chart.css': styleSheet(here('../views/chart/chart.css')),
  'letter.css': styleText(LETTER_CSS),
  'icon.svg': picture(here('./assets/icon.svg')),
  'report-check.js': script(here('./browser/report-check.ts')),
  'reading-mode.js': script(here('./browser/reading-mode.ts')),
  'document.js': script(here('./browser/document.ts')),
  'look-up.js': script(here('./browser/look-up.ts')),
  'character-count.js': script(here('../views/browser/character-count.ts')),
  'draft.js': script(here('../views/browser/draft.ts')),
} as const;

export type AssetName = keyof typeof PORTAL_ASSETS;
export type PortalAssets = Assets<AssetName>;

/** Reads the assets of the public pages. */
export function loadPortalAssets(): PortalAssets {
  return loadAssets('/assets', PORTAL_ASSETS);
}
