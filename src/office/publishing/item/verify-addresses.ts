import type { Visibility } from '../../../publishing/rules/fold.ts';
import type { PublishedItem } from '../../../publishing/store/item.register.store.ts';
import type { Message } from '../../gate/message.ts';

/** What an address of the portal answers to a reader. */
export type Ask = (path: string) => Promise<{ readonly status: number; readonly body: string }>;

export type AddressAnswer = { readonly path: string; readonly what: string; readonly asExpected: boolean };

const GONE = new Set([404, 410]);

/** The statuses with which a page answers as it must. */
function pageStatuses(visibility: Visibility): readonly number[] {
  switch (visibility.kind) {
    case 'public':
      return [200];
    case 'unpublished':
      return [404];
    case 'withdrawn':
      return [410];
    case 'removed':
      return visibility.redirectTo === null ? [410] : [301, 308];
  }
}

/**
 * Asks every public address of an item again: its page, its attachments, and the site map, which names what is public and nothing else. Taking down is done only
 * when all of them answer so.
 */
export async function verifyAddresses(
  ask: Ask,
  { line, publication, attachments }: Pick<PublishedItem, 'line' | 'publication' | 'attachments'>,
): Promise<readonly AddressAnswer[]> {
  const { address } = line;
  if (address === null) return [];
  const isPublic = publication.visibility.kind === 'public';
  const page = await ask(address);
  const answers: AddressAnswer[] = [
    { path: address, what: '页面', asExpected: pageStatuses(publication.visibility).includes(page.status) },
  ];
  for (const { id, name, title } of attachments) {
    const path = `/attachments/${id}/${encodeURIComponent(name)}`;
    const { status } = await ask(path);
    answers.push({ path, what: `附件“${title}”`, asExpected: isPublic ? status === 200 : GONE.has(status) });
  }
  const map = await ask('/sitemap.xml');
  if (map.status === 200 && !isPublic)
    answers.push({ path: '/sitemap.xml', what: '网站地图', asExpected: !map.body.includes(`${address}<`) });
  return answers;
}

/** The answers as a message: done where all are as they must be, else which is not. */
export function verdictOf(answers: readonly AddressAnswer[]): Message {
  const wrong = answers.filter(({ asExpected }) => !asExpected);
  return wrong.length === 0
    ? { kind: 'done', sentence: `已重新访问 ${answers.length} 个公开网址，答复都符合现在的状态。` }
    : {
        kind: 'warning',
        sentence: `重新访问公开网址时，${wrong.map(({ what, path }) => `${what}（${path}）`).join('、')}的答复与现在的状态不符，请稍后再核对；仍然不符的，请联系系统管理员。`,
      };
}
