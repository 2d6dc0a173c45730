import type { PublishedItem, RelatedItem } from '../../publishing/store/item.register.store.ts';
import { endOf } from '../../publishing/rules/validity.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';

type Day = Temporal.PlainDate;
/** One thing that happened to a document, or is to happen. */
type Happening = { readonly on: Day; readonly text: HtmlValue };

const ZONE = 'Asia/Shanghai';
const dayOf = (at: Temporal.Instant): Day => at.toZonedDateTimeISO(ZONE).toPlainDate();
const linkTo = ({ address, title }: RelatedItem['item']): Html => html`<a href="${address}">${title}</a>`;

const RELATED_WORD = {
  interprets: '发布解读',
  amends: '修改文件发布',
  repeals: '废止文件发布',
  'answers-call': '反馈征集结果',
} as const;

function relatedHappenings(related: readonly RelatedItem[]): readonly Happening[] {
  return related.flatMap(({ relation, from, item }) => {
    if (from !== 'other' || !(relation in RELATED_WORD)) return [];
    const word = RELATED_WORD[relation as keyof typeof RELATED_WORD];
    return [{ on: item.publishedOn!, text: html`${word}：${linkTo(item)}` }];
  });
}

/** What happened to a document from its making to its end, in the order of days. */
export function happeningsOf(
  { line, publication }: PublishedItem,
  related: readonly RelatedItem[],
): readonly Happening[] {
  const { normative, madeOn, publishedOn, publicityEndsOn } = line;
  const { emergency } = publication;
  const end = normative === null ? null : endOf(normative);
  const happenings: readonly (Happening | null)[] = [
    madeOn === null ? null : { on: madeOn, text: '成文' },
    { on: publishedOn!, text: emergency === null ? '公开发布' : '应急发布' },
    emergency === null || emergency.review === null
      ? null
      : { on: dayOf(emergency.review.at), text: '补办应急发布的审核' },
    publicityEndsOn === null ? null : { on: publicityEndsOn, text: '公示期满' },
    normative === null ? null : { on: normative.effectiveOn, text: '施行' },
    ...relatedHappenings(related),
    ...publication.corrections.map(({ at, note }) => ({ on: dayOf(at), text: `更正：${note}` })),
    normative?.amendedOn === null || normative === null ? null : { on: normative.amendedOn, text: '修改' },
    end === null ? null : { on: end.on, text: end.how === 'repealed' ? '废止' : '失效' },
  ];
  return happenings.filter(one => one !== null).toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on));
}

/** The life of a document; days to come say so. */
export function historyList(happenings: readonly Happening[], today: Day): Html {
  return html`<ol class="history">
${happenings.map(
  ({ on, text }) =>
    html`<li><time datetime="${on.toString()}">${on.toString()}</time><span>${text}${Temporal.PlainDate.compare(on, today) > 0 && '（届时）'}</span></li>
`,
)}</ol>
`;
}
