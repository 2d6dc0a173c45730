import { getAgencyCode } from '../../people/rules/agency.ts';
import { bodyOfParagraphs } from '../rules/body.ts';
import { getColumnCode } from '../rules/column.ts';
import type { Column } from '../rules/column.ts';
import { CONTENT } from '../rules/content.ts';
import type { Content } from '../rules/content.ts';

export const OFFICE = getAgencyCode('990101-001');
export const SCHOOLS = getAgencyCode('990101-002');

const column = (code: string, more: Partial<Column> = {}): Column => ({
  code: getColumnCode(code),
  agency: OFFICE,
  parent: null,
  name: `栏目${code}`,
  description: `公开${code}方面的信息`,
  keywords: ['示例'],
  type: '政务动态',
  updateClass: 'news',
  lawItem: null,
  block: null,
  position: 0,
  ...more,
});

export const DOCUMENTS = column('zcwj', {
  name: '政策文件',
  type: '政策文件',
  updateClass: 'notices',
  lawItem: '20.1',
});
export const NEWS = column('gzdt', { name: '工作动态', position: 1 });
export const SCHOOL_NEWS = column('jyj-gzdt', { name: '工作动态', agency: SCHOOLS });
export const TEST_COLUMNS: readonly Column[] = [DOCUMENTS, NEWS, SCHOOL_NEWS];

/** A news item that no gate finds anything in, altered. */
export function contentOn(day: Temporal.PlainDate, altered: Partial<Content> = {}): Content {
  return {
    title: '晴川区召开政务公开工作会议',
    column: NEWS.code,
    genre: null,
    theme: null,
    documentNumber: null,
    issuer: '示范市晴川区人民政府办公室',
    jointIssuers: [],
    madeOn: day,
    formedOn: day,
    otherPeriod: null,
    source: '区政府办公室',
    author: null,
    keywords: ['政务公开'],
    summary: null,
    body: bodyOfParagraphs([
      '近日，晴川区召开政务公开工作会议，研究部署全年工作。',
      '会议要求，各单位按时公开各类信息。',
    ]),
    attachments: [],
    relations: [],
    details: CONTENT.shape.details.parse({ kind: 'none' }),
    ...altered,
  };
}

/** A 规范性文件 that no gate finds anything in, altered. */
export function normativeOn(day: Temporal.PlainDate, altered: Partial<Content> = {}): Content {
  return contentOn(day, {
    title: '示范市晴川区人民政府办公室关于印发晴川区老旧小区加装电梯工作办法的通知',
    column: DOCUMENTS.code,
    genre: '通知',
    theme: String.raw`城乡建设、环境保护\城乡建设（含住房）`,
    documentNumber: `晴政办规〔${day.year}〕1号`,
    body: bodyOfParagraphs(['第一条 为了规范老旧小区加装电梯工作，制定本办法。', '第二条 本办法自印发之日起施行。']),
    details: { kind: 'normative', effectiveOn: day, expiresOn: null },
    ...altered,
  });
}
