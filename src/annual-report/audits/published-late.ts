import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { agencyRankOf } from './computed/agency-rank.ts';
import type { AgencyRank } from './computed/agency-rank.ts';

type Deadline = { readonly month: 1 | 3; readonly level: Found['level']; readonly who: string };

/** Art. 49: departments by 31 January, governments by 31 March; towns and streets follow the local notice, by practice 31 January. */
function deadlineFor({ level, kind }: AgencyRank): Deadline {
  if (level === 'township') return { month: 1, level: 'warning', who: '乡镇、街道按惯例' };
  if (level === 'zone') return { month: 1, level: 'warning', who: '开发区管理机构和部门按惯例' };
  if (kind === 'government') return { month: 3, level: 'error', who: '本级政府的年度报告' };
  if (kind === 'government-office' || kind === 'department') return { month: 1, level: 'error', who: '政府部门' };
  return { month: 3, level: 'warning', who: '政府的年度报告最迟' };
}

const dayText = (day: Temporal.PlainDate) => `${day.year}年${day.month}月${day.day}日`;

/** Published after the period is over, and by the last day of Art. 49. */
export const publishedLate = defineAudit({
  id: 'published-late',
  title: '报告在统计期满之后、法定期限之前公开',
  basis: { source: 'disclosure', article: 49 },
  needs: ['agency', 'year', 'publishedOn'],
  audit: ({ agency, year, publishedOn }) => {
    if (year === null) return notAssessable('没有读到报告年份，无法计算公开期限');
    const quote = publishedOn.toString();
    if (publishedOn.year <= year)
      return checked([
        {
          level: 'error',
          where: 'report',
          quote,
          message: `报告公开于${dayText(publishedOn)}，而统计期限到${year}年12月31日才满，数据不可能完整`,
          suggestion: `待${year}年12月31日期满后重新统计并公布`,
        },
      ]);
    const { month, level, who } = deadlineFor(
      agency === null ? { level: 'unknown', kind: 'unknown' } : agencyRankOf(agency),
    );
    const dueOn = Temporal.PlainDate.from({ year: year + 1, month, day: 31 });
    if (Temporal.PlainDate.compare(publishedOn, dueOn) <= 0) return checked([]);
    return checked([
      {
        level,
        where: 'report',
        quote,
        message: `${who}应在${dayText(dueOn)}前公布，实际公开于${dayText(publishedOn)}，迟了${dueOn.until(publishedOn).days}天`,
        suggestion: '如网页日期是改版迁移的日期，请注明首次公开日期；确属迟发的，今后按期公布',
      },
    ]);
  },
});
