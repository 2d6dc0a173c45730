import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Column } from '../../publishing/rules/column.ts';
import type { ColumnCode } from '../../publishing/rules/ids.ts';
import type { Crumb, PageContent } from '../../views/page-frame/page-frame.ts';
import { forAgency, GUIDE_PATH } from '../applications/column.ts';

export const AGENCIES_PATH = '/agencies';
export const SITE_MAP_PATH = '/sitemap';
export const ACCESSIBILITY_PATH = '/help/accessibility';

/** The platform of one agency. */
export const agencyPath = (code: AgencyCode): string => `${AGENCIES_PATH}/${code}`;

/** The page of a column by its code. */
export const columnPathOf = (code: ColumnCode): string => `/${code}`;

/** Where a column leads: its own page, but 依申请公开 is a place where things are done. */
export const columnHref = (column: Pick<Column, 'code' | 'block' | 'agency'>): string =>
  column.block === 'on-application' ? forAgency(GUIDE_PATH, column.agency) : columnPathOf(column.code);

export const feedPath = (code: ColumnCode, format: 'xml' | 'json'): string => `/feeds/${code}.${format}`;

/** A file of an item, under the name that it is saved by. */
export const attachmentPath = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  `/attachments/${id}/${encodeURIComponent(name)}`;

/** A column as the meta tags of its pages name it. */
export function columnFacts({ name, description, keywords, type }: Column): NonNullable<PageContent['column']> {
  return { name, description, keywords: keywords.join(','), type };
}

/** The way to a page of an agency's platform: 机关 › columns from the outermost. */
export function crumbsOf(
  agency: { readonly code: AgencyCode; readonly name: string },
  path: readonly Column[],
): readonly Crumb[] {
  return [
    { text: agency.name, href: agencyPath(agency.code) },
    ...path.map(column => ({ text: column.name, href: columnPathOf(column.code) })),
  ];
}
