import { assertNever } from '../../kernel/assert-never.ts';
import type { Level } from '../../proofreading/finding.ts';
import { listCountsByParagraph } from '../rules/narrative/counts.ts';
import { listBrokenSums } from '../rules/narrative/sums.ts';
import type { BrokenSum } from '../rules/narrative/sums.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import type { Found } from './audit.ts';
import { listProse } from './computed/section-place.ts';

function levelOf({ kind, overlapping, certain }: BrokenSum): Level {
  if (kind === 'exceeding-part') return certain ? 'error' : 'warning';
  if (overlapping) return 'notice';
  return certain ? 'error' : 'warning';
}

const SHOWN = 12;

function written(parts: readonly number[], sum: number): string {
  const terms = parts.slice(0, SHOWN).join('+');
  return `${terms}${parts.length > SHOWN ? '+…' : ''}=${String(sum)}`;
}

function messageOf({ kind, total, sum, parts, unit, overlapping }: BrokenSum): string {
  switch (kind) {
    case 'exceeding-part':
      return `其中的一项${String(Math.max(...parts))}${unit}大于总数${String(total)}${unit}`;
    case 'exceeding-sum':
      return overlapping
        ? `各渠道相加${written(parts, sum)}，大于总数${String(total)}，如为一条信息多渠道发布，应在文中说明`
        : `分项相加${written(parts, sum)}，大于总数${String(total)}`;
    case 'short-sum':
      return `分项相加${written(parts, sum)}，小于总数${String(total)}，而句中没有说明分项未列全`;
    case 'unequal':
      return `文中相加的数${written(parts, sum)}，与所写的${String(total)}不等`;
    case 'over-hundred':
      return `各项占比相加${written(parts, sum)}，超过100%`;
    default:
      return assertNever(kind);
  }
}

const SUGGESTION = '核对总数和各分项，改正其中有误的数；分项有交叉或未列全的，在文中写明';

/** Numbers of one sentence that should add up. Lists with 等 or 其中 may be incomplete, channels may overlap. */
export const proseSums = defineAudit({
  id: 'prose-sums',
  title: '同一句话中的总数与分项相符',
  basis: { source: 'disclosure', article: 50 },
  needs: ['sections', 'figures'],
  audit: ({ sections, figures }) => {
    const prose = listProse(sections);
    if (prose.length === 0) return notAssessable('报告中没有读到正文，无法核对文中的总数与分项');
    return checked(
      prose.flatMap(({ section, where, text }) =>
        listCountsByParagraph(
          text,
          figures.filter(figure => figure.section === section),
        )
          .flatMap(listBrokenSums)
          .map((sum): Found => ({
            level: levelOf(sum),
            where,
            quote: text.slice(sum.start, sum.end),
            message: messageOf(sum),
            suggestion: SUGGESTION,
            span: { start: sum.start, end: sum.end },
          })),
      ),
    );
  },
});
