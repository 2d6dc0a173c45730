import type { Region } from '../../platform/redaction/redaction.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';

/** A page as it is seen, its picture and rectangles over it, in points. `drawable` lets the script take a rectangle from it. */
export type PageSheet = {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly picture: string;
  readonly regions: readonly Region[];
  readonly drawable?: boolean;
};

const rounded = (value: number) => Math.round(value * 10) / 10;

export function pageSheet({ label, width, height, picture, regions, drawable }: PageSheet): Html {
  return html`<svg class="page-sheet" viewBox="0 0 ${rounded(width)} ${rounded(height)}" role="img" aria-label="${label}"${
    drawable === true && html` data-draw-region`
  }><image href="${picture}" width="${rounded(width)}" height="${rounded(height)}"/>${regions.map(
    ({ left, top, right, bottom }) =>
      html`<rect class="marked-region" x="${rounded(left)}" y="${rounded(top)}" width="${rounded(right - left)}" height="${rounded(bottom - top)}"/>`,
  )}</svg>`;
}
