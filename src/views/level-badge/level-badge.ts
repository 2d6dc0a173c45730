import type { Level } from '../../proofreading/finding.ts';
import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

export const LEVEL_NAME = { error: '错误', warning: '警告', notice: '提示' } as const satisfies Record<Level, string>;

/** The level of a finding as a word: the colour is never the only sign. */
export function levelBadge(level: Level): Html {
  return html`<span class="level level-${level}">${LEVEL_NAME[level]}</span>`;
}
