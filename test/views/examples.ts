import { comparison, trackedChanges } from '../../src/views/comparison/comparison.ts';
import { confirmPanel } from '../../src/views/confirm-panel/confirm-panel.ts';
import { dataTable } from '../../src/views/data-table/data-table.ts';
import { descriptionList } from '../../src/views/description-list/description-list.ts';
import { errorSummary } from '../../src/views/error-summary/error-summary.ts';
import { barChart } from '../../src/views/chart/bar-chart.ts';
import { chartGrid } from '../../src/views/chart/chart.ts';
import { lineChart } from '../../src/views/chart/line-chart.ts';
import { stackedBarChart } from '../../src/views/chart/stacked-bar-chart.ts';
import { figureCards } from '../../src/views/figure-cards/figure-cards.ts';
import { filterBar } from '../../src/views/filter-bar/filter-bar.ts';
import { checkboxField, radioField, tickField } from '../../src/views/form/choice-fields.ts';
import { dateField } from '../../src/views/form/date-field.ts';
import { fileField } from '../../src/views/form/file-field.ts';
import { formButtons } from '../../src/views/form/form-buttons.ts';
import { formSection } from '../../src/views/form/form-page.ts';
import { EMPTY_FORM } from '../../src/views/form/form-state.ts';
import type { FormState } from '../../src/views/form/form-state.ts';
import { codeField, passwordField } from '../../src/views/form/secret-fields.ts';
import { selectField } from '../../src/views/form/select-field.ts';
import { textArea } from '../../src/views/form/text-area.ts';
import { textField } from '../../src/views/form/text-field.ts';
import { html } from '../../src/views/html/html.ts';
import type { HtmlValue } from '../../src/views/html/html.ts';
import { levelBadge } from '../../src/views/level-badge/level-badge.ts';
import { monthCalendar } from '../../src/views/month-calendar/month-calendar.ts';
import type { CalendarDay } from '../../src/views/month-calendar/month-calendar.ts';
import { emptyState, notice } from '../../src/views/notice/notice.ts';
import { pageAddress } from '../../src/views/page-address/page-address.ts';
import { pagination } from '../../src/views/pagination/pagination.ts';
import { progressBar } from '../../src/views/progress-bar/progress-bar.ts';
import { stepper } from '../../src/views/stepper/stepper.ts';
import { tabs } from '../../src/views/tabs/tabs.ts';
import { tag } from '../../src/views/tag/tag.ts';
import { timeline } from '../../src/views/timeline/timeline.ts';

/** One component in a state worth looking at. */
export type Example = { readonly id: string; readonly title: string; readonly content: HtmlValue };

const FILLED: FormState = {
  values: {
    'filled-name': '欧阳',
    'filled-content': '2024年以来晴川区城东片区国有土地上房屋征收补偿方案及其征求意见情况。',
    'filled-way': 'post',
    'filled-received': '2026-11-20',
  },
  problems: [
    { field: 'filled-name', message: '姓名要与身份证件一致，请填写全名' },
    { field: 'filled-address', message: '请填写邮寄地址' },
  ],
};

const ways = (state: FormState, prefix: string) => [
  {
    value: 'mail',
    text: '电子邮件',
    more: textField(state, { name: `${prefix}-mail`, label: '电子邮箱', type: 'email', required: true }),
  },
  {
    value: 'post',
    text: '邮寄',
    hint: '纸质文书以挂号信或者邮政快递寄出。',
    more: [
      textField(state, { name: `${prefix}-address`, label: '通讯地址', required: true }),
      textField(state, { name: `${prefix}-postcode`, label: '邮政编码', inputMode: 'numeric', width: 'short' }),
    ],
  },
  { value: 'in-person', text: '当面领取' },
];

