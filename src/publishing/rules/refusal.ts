import { actRefusalText } from '../../people/rules/refusal.ts';
import type { ActRefusal } from '../../people/rules/refusal.ts';
import type { Entry } from './publication-log.ts';

/** Why an act on an item was not done. */
export type Refusal = ActRefusal<Entry>;

/** The refusal as one or more sentences for the person who tried. */
export const refusalText = (refusal: Refusal): string =>
  actRefusalText(refusal, {
    notFound: '没有找到这条信息，请回到列表重新打开',
    overtaken: '您打开页面以后，其他人已经处理了这条信息；请先看看新的记录，再决定是否继续',
  });
