import { actRefusalText } from '../../people/rules/refusal.ts';
import type { ActRefusal } from '../../people/rules/refusal.ts';
import type { Entry } from './application-log.ts';

/** Why an act on an application was not done. */
export type Refusal = ActRefusal<Entry>;

/** The refusal as one or more sentences for the person who tried. */
export const refusalText = (refusal: Refusal): string =>
  actRefusalText(refusal, {
    notFound: '没有找到这件申请，请回到列表重新打开',
    overtaken: '您打开页面以后，其他人已经办理了这件申请；请先看看新的办理记录，再决定是否继续',
  });
