/** A row of 政府网站工作年度报表. `counted` rows are counted here where the site publishes with this system, every other is entered with its source. */
export type SiteRow = {
  readonly key: string;
  readonly name: string;
  readonly unit: SiteUnit;
  readonly isCounted?: true;
};

/** What a row holds: a number of something, a number of days to one decimal, yes or no, words. */
export type SiteUnit =
  | { readonly kind: 'count'; readonly of: string }
  | { readonly kind: 'days' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'words' };

export type SiteSection = { readonly heading: string; readonly rows: readonly SiteRow[] };

const of = (unit: string): SiteUnit => ({ kind: 'count', of: unit });
const YES_NO: SiteUnit = { kind: 'yes-no' };
const WORDS: SiteUnit = { kind: 'words' };

/**
 * The rows of the yearly return that 国办函〔2018〕12号 has every government site publish on its home page by 31 January, in the
 * order of the form. The law asks for nothing else; what no register here counts is entered with its source.
 */
export const SITE_RETURN_FORM = [
  {
    heading: '基本情况',
    rows: [
      { key: 'site.name', name: '网站名称', unit: WORDS },
      { key: 'site.address', name: '首页网址', unit: WORDS },
      { key: 'site.host', name: '主办单位', unit: WORDS },
      { key: 'site.type', name: '网站类型（门户网站、专业网站、部门网站）', unit: WORDS },
      { key: 'site.code', name: '政府网站标识码', unit: WORDS },
      { key: 'site.icp', name: 'ICP备案号', unit: WORDS },
      { key: 'site.police', name: '公安机关备案号', unit: WORDS },
      { key: 'visits.visitors', name: '独立用户访问总量', unit: of('个') },
      { key: 'visits.total', name: '网站总访问量', unit: of('次') },
    ],
  },
  {
    heading: '信息发布',
    rows: [
      { key: 'published.total', name: '信息发布总数', unit: of('条'), isCounted: true },
      { key: 'published.overview', name: '概况类信息更新量', unit: of('条'), isCounted: true },
      { key: 'published.news', name: '政务动态信息更新量', unit: of('条'), isCounted: true },
      { key: 'published.catalogue', name: '信息公开目录信息更新量', unit: of('条'), isCounted: true },
    ],
  },
  {
    heading: '专栏专题',
    rows: [
      { key: 'special.maintained', name: '维护数量', unit: of('个'), isCounted: true },
      { key: 'special.opened', name: '新开设数量', unit: of('个'), isCounted: true },
    ],
  },
  {
    heading: '解读回应',
    rows: [
      { key: 'interpreted.total', name: '解读信息发布总数', unit: of('条'), isCounted: true },
      { key: 'interpreted.material', name: '解读材料数量', unit: of('条'), isCounted: true },
      { key: 'interpreted.product', name: '解读产品数量', unit: of('个'), isCounted: true },
      { key: 'interpreted.comment', name: '媒体评论文章数量', unit: of('篇') },
      { key: 'responded', name: '回应公众关注热点或重大舆情数量', unit: of('次'), isCounted: true },
    ],
  },
  {
    heading: '办事服务',
    rows: [
      { key: 'service.catalogue', name: '是否发布服务事项目录', unit: YES_NO },
      { key: 'service.users', name: '注册用户数量', unit: of('个') },
      { key: 'service.matters', name: '政务服务事项数量', unit: of('项') },
      { key: 'service.online', name: '可全程在线办理政务服务事项数量', unit: of('项') },
      { key: 'service.done', name: '办件量总数', unit: of('件') },
      { key: 'service.persons', name: '自然人办件量', unit: of('件') },
      { key: 'service.bodies', name: '法人办件量', unit: of('件') },
    ],
  },
  {
    heading: '互动交流',
    rows: [
      { key: 'interaction.unified', name: '是否使用统一平台', unit: YES_NO },
      { key: 'letters.received', name: '收到留言数量', unit: of('条') },
      { key: 'letters.closed', name: '办结留言数量', unit: of('条') },
      { key: 'letters.days', name: '平均办理时间', unit: { kind: 'days' } },
      { key: 'letters.public', name: '公开答复数量', unit: of('条') },
      { key: 'surveys.held', name: '征集调查期数', unit: of('期'), isCounted: true },
      { key: 'surveys.opinions', name: '征集调查收到意见数量', unit: of('条') },
      { key: 'surveys.results', name: '公布调查结果期数', unit: of('期'), isCounted: true },
      { key: 'interviews.held', name: '在线访谈期数', unit: of('期'), isCounted: true },
      { key: 'interviews.messages', name: '网民留言数量', unit: of('条') },
      { key: 'interviews.answers', name: '答复网民提问数量', unit: of('条') },
      { key: 'interaction.robot', name: '是否提供智能问答', unit: YES_NO },
    ],
  },
  {
    heading: '安全防护',
    rows: [
      { key: 'security.assessments', name: '安全检测评估次数', unit: of('次') },
      { key: 'security.found', name: '发现问题数量', unit: of('个') },
      { key: 'security.mended', name: '问题整改数量', unit: of('个') },
      { key: 'security.monitored', name: '是否建立安全监测预警机制', unit: YES_NO },
      { key: 'security.drilled', name: '是否开展应急演练', unit: YES_NO },
      { key: 'security.responsible', name: '是否明确网站安全责任人', unit: YES_NO },
    ],
  },
  {
    heading: '移动新媒体',
    rows: [
      { key: 'media.any', name: '是否有移动新媒体', unit: YES_NO },
      { key: 'media.weibo', name: '微博名称', unit: WORDS },
      { key: 'media.weibo-posts', name: '微博信息发布量', unit: of('条') },
      { key: 'media.weibo-followers', name: '微博关注量', unit: of('个') },
      { key: 'media.wechat', name: '微信名称', unit: WORDS },
      { key: 'media.wechat-posts', name: '微信信息发布量', unit: of('条') },
      { key: 'media.wechat-followers', name: '微信订阅数', unit: of('个') },
      { key: 'media.others', name: '其他', unit: WORDS },
    ],
  },
  {
    heading: '创新发展',
    rows: [{ key: 'innovation', name: '搜索即服务、多语言版本、无障碍浏览、千人千网、其他', unit: WORDS }],
  },
] as const satisfies readonly SiteSection[];

