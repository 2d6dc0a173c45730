import { bodyText } from './body.ts';
import type { Content } from './content.ts';

/** What a document itself says of the fields of a 图解; a person writes on from there. */
export type DiagramProposal = {
  readonly title: string;
  readonly purpose: string;
  readonly basis: string;
  readonly audience: string;
  readonly dates: readonly { readonly when: string; readonly text: string }[];
};

const dayText = ({ year, month, day }: Temporal.PlainDate): string => `${year}年${month}月${day}日`;
const found = (pattern: RegExp, text: string): string => pattern.exec(text)?.groups?.['said']?.trim() ?? '';

/** The name of what a document issues, without who issues it and how: 晴川区老年助餐服务管理办法. */
export function subjectOf(title: string): string {
  const named = /《(?<said>[^》]+)》/u.exec(title)?.groups?.['said'];
  return named ?? title.replace(/^.*?关于(?:印发)?/u, '').replace(/的(?:通知|意见|公告|通告|决定)$/u, '');
}

/** Purpose, basis and scope by the words that documents have for them, days of force by its metadata; empty where it has none. */
export function proposeDiagram({ title, body, details }: Content): DiagramProposal {
  const text = bodyText(body);
  const days = details.kind === 'normative' ? details : null;
  return {
    title: subjectOf(title).slice(0, 120),
    purpose: found(/为了?(?<said>[^，。；]{4,120})[，。]/u, text),
    basis: found(/(?:根据|依据|按照)(?<said>[^，。]{4,120})[，。]/u, text),
    audience: found(/适用于(?<said>[^。；]{2,120})[。；]/u, text),
    dates:
      days === null
        ? []
        : [
            { when: dayText(days.effectiveOn), text: '开始施行' },
            ...(days.expiresOn === null ? [] : [{ when: dayText(days.expiresOn), text: '有效期届满' }]),
          ],
  };
}