function fields(state: FormState, prefix: string): HtmlValue {
  return [
    textField(state, {
      name: `${prefix}-name`,
      label: '姓名',
      hint: '与身份证件一致。',
      required: true,
      autocomplete: 'name',
      width: 'middle',
    }),
    textArea(state, {
      name: `${prefix}-content`,
      label: '所需政府信息的名称、文号或者便于查询的其他特征性描述',
      hint: '一份申请写一项。写得越具体，找得越快。',
      required: true,
      limit: 1000,
    }),
    selectField(state, {
      name: `${prefix}-document`,
      label: '证件名称',
      unchosen: '请选择',
      width: 'middle',
      options: [
        { value: 'identity-card', text: '居民身份证' },
        { value: 'passport', text: '护照' },
      ],
    }),
    radioField(state, { name: `${prefix}-way`, label: '获取方式', required: true, choices: ways(state, prefix) }),
    checkboxField(state, {
      name: `${prefix}-notices`,
      label: '希望怎样收到进度通知',
      inline: true,
      choices: [
        { value: 'mail', text: '电子邮件' },
        { value: 'text-message', text: '短信' },
      ],
    }),
    dateField(state, { name: `${prefix}-received`, label: '收到日期', latest: Temporal.PlainDate.from('2026-11-25') }),
    textField(state, { name: `${prefix}-amount`, label: '信息处理费', type: 'number', unit: '元', width: 'short' }),
    fileField(state, {
      name: `${prefix}-proof`,
      label: '身份证明',
      accept: ['.pdf', '.jpg', '.png'],
      maxMegabytes: 10,
      several: true,
      kept: prefix === 'filled' ? ['身份证正反面.jpg'] : [],
    }),
    tickField(state, {
      name: `${prefix}-agree`,
      label: '我已阅读申请须知，所填内容真实',
      hint: '提交后会得到一个查询码。',
      required: true,
    }),
  ];
}

const STATES = [
  { number: '晴政公开申〔2026〕17号', about: '城东片区房屋征收补偿方案', state: '已逾期', tone: 'urgent', left: -2 },
  { number: '晴政公开申〔2026〕18号', about: '2025年教育经费决算', state: '今日到期', tone: 'urgent', left: 0 },
  {
    number: '晴政公开申〔2026〕19号',
    about: '示范大道改造工程环境影响评价批复及其全部附件，包括专家评审意见、公众参与说明、修改前后对照表',
    state: '等待第三方意见',
    tone: 'warning',
    left: 3,
  },
  { number: '晴政公开申〔2026〕20号', about: '区政府常务会议纪要', state: '办理中', tone: 'active', left: 12 },
  { number: '晴政公开申〔2026〕16号', about: '公交线路调整方案', state: '已答复', tone: 'good', left: null },
] as const;
type Row = (typeof STATES)[number];

const left = (days: number) => (days < 0 ? `逾期 ${-days} 个工作日` : days === 0 ? '今天' : `${days} 个工作日`);

const table = (rows: readonly Row[]) =>
  dataTable({
    caption: '待办申请',
    columns: [
      {
        key: 'number',
        heading: '编号',
        cell: row => html`<a href="#table">${row.number}</a>`,
        kind: 'code',
        rowHeading: true,
        sortable: true,
      },
      { key: 'about', heading: '所需信息', cell: row => row.about },
      { key: 'state', heading: '状态', cell: row => tag(row.state, row.tone) },
      {
        key: 'left',
        heading: '剩余',
        kind: 'figure',
        sortable: true,
        cell: row => (row.left === null ? '—' : left(row.left)),
      },
    ],
    rows,
    sort: {
      column: 'left',
      direction: 'ascending',
      href: (column, direction) => pageAddress('', { sort: `${column}.${direction}` }),
    },
    empty: '没有符合条件的申请。可以放宽条件，或者清除条件查看全部。',
    look: row => (row.left !== null && row.left <= 0 ? 'urgent' : row.left === null ? 'quiet' : null),
  });

/** The twenty working days after 2026-09-22, with the holidays of that autumn. */
function periodDays(): readonly CalendarDay[] {
  const holidays = new Map<string, string>();
  for (const day of ['25', '26', '27']) holidays.set(`2026-09-${day}`, '中秋节');
  for (const day of ['01', '02', '03', '04', '05', '06', '07']) holidays.set(`2026-10-${day}`, '国庆节');
  const makeUp = new Set(['2026-09-20', '2026-10-10']);
  const pause = new Set(['2026-10-13', '2026-10-14', '2026-10-15']);
  const days: CalendarDay[] = [{ date: Temporal.PlainDate.from('2026-09-22'), state: 'received' }];
  for (let [date, ordinal] = [Temporal.PlainDate.from('2026-09-23'), 0]; ordinal < 20; date = date.add({ days: 1 })) {
    const text = date.toString();
    const reason = holidays.get(text) ?? (pause.has(text) ? '征求意见' : undefined);
    if (reason !== undefined) days.push({ date, state: 'not-counted', reason });
    else if (date.dayOfWeek > 5 && !makeUp.has(text)) days.push({ date, state: 'not-counted', reason: '周末' });
    else {
      ordinal += 1;
      const day = { date, ordinal, state: ordinal === 20 ? 'due' : 'counted' } as const;
      days.push(makeUp.has(text) ? { ...day, reason: '调休上班' } : day);
    }
  }
  return days;
}