export type SiteKey = (typeof SITE_RETURN_FORM)[number]['rows'][number]['key'];
export const SITE_ROWS: readonly (SiteRow & { readonly key: SiteKey })[] = SITE_RETURN_FORM.flatMap(
  ({ rows }): readonly (SiteRow & { readonly key: SiteKey })[] => rows,
);

/** Rows that a site without such a thing leaves empty: names of accounts, and what else there is. */
const MAY_BE_EMPTY: ReadonlySet<SiteKey> = new Set<SiteKey>([
  'media.weibo',
  'media.weibo-posts',
  'media.weibo-followers',
  'media.wechat',
  'media.wechat-posts',
  'media.wechat-followers',
  'media.others',
  'innovation',
]);

export type SiteValue = number | boolean | string;
export type SiteValues = Readonly<Partial<Record<SiteKey, SiteValue>>>;

/** A value as the form prints it; a row that is not known is a stroke. */
export function siteValueText(value: SiteValue | undefined): string {
  if (value === undefined) return '—';
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
}

/** What a row counts in, such as 条; empty where it is no number. */
export const siteUnitText = ({ unit }: SiteRow): string =>
  unit.kind === 'count' ? unit.of : unit.kind === 'days' ? '天' : '';

export type SiteProblem = { readonly field: SiteKey; readonly message: string };

/** A number that is not above another: parts of a whole, answers of what came in. */
const AT_MOST: readonly (readonly [SiteKey, SiteKey])[] = [
  ['visits.visitors', 'visits.total'],
  ['special.opened', 'special.maintained'],
  ['service.online', 'service.matters'],
  ['letters.closed', 'letters.received'],
  ['letters.public', 'letters.received'],
  ['surveys.results', 'surveys.held'],
  ['security.mended', 'security.found'],
];
const SUMS: readonly (readonly [SiteKey, readonly SiteKey[]])[] = [
  ['interpreted.total', ['interpreted.material', 'interpreted.product', 'interpreted.comment']],
  ['service.done', ['service.persons', 'service.bodies']],
];
const PARTS_OF_PUBLISHED: readonly SiteKey[] = ['published.overview', 'published.news', 'published.catalogue'];

/** What comes in where something was held at all. */
const NEEDS: readonly (readonly [SiteKey, SiteKey])[] = [
  ['surveys.opinions', 'surveys.held'],
  ['interviews.messages', 'interviews.held'],
  ['interviews.answers', 'interviews.held'],
];

const nameOf = (key: SiteKey): string => SITE_ROWS.find(row => row.key === key)!.name;

/** What is wrong with a return before it may be submitted: rows left out, parts above their whole, sums that are none. */
export function siteReturnProblems(values: SiteValues): readonly SiteProblem[] {
  const number = (key: SiteKey): number | null => {
    const value = values[key];
    return typeof value === 'number' ? value : null;
  };
  const missing = SITE_ROWS.filter(({ key }) => values[key] === undefined && !MAY_BE_EMPTY.has(key)).map(
    ({ key, name }) => ({ field: key, message: `“${name}”还没有填；没有的填 0` }),
  );
  const above = [...AT_MOST, ...PARTS_OF_PUBLISHED.map(part => [part, 'published.total'] as const)].flatMap(
    ([part, whole]) => {
      const [less, more] = [number(part), number(whole)];
      return less === null || more === null || less <= more
        ? []
        : [{ field: part, message: `“${nameOf(part)}”（${less}）多于“${nameOf(whole)}”（${more}），请核对` }];
    },
  );
  const unequal = SUMS.flatMap(([whole, parts]) => {
    const total = number(whole);
    const summands = parts.map(number);
    if (total === null || summands.includes(null)) return [];
    const sum = summands.reduce<number>((all, one) => all + one!, 0);
    return sum === total
      ? []
      : [{ field: whole, message: `“${nameOf(whole)}”（${total}）不等于各项之和（${sum}），请核对` }];
  });
  const unfounded = NEEDS.filter(([key, needed]) => (number(key) ?? 0) > 0 && number(needed) === 0).map(
    ([key, needed]) => ({ field: key, message: `“${nameOf(needed)}”是 0，“${nameOf(key)}”却不是，请核对` }),
  );
  return [...missing, ...above, ...unequal, ...unfounded];
}

/** 31 January of the next year, a fixed day. */
export const siteReturnDueOn = (year: number): Temporal.PlainDate => new Temporal.PlainDate(year + 1, 1, 31);
