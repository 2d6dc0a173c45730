import { archiveItem } from '../../../publishing/actions/archive-item.ts';
import { changeValidity } from '../../../publishing/actions/change-validity.ts';
import { correctItem } from '../../../publishing/actions/correct-item.ts';
import { publishInEmergency } from '../../../publishing/actions/publish-in-emergency.ts';
import { addressFor, publishItem } from '../../../publishing/actions/publish-item.ts';
import { reinstateItem } from '../../../publishing/actions/reinstate-item.ts';
import { removeItem } from '../../../publishing/actions/remove-item.ts';
import { reviewEmergency } from '../../../publishing/actions/review-emergency.ts';
import { scheduleItem } from '../../../publishing/actions/schedule-item.ts';
import { unscheduleItem } from '../../../publishing/actions/unschedule-item.ts';
import { withdrawItem } from '../../../publishing/actions/withdraw-item.ts';
import { CHANGE_SCALE_LABEL, CHANGE_SCALES } from '../../../publishing/rules/publication-log.ts';
import { VALIDITY_CHANGES, VALIDITY_LABEL } from '../../../publishing/rules/validity.ts';
import { findReferredItem } from '../../../publishing/store/item-desk.store.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { dateField } from '../../../views/form/date-field.ts';
import { valueOf } from '../../../views/form/form-state.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import { createActReader } from '../../case/act-reader.ts';
import { finish } from './act-form.ts';
import type { ActForm } from './act-form.ts';

const ZONE = 'Asia/Shanghai';

const reasonField = (state: FormState, label = '理由') =>
  textArea(state, { name: 'reason', label, required: true, rows: 3, limit: 500 });

export const PUBLISH: ActForm = {
  name: 'publish',
  title: '发布',
  button: '现在发布',
  group: 'publishing',
  changesPublic: true,
  specimen: ({ file, today: on }) => ({
    kind: 'published',
    edition: file.publication.edition,
    address: addressFor(file, on),
    on,
  }),
  lead: () => '发布时间就是按下按钮的系统时间，不能填写；网址一经确定不再改变。',
  perform: async ({ deps, party, ref }) => publishItem(deps, party, ref),
};

export const SCHEDULE: ActForm = {
  name: 'schedule',
  title: '定时发布',
  group: 'publishing',
  specimen: ({ file, now }) => ({
    kind: 'scheduled',
    edition: file.publication.edition,
    publishAt: now.add({ hours: 1 }),
  }),
  lead: () => '到了时间由系统自动发布（每 5 分钟一次），发布时间以系统实际发布的时间为准。',
  initial: ({ today }) => ({ on: today.add({ days: 1 }).toString(), time: '09:00' }),
  fields: (state, { today }) => [
    dateField(state, { name: 'on', label: '发布日期', required: true, earliest: today }),
    textField(state, {
      name: 'time',
      label: '发布时间',
      required: true,
      width: 'short',
      hint: '24 小时制，例如 09:00',
      autocomplete: 'off',
    }),
  ],
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const on = read.day('on', '发布日期');
    const time = valueOf({ values }, 'time').trim().replace('：', ':');
    const isTime = /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(time);
    if (!isTime) read.refuse('time', '发布时间请按 09:00 这样填写');
    const plainTime = Temporal.PlainTime.from(isTime ? time.padStart(5, '0') : '00:00');
    const publishAt = on.toZonedDateTime({ timeZone: ZONE, plainTime }).toInstant();
    const { edition } = context.file.publication;
    return finish(read, async () => scheduleItem(deps, party, ref, { edition, publishAt }));
  },
};

export const UNSCHEDULE: ActForm = {
  name: 'unschedule',
  title: '取消定时发布',
  group: 'publishing',
  specimen: () => ({ kind: 'unscheduled', reason: '改期' }),
  fields: state => reasonField(state),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const reason = read.text('reason', '理由', 500);
    return finish(read, async () => unscheduleItem(deps, party, ref, { reason }));
  },
};

export const PUBLISH_IN_EMERGENCY: ActForm = {
  name: 'emergency',
  title: '应急发布',
  group: 'publishing',
  changesPublic: true,
  specimen: ({ file, today: on }) => ({
    kind: 'emergency-published',
    edition: file.publication.edition,
    address: addressFor(file, on),
    on,
    reason: '紧急',
  }),
  lead: () => '突发事件等来不及审核的，可以先发布；发布前检查仍然要通过，发布后由其他人补审，补审以前列表里一直提示。',
  fields: state => reasonField(state, '应急发布的理由'),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const reason = read.text('reason', '应急发布的理由', 500);
    return finish(read, async () => publishInEmergency(deps, party, ref, { reason }));
  },
};

const EMERGENCY_CONCLUSIONS = ['confirmed', 'objected'] as const;

