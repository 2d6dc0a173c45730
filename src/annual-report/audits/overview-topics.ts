import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { agencyRankOf } from './computed/agency-rank.ts';

const TOPICS = [
  { name: '主动公开', named: /主动公开|发布|公布/u },
  { name: '依申请公开', named: /依申请|公开申请|申请/u },
  {
    name: '政府信息管理',
    named:
      /信息管理|文件管理|管理(?:制度|机制)|规范性文件|保密审查|公开前?审查|发布审核|三审三校|属性|目录|清理|动态调整/u,
  },
  { name: '政府信息公开平台建设', named: /平台|网站|专栏|栏目|新媒体|公众号|公报|专区/u },
  { name: '监督保障', named: /监督|保障|考核|培训|评议|检查|领导小组|问责|追究/u },
] as const;
const OF_GOVERNMENTS = [
  { name: '工作考核', named: /考核|考评|绩效/u },
  { name: '社会评议', named: /评议|满意度|评价|测评|评估/u },
  { name: '责任追究结果', named: /追究|问责|追责/u },
] as const;

const namesOf = (topics: readonly { readonly name: string }[]) => topics.map(({ name }) => `“${name}”`).join('、');

/** Section one covers the five topics of the form; that of a government also the three results of Art. 50. */
export const overviewTopics = defineAudit({
  id: 'overview-topics',
  title: '总体情况写到了五个方面',
  basis: { source: 'report-form-2021', part: '第一部分' },
  needs: ['sections', 'agency'],
  audit: ({ sections, agency }) => {
    const one = sections['1'];
    if (one === null) return notAssessable('没有读到第一部分');
    const lacking = TOPICS.filter(({ named }) => !named.test(one));
    const { level, kind } = agencyRankOf(agency ?? '');
    const isGovernment = kind === 'government' && level !== 'township' && level !== 'zone';
    const results = isGovernment ? OF_GOVERNMENTS.filter(({ named }) => !named.test(one)) : [];
    const place = { where: 'section1', quote: one.trim() === '' ? '（空白）' : one.trim().slice(0, 20) };
    return checked([
      ...(lacking.length === 0
        ? []
        : [
            {
              level: 'notice',
              ...place,
              message: `总体情况没有写到${namesOf(lacking)}`,
              suggestion: '按格式写明主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面',
            } satisfies Found,
          ]),
      ...(results.length === 0
        ? []
        : [
            {
              level: 'notice',
              ...place,
              message: `本级政府的报告没有写到${namesOf(results)}`,
              suggestion: '在监督保障中写明工作考核、社会评议和责任追究结果情况',
              basis: { source: 'disclosure', article: 50 },
            } satisfies Found,
          ]),
    ]);
  },
});
