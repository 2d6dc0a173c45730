import { dateOfDay, dayNumberOf } from '../../../calendar/day-number.ts';
import { nthWorkingDayNumber } from '../../../calendar/working-calendar.ts';
import { answerSearch } from '../../../applications/actions/answer-search.ts';
import { askSearch } from '../../../applications/actions/ask-search.ts';
import type { SearchTaskId } from '../../../applications/rules/ids.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { dateField } from '../../../views/form/date-field.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import { createActReader } from '../act-reader.ts';
import type { ActForm } from '../act-form.ts';
import type { CaseContext } from '../case-context.ts';

/** Working days that a unit gets unless the clerk says otherwise. */
const USUAL_DAYS = 5;
/** A unit inside the agency, which has no code of its own. */
const INNER = 'inner';

const usualDay = ({ calendar, today }: CaseContext): Temporal.PlainDate =>
  dateOfDay(nthWorkingDayNumber(calendar, dayNumberOf(today), USUAL_DAYS));

export const ASK_SEARCH: ActForm = {
  name: 'ask-search',
  title: '交其他单位协助查找',
  group: 'handling',
  specimens: context => [
    {
      kind: 'search-asked',
      task: '' as SearchTaskId,
      unit: null,
      unitName: '',
      on: context.today,
      dueOn: context.today,
    },
  ],
  lead: () => '协助查找不是征求意见，答复期限照常计算。被交办的单位在“协查任务”里看到要查的内容，看不到申请人。',
  initial: context => ({
    dueOn: usualDay(context).toString(),
    question: context.file.registration.requested.description,
  }),
  fields: (state, context) => [
    selectField(state, {
      name: 'unit',
      label: '交给',
      required: true,
      width: 'middle',
      unchosen: '请选择',
      options: [
        ...context.units.map(({ code, name }) => ({ value: code, text: name })),
        { value: INNER, text: '本机关的内设机构（在下面写明）' },
      ],
    }),
    textField(state, { name: 'unitName', label: '内设机构的名称', width: 'middle', hint: '选了“内设机构”时填写' }),
    textArea(state, {
      name: 'question',
      label: '请查找什么',
      required: true,
      rows: 4,
      hint: '不要写申请人的姓名和联系方式',
    }),
    dateField(state, { name: 'dueOn', label: '请在哪一天前反馈', required: true, earliest: context.today }),
  ],
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const unit = read.choice('unit', '交给哪个单位', [INNER, ...context.units.map(({ code }) => code)]);
    const found = context.units.find(({ code }) => code === unit);
    const asked = {
      unit: found?.code ?? null,
      unitName: found?.name ?? read.text('unitName', '内设机构的名称', 50),
      question: read.text('question', '要查找的内容'),
      dueOn: read.day('dueOn', '反馈的日期'),
    };
    return read.finish(async () => askSearch(deps, party, ref, asked));
  },
};

const openTasks = ({ file }: CaseContext) => file.application.searches.filter(({ answeredOn }) => answeredOn === null);
const FOUND = ['yes', 'no'] as const;

export const ANSWER_SEARCH: ActForm = {
  name: 'answer-search',
  title: '登记协助查找的结果',
  group: 'handling',
  specimens: context =>
    openTasks(context).map(({ id }) => ({
      kind: 'search-answered',
      task: id,
      on: context.today,
      found: true,
      result: '',
    })),
  initial: context => {
    const tasks = openTasks(context);
    return tasks.length === 1 ? { task: tasks[0]!.id } : {};
  },
  fields: (state, context) => [
    radioField(state, {
      name: 'task',
      label: '哪一项协助查找',
      required: true,
      choices: openTasks(context).map(({ id, unitName, dueOn }) => ({
        value: id,
        text: `${unitName}（${dueOn.toString()} 前反馈）`,
      })),
    }),
    radioField(state, {
      name: 'found',
      label: '结果',
      required: true,
      inline: true,
      choices: [
        { value: 'yes', text: '找到' },
        { value: 'no', text: '没有找到' },
      ],
    }),
    textArea(state, {
      name: 'result',
      label: '查找了哪里，结果怎样',
      required: true,
      rows: 4,
      hint: '没有找到的，写明查过的系统、档案和关键词：答复“信息不存在”时要说明',
    }),
  ],
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const tasks = openTasks(context).map(({ id }) => id);
    if (tasks.length === 0) read.refuse('task', '没有等待反馈的协助查找');
    const answered = {
      task: tasks.length === 0 ? ('' as SearchTaskId) : read.choice('task', '是哪一项协助查找', tasks),
      found: read.choice('found', '查找的结果', FOUND) === 'yes',
      result: read.text('result', '查找的情况', 1000),
    };
    return read.finish(async () => answerSearch(deps, party, ref, answered));
  },
};
