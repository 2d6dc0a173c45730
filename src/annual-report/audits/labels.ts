import type { LabelSeen } from '../rules/report.ts';
import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { enumerated } from './computed/enumeration.ts';
import { isHeaderOfOtherEdition } from './computed/other-edition.ts';

const SHOWN_LENGTH = 40;
const TABLE_NAME = { table2: '第二部分', table3: '第三部分', table4: '第四部分' } as const;
const shorten = (text: string) => (text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text);

function changed(seen: readonly LabelSeen[]): Found {
  const { table, printed, expected } = seen[0]!;
  const times = seen.length > 1 ? `（${seen.length}处）` : '';
  const isExtra = expected === null;
  return {
    level: 'warning',
    where: table,
    quote: printed,
    message: isExtra
      ? `${TABLE_NAME[table]}表格多出“${shorten(printed)}”${times}，格式中没有这一项`
      : `${TABLE_NAME[table]}表格的“${shorten(printed)}”${times}与格式的“${expected}”不一致`,
    suggestion: isExtra ? '删去格式以外的行列，内容可写入文字部分' : `改为“${expected}”`,
  };
}

/** Signs of another width, another way of numbering, traditional characters: one finding for all, for it is one habit. */
function habits(labels: readonly LabelSeen[]): Found[] {
  const NAMED = { width: '括号或数字的全角半角', numbering: '序号的写法', traditional: '繁体字' } as const;
  return (['width', 'numbering', 'traditional'] as const).flatMap((variant): Found[] => {
    const seen = labels.filter(label => label.variant === variant);
    if (seen.length === 0) return [];
    return [
      {
        level: variant === 'traditional' ? 'warning' : 'notice',
        where: seen[0]!.table,
        quote: seen[0]!.printed,
        message: `表格中有${seen.length}处标签的${NAMED[variant]}与格式不同，如${enumerated(
          seen.slice(0, 2).map(label => shorten(label.printed)),
          '处',
        )}`,
        suggestion: '按格式的标签统一改正',
      },
    ];
  });
}

/** The labels of rows and columns are those of the form. Spaces and line breaks inside a label are typesetting, not a difference. */
export const labels = defineAudit({
  id: 'labels',
  title: '表格的行名、列名与格式一致',
  basis: { source: 'report-form-2021', part: '第二、三、四部分表格' },
  needs: ['labels', 'tables'],
  audit: ({ labels, tables }) => {
    if (Object.values(tables).every(state => state === 'absent')) return notAssessable('没有读到任何表格');
    const worded = labels.filter(
      label => ['wording', 'extra', 'other-edition'].includes(label.variant) && !isHeaderOfOtherEdition(label),
    );
    const distinct = [
      ...Map.groupBy(worded, label => `${label.table} ${label.printed} ${label.expected ?? ''}`).values(),
    ];
    return checked([...distinct.map(changed), ...habits(labels)]);
  },
});