/** Every component, in the states that go wrong most easily: empty, long, faulty, at the edge. */
const YEARS = ['2021', '2022', '2023', '2024', '2025'];
const CHART = { categoryName: '年度', categories: YEARS, valueText: String } as const;

export const EXAMPLES: readonly Example[] = [
  {
    id: 'notices',
    title: '提示',
    content: [
      notice('done', '申请已经提交，查询码是 QC-7K3M-9XPA。'),
      notice('info', '2027 年的放假安排还没有公布，2027 年的日期是暂定的。'),
      notice('warning', '这件申请今天到期。'),
      emptyState('还没有收到申请。', html`<p><a href="#notices">登记一件收到的申请</a></p>`),
    ],
  },
  {
    id: 'tags',
    title: '状态',
    content: html`<p>${tag('草稿')} ${tag('办理中', 'active')} ${tag('已答复', 'good')} ${tag('2 个工作日后到期', 'warning')} ${tag('已逾期', 'urgent')} ${levelBadge('error')} ${levelBadge('warning')} ${levelBadge('notice')}</p>`,
  },
  {
    id: 'form',
    title: '表单',
    content: html`<form class="card form" method="post" action="#form" data-draft="example" novalidate>${stepper([{ text: '填写' }, { text: '核对' }, { text: '提交' }], 1)}
${formSection('申请人和所需信息', fields(EMPTY_FORM, 'empty'), '带“必填”的项目要填写，其他可以不填。')}${formButtons([{ text: '下一步' }, { text: '先保存', look: 'plain', name: 'act', value: 'keep' }])}</form>`,
  },
  {
    id: 'faulty-form',
    title: '表单：需要修改',
    content: html`${errorSummary(FILLED.problems)}<form class="card form" method="post" action="#form" novalidate>${stepper([{ text: '填写', href: '#form' }, { text: '核对' }, { text: '提交' }], 2)}${fields(FILLED, 'filled')}${formButtons(
      [{ text: '重新提交' }],
      { text: '取消', href: '#form' },
    )}</form>`,
  },
  {
    id: 'sign-in',
    title: '登录',
    content: html`<form class="card form" method="post" action="#sign-in" novalidate>${textField(EMPTY_FORM, { name: 'account', label: '账号', autocomplete: 'username', width: 'middle' })}${passwordField(EMPTY_FORM, { name: 'password', label: '密码', purpose: 'current' })}${codeField(
      { values: {}, problems: [{ field: 'code', message: '验证码不对，或者已经过期，请等下一个' }] },
      { name: 'code', label: '动态验证码', hint: '验证器应用上显示的 6 位数字。', digits: 6 },
    )}${formButtons([{ text: '登录' }])}</form>`,
  },
  {
    id: 'charts',
    title: '图表',
    content: chartGrid([
      lineChart({
        ...CHART,
        id: 'example-line',
        title: '收到和办结的申请（件）',
        description: '2025年新收43件，办结41件；2022年没有数据。',
        series: [
          { name: '新收', values: [12, null, 25, 31, 43] },
          { name: '办结', values: [11, null, 24, 33, 41] },
        ],
      }),
      stackedBarChart({
        ...CHART,
        id: 'example-stacked',
        title: '办理结果（件）',
        description: '2025年予以公开30件，部分公开6件，不予公开5件。',
        series: [
          { name: '予以公开', values: [8, 10, 18, 24, 30] },
          { name: '部分公开', values: [2, 3, 2, 5, 6] },
          { name: '不予公开', values: [1, 0, 4, 4, 5] },
        ],
      }),
      barChart({
        id: 'example-bar',
        title: '各机关新收申请（件）',
        description: '区人社局最多，31件。',
        categoryName: '机关',
        categories: ['示范市晴川区人力资源和社会保障局', '示范市晴川区教育局'],
        series: [{ name: '新收', values: [31, 15] }],
        valueText: String,
      }),
    ]),
  },
  {
    id: 'list',
    title: '列表',
    content: [
      figureCards('待办概况', [
        { label: '已逾期', figure: 1, unit: '件', href: '#table', tone: 'urgent' },
        { label: '今日到期', figure: 1, unit: '件', href: '#table', tone: 'urgent' },
        { label: '3 日内到期', figure: 4, unit: '件', href: '#table', tone: 'warning' },
        { label: '办理中', figure: 12, unit: '件', href: '#table', tone: 'active' },
        { label: '本年收到', figure: '1,050', unit: '件', note: '上年同期 986 件' },
      ]),
      tabs('待办申请', [
        { text: '我的待办', href: '#list', current: true, count: 5 },
        { text: '本科室', href: '#all', current: false, count: 0 },
        { text: '全部', href: '#all', current: false },
      ]),
      filterBar({
        action: '#list',
        label: '查找申请',
        kept: { sort: 'left.ascending' },
        filtered: true,
        fields: [
          textField(
            { values: { q: '征收' }, problems: [] },
            { name: 'q', label: '编号、姓名或所需信息', type: 'search' },
          ),
          selectField(EMPTY_FORM, {
            name: 'stage',
            label: '阶段',
            unchosen: '全部',
            options: [{ value: 'new', text: '待登记' }],
          }),
        ],
        more: {
          open: true,
          fields: [
            dateField(EMPTY_FORM, { name: 'from', label: '收到日期从', hint: '' }),
            dateField(EMPTY_FORM, { name: 'until', label: '到', hint: '' }),
          ],
        },
      }),
      html`<div id="table">${table(STATES)}</div>`,
      pagination({ page: 5, pages: 12, total: 236, href: page => pageAddress('', { page }) }),
      table([]),
    ],
  },
  {
    id: 'file',
    title: '一件申请',
    content: html`<div class="card">${descriptionList([
      { term: '申请人', detail: '欧阳某某', act: html`<a href="#file">查看个人信息</a>` },
      { term: '所需信息', detail: STATES[2].about },
      { term: '到期日', detail: html`<strong>2026年11月3日</strong> ${tag('3 个工作日后到期', 'warning')}` },
    ])}
<h3>办理进度</h3>
${timeline('办理进度', [
  { title: '已提交', state: 'done', when: '2026年9月22日 10:31' },
  { title: '已登记', state: 'done', when: '2026年9月22日', detail: '收到日期为 2026年9月22日。' },
  {
    title: '办理',
    state: 'current',
    when: '最迟 2026年11月3日',
    detail: '正在征求第三方意见，征求意见的时间不计入期限。',
  },
  { title: '答复', state: 'waiting' },
])}
${progressBar('progress-example', '协办答复', 3, 8)}</div>`,
  },
  { id: 'calendar', title: '期限怎样计算', content: monthCalendar('答复期限', periodDays()) },
  {
    id: 'versions',
    title: '两个版本',
    content: [
      comparison({
        caption: '本次申请与前次申请',
        beforeName: '前次（2026年3月2日）',
        afterName: '本次（2026年9月22日）',
        rows: [
          {
            label: '所需信息',
            before: '晴川区2024年城东片区房屋征收补偿方案',
            after: '晴川区2024年以来城东片区房屋征收补偿方案及征求意见情况',
          },
          { label: '获取方式', before: '邮寄', after: '邮寄' },
        ],
      }),
      html`<h3>修改痕迹</h3>`,
      trackedChanges('经审查，您申请公开的信息不存在。', '经检索，您申请公开的信息本机关没有制作，不存在。'),
    ],
  },
  {
    id: 'confirm',
    title: '确认',
    content: confirmPanel({
      question: '确定要撤回这件申请吗？',
      consequence: '撤回后不再办理，也不能恢复；可以重新提交申请，期限重新计算。',
      action: '#confirm',
      fields: textArea(EMPTY_FORM, { name: 'reason', label: '撤回的原因', hint: '可以不填。', rows: 2 }),
      confirm: '撤回申请',
      danger: true,
      back: { text: '不撤回', href: '#confirm' },
    }),
  },
];
