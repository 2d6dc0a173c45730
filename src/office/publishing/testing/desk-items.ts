import { findItemFile } from '../../../publishing/store/item.store.ts';
import type { ItemId } from '../../../publishing/rules/ids.ts';
import type { ItemFile } from '../../../publishing/rules/item-file.ts';
import { SECRECY_QUESTIONS } from '../../../publishing/rules/secrecy-form.ts';
import { saveColumns } from '../../../publishing/store/column.store.ts';
import { TEST_COLUMNS } from '../../../publishing/testing/contents.ts';
import { openDesk } from '../../testing/open-desk.ts';
import type { Desk, DeskBrowser } from '../../testing/open-desk.ts';

/** Officers of the sample office by what they do with items. */
export const WHO = {
  author: 'gu.wenlan',
  colleague: 'lin.shouyi',
  reviewer: 'shen.heqing',
  head: 'song.qiubai',
  signatory: 'tang.yuanshan',
  secrecy: 'he.jingzhi',
  auditor: 'ji.huaijin',
  supervisor: 'xie.changfeng',
  schools: 'mei.ruoxu',
} as const;

/** The office with columns in which something can be published. */
export async function openPublishingDesk(day: string): Promise<Desk> {
  const desk = await openDesk(day);
  await saveColumns(desk.deps.queries, TEST_COLUMNS);
  return desk;
}

/** A news item as it is typed, altered. */
export const typedNews = (altered: Readonly<Record<string, string>> = {}) => ({
  title: '晴川区召开政务公开工作会议',
  column: 'gzdt',
  issuer: '示范市晴川区人民政府办公室',
  source: '区政府办公室',
  formedOn: '2026-03-02',
  madeOn: '2026-03-02',
  keywords: '政务公开',
  body: '近日，晴川区召开政务公开工作会议，研究部署全年工作。\n会议要求，各单位按时公开各类信息。',
  ...altered,
});

/** The 保密审查表 as it is filled in where nothing speaks against release. */
export const CLEAN_ANSWERS = {
  carrier: 'other',
  channels: 'website',
  classified: 'no',
  personalData: 'none',
  conclusion: 'release',
  opinion: '同意公开',
  ...Object.fromEntries(SECRECY_QUESTIONS.map(question => [`answer-${question}`, 'none'])),
} as const;

/** The path of the item that a form has just made. */
export async function draft(
  browser: DeskBrowser,
  altered: Readonly<Record<string, string>> = {},
  kind = 'news',
): Promise<string> {
  const answer = await browser.visit(`/office/publishing/new/${kind}`, typedNews(altered));
  if (answer.statusCode !== 303) throw new Error(`not drafted: ${answer.statusCode} ${answer.body}`);
  return answer.headers.location as string;
}

export async function fileOf(desk: Desk, path: string): Promise<ItemFile> {
  const file = await findItemFile(desk.deps.queries, path.split('/')[3] as ItemId);
  if (file === undefined) throw new Error('no item');
  return file;
}

/** Sends the form of an address as the officer sees it, with its version; gives the answer. */
export async function send(
  browser: DeskBrowser,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
) {
  const { body } = await browser.visit(path);
  const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
  return browser.visit(path, { version, ...fields });
}

/** Takes a draft through everything up to approval and proofreading, each step by somebody else. */
export async function approve(desk: Desk, path: string): Promise<void> {
  const ticked = (await fileOf(desk, path)).latest.content.attachments.map(({ id }) => id);
  const acts: readonly (readonly [keyof typeof WHO, string, Readonly<Record<string, string | readonly string[]>>])[] = [
    ['author', 'acts/attribute', { attribute: 'proactive' }],
    ['author', 'gates', {}],
    ['author', 'acts/submit', {}],
    ['secrecy', 'acts/secrecy', { ...CLEAN_ANSWERS, ticked }],
    ['reviewer', 'acts/review', {}],
    ['head', 'acts/review', {}],
    ['reviewer', 'acts/proofread', {}],
    ['signatory', 'acts/approve', {}],
    ['head', 'acts/proofread', {}],
  ];
  for (const [who, act, fields] of acts) {
    const isRevision = (await fileOf(desk, path)).publication.publicEdition !== null;
    if (act === 'acts/attribute' && isRevision) continue;
    const answer = await send(await desk.signIn(WHO[who]), `${path}/${act}`, fields);
    if (answer.statusCode !== 303) throw new Error(`${act}: ${answer.statusCode} ${answer.body.slice(0, 3000)}`);
  }
}