export const REVIEW_EMERGENCY: ActForm = {
  name: 'review-emergency',
  title: '应急发布补审',
  group: 'after',
  specimen: () => ({ kind: 'emergency-reviewed', conclusion: 'confirmed', comment: '意见' }),
  fields: state => [
    radioField(state, {
      name: 'conclusion',
      label: '补审结论',
      required: true,
      choices: [
        { value: 'confirmed', text: '同意发布' },
        { value: 'objected', text: '不应当发布，请撤回或者更正' },
      ],
    }),
    textArea(state, { name: 'comment', label: '补审意见', required: true, rows: 3, limit: 500 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = {
      conclusion: read.choice('conclusion', '补审结论', EMERGENCY_CONCLUSIONS),
      comment: read.text('comment', '补审意见', 500),
    };
    return finish(read, async () => reviewEmergency(deps, party, ref, input));
  },
};

export const CORRECT: ActForm = {
  name: 'correct',
  title: '发布更正',
  group: 'publishing',
  changesPublic: true,
  specimen: ({ file }) => ({ kind: 'corrected', edition: file.publication.edition, scale: 'minor', note: '' }),
  lead: () => '修改稿代替现在公开的版本，首次发布的时间不变。重要更正的说明会在页面和订阅中公布。',
  initial: () => ({ scale: 'minor' }),
  fields: state => [
    radioField(state, {
      name: 'scale',
      label: '更正的程度',
      required: true,
      choices: CHANGE_SCALES.map(value => ({ value, text: CHANGE_SCALE_LABEL[value] })),
    }),
    textArea(state, { name: 'note', label: '更正说明', hint: '向读者公布；重要更正必填', rows: 3, limit: 300 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = {
      scale: read.choice('scale', '更正的程度', CHANGE_SCALES),
      note: read.optionalText('note', '更正说明', 300) ?? '',
    };
    return finish(read, async () => correctItem(deps, party, ref, input));
  },
};

export const WITHDRAW: ActForm = {
  name: 'withdraw',
  title: '撤回',
  group: 'after',
  final: true,
  changesPublic: true,
  specimen: () => ({ kind: 'withdrawn', explanation: '说明' }),
  lead: () => '撤回以后，网址上只剩撤回的说明，正文、附件、检索结果、订阅和网站地图中都不再出现。可以恢复。',
  fields: state => textArea(state, { name: 'explanation', label: '向公众的说明', required: true, rows: 3, limit: 300 }),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const explanation = read.text('explanation', '向公众的说明', 300);
    return finish(read, async () => withdrawItem(deps, party, ref, { explanation }));
  },
};

export const REINSTATE: ActForm = {
  name: 'reinstate',
  title: '恢复发布',
  group: 'after',
  changesPublic: true,
  specimen: () => ({ kind: 'reinstated', reason: '恢复' }),
  fields: state => reasonField(state),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const reason = read.text('reason', '理由', 500);
    return finish(read, async () => reinstateItem(deps, party, ref, { reason }));
  },
};

export const REMOVE: ActForm = {
  name: 'remove',
  title: '删除',
  group: 'after',
  final: true,
  changesPublic: true,
  specimen: () => ({ kind: 'removed', explanation: '说明', redirectTo: null }),
  lead: () => '删除以后不能恢复：网址答复“已删除”（410）和说明，或者转到代替它的页面。记录和各个版本仍然保存在后台。',
  fields: state => [
    textArea(state, { name: 'explanation', label: '向公众的说明', required: true, rows: 3, limit: 300 }),
    textField(state, {
      name: 'redirectTo',
      label: '转到的地址',
      hint: '本门户中代替它的页面，以 / 开头；没有的不填',
      autocomplete: 'off',
    }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = {
      explanation: read.text('explanation', '向公众的说明', 300),
      redirectTo: read.optionalText('redirectTo', '转到的地址', 200),
    };
    return finish(read, async () => removeItem(deps, party, ref, input));
  },
};

export const CHANGE_VALIDITY: ActForm = {
  name: 'validity',
  title: '变更有效性',
  group: 'after',
  specimen: ({ today: on }) => ({
    kind: 'validity-changed',
    to: 'repealed',
    on,
    basis: { kind: 'elsewhere', title: '依据', documentNumber: null },
  }),
  lead: () => '修改、废止、宣布失效都要有依据的文件。有效期届满的自动失效，不用登记。',
  initial: ({ today }) => ({ to: 'repealed', on: today.toString() }),
  fields: state => [
    radioField(state, {
      name: 'to',
      label: '变更为',
      required: true,
      inline: true,
      choices: VALIDITY_CHANGES.map(value => ({ value, text: VALIDITY_LABEL[value] })),
    }),
    dateField(state, { name: 'on', label: '自何日起', required: true }),
    textField(state, {
      name: 'basisTitle',
      label: '依据文件',
      required: true,
      hint: '本门户已有的，填文号、索引号或者网址；别处发布的，填文件名称',
      autocomplete: 'off',
    }),
    textField(state, {
      name: 'basisNumber',
      label: '依据文件的文号',
      hint: '别处发布的文件',
      width: 'middle',
      autocomplete: 'off',
    }),
  ],
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const [to, on, title] = [
      read.choice('to', '变更为', VALIDITY_CHANGES),
      read.day('on', '日期'),
      read.text('basisTitle', '依据文件', 200),
    ];
    const documentNumber = read.optionalText('basisNumber', '依据文件的文号', 60);
    const own = title === '' ? undefined : await findReferredItem(deps.queries, title);
    if (own?.id === context.file.registration.id) read.refuse('basisTitle', '依据文件不能是这份文件自己');
    const basis =
      own === undefined
        ? ({ kind: 'elsewhere', title, documentNumber } as const)
        : ({ kind: 'item', item: own.id } as const);
    return finish(read, async () => changeValidity(deps, party, ref, { to, on, basis }));
  },
};

export const ARCHIVE: ActForm = {
  name: 'archive',
  title: '归档',
  group: 'after',
  specimen: () => ({ kind: 'archived', reason: '归档' }),
  lead: () => '归档以后不再修改；已公开的仍然公开。',
  fields: state => reasonField(state),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const reason = read.text('reason', '理由', 500);
    return finish(read, async () => archiveItem(deps, party, ref, { reason }));
  },
};
