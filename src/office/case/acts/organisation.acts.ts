import { refuse } from '../../../kernel/result.ts';
import { addFiles } from '../../../applications/actions/add-files.ts';
import { assignApplication } from '../../../applications/actions/assign-application.ts';
import type { ActionDeps } from '../../../applications/actions/deps.ts';
import { linkApplications } from '../../../applications/actions/link-applications.ts';
import { mergeApplication } from '../../../applications/actions/merge-application.ts';
import { noteApplication } from '../../../applications/actions/note-application.ts';
import { splitApplication } from '../../../applications/actions/split-application.ts';
import { LINK_RELATION_LABEL } from '../../../applications/rules/act-words.ts';
import { findRegistrationNumber } from '../../../applications/rules/case-file.ts';
import type { ApplicationId } from '../../../applications/rules/ids.ts';
import { unusable } from '../../../people/rules/refusal.ts';
import { findByNumber } from '../../../applications/store/register.store.ts';
import { FILE_PURPOSE_LABEL } from '../../../applications/store/application-file.store.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import { createActReader } from '../act-reader.ts';
import type { ActReader } from '../act-reader.ts';
import type { ActForm } from '../act-form.ts';
import type { CaseContext } from '../case-context.ts';

const NOBODY = '' as ApplicationId;

export const ASSIGN: ActForm = {
  name: 'assign',
  title: '分办、改派',
  group: 'handling',
  specimens: ({ officer }) => [{ kind: 'assigned', to: officer.id, remark: null }],
  initial: ({ file, officer, colleagues }) => ({
    to: file.application.handler ?? (colleagues.some(({ id }) => id === officer.id) ? officer.id : ''),
  }),
  fields: (state, { colleagues }) => [
    selectField(state, {
      name: 'to',
      label: '交给',
      required: true,
      width: 'middle',
      unchosen: '请选择',
      options: colleagues.map(({ id, name }) => ({ value: id, text: name })),
    }),
    textArea(state, { name: 'remark', label: '交办意见', rows: 2 }),
  ],
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const ids = context.colleagues.map(({ id }) => id);
    if (ids.length === 0) return refuse(unusable('to', '本机关还没有承办人，请联系系统管理员'));
    const input = { to: read.choice('to', '承办人', ids), remark: read.optionalText('remark', '交办意见', 300) };
    return read.finish(async () => assignApplication(deps, party, ref, input));
  },
};

export const NOTE: ActForm = {
  name: 'note',
  title: '添加备注',
  group: 'file',
  specimens: () => [{ kind: 'noted', text: '' }],
  lead: () => '备注不能删除，不要写申请人的姓名、证件号码和联系方式。',
  fields: state => textArea(state, { name: 'text', label: '备注', required: true, rows: 4, limit: 1000 }),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const text = read.text('text', '备注', 1000);
    return read.finish(async () => noteApplication(deps, party, ref, { text }));
  },
};

export const ADD_FILES: ActForm = {
  name: 'add-files',
  title: '添加材料',
  group: 'file',
  specimens: () => [{ kind: 'noted', text: '' }],
  takesFiles: 'other',
  initial: () => ({ purpose: 'scan' }),
  fields: state =>
    selectField(state, {
      name: 'purpose',
      label: '这是什么',
      required: true,
      width: 'middle',
      options: (['scan', 'identity-proof', 'attachment', 'delivery-proof', 'other'] as const).map(value => ({
        value,
        text: FILE_PURPOSE_LABEL[value],
      })),
    }),
  perform: async ({ deps, party, ref, values, files }) => {
    const read = createActReader(values);
    const purpose = read.choice('purpose', '材料的种类', [
      'scan',
      'identity-proof',
      'attachment',
      'delivery-proof',
      'other',
    ] as const);
    if (files.length === 0) read.refuse('files', '请选择要添加的文件');
    return read.finish(async () =>
      addFiles(
        deps,
        party,
        ref,
        files.map(file => ({ ...file, purpose })),
      ),
    );
  },
};

/** The file that a typed registration number means; a problem of the field where there is none. */
async function readOtherFile(read: ActReader, { queries }: ActionDeps, { file }: CaseContext): Promise<ApplicationId> {
  const text = read.text('number', '登记编号', 20);
  if (text === '') return NOBODY;
  const numbered = findRegistrationNumber(text);
  const found = numbered === undefined ? undefined : await findByNumber(queries, file.registration.agency, numbered);
  if (found !== undefined && found !== file.registration.id) return found;
  read.refuse('number', '本机关没有这个登记编号的其他申请，编号如 2026-0012');
  return NOBODY;
}

const RELATIONS = ['same-matter', 'same-applicant', 'earlier-answer'] as const;

export const LINK: ActForm = {
  name: 'link',
  title: '关联另一件申请',
  group: 'file',
  specimens: () => [{ kind: 'linked', to: NOBODY, relation: 'same-matter' }],
  fields: state => [
    textField(state, {
      name: 'number',
      label: '登记编号',
      required: true,
      width: 'short',
      hint: '例如 2026-0012',
      autocomplete: 'off',
    }),
    selectField(state, {
      name: 'relation',
      label: '关系',
      required: true,
      width: 'middle',
      options: RELATIONS.map(value => ({ value, text: LINK_RELATION_LABEL[value] })),
    }),
  ],
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const to = await readOtherFile(read, deps, context);
    const relation = read.choice('relation', '关系', RELATIONS);
    return read.finish(async () => linkApplications(deps, party, ref, { to, relation }));
  },
};

export const MERGE: ActForm = {
  name: 'merge',
  title: '并入同一申请人重复提交的申请',
  group: 'ending',
  final: true,
  specimens: ({ today: on }) => [{ kind: 'merged', into: NOBODY, on, reason: '' }],
  lead: () => '同一申请人把同一件申请交了两次（例如又寄又网上提交）的，这一件并入另一件办理，由另一件答复。',
  fields: state => [
    textField(state, {
      name: 'number',
      label: '并入哪一件',
      required: true,
      width: 'short',
      hint: '登记编号，例如 2026-0012',
      autocomplete: 'off',
    }),
    textArea(state, { name: 'reason', label: '合并的原因', required: true, rows: 2 }),
  ],
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const into = await readOtherFile(read, deps, context);
    const reason = read.text('reason', '合并的原因', 300);
    return read.finish(async () => mergeApplication(deps, party, ref, { into, reason }));
  },
};

const MOST_PARTS = 30;

export const SPLIT: ActForm = {
  name: 'split',
  title: '拆分（一事一申请）',
  group: 'handling',
  final: true,
  specimens: ({ today: on }) => [{ kind: 'split', children: [], on, reason: '' }],
  lead: () =>
    '一件申请提出几项内容的，可以拆成几件，各有编号、期限和答复；收到之日和承办人随原件。统计时只计拆分出的申请。',
  initial: ({ file }) => ({ descriptions: file.registration.requested.description }),
  fields: state => [
    textArea(state, {
      name: 'descriptions',
      label: '拆分出的各项内容',
      required: true,
      rows: 8,
      hint: '每行一项，每项成为一件申请',
    }),
    textArea(state, { name: 'reason', label: '拆分的原因', required: true, rows: 2 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const lines = read.text('descriptions', '拆分出的各项内容', 10_000).split('\n');
    const descriptions = lines.map(line => line.trim()).filter(line => line !== '');
    if (descriptions.length > MOST_PARTS) read.refuse('descriptions', `一次最多拆成 ${MOST_PARTS} 件`);
    const reason = read.text('reason', '拆分的原因', 300);
    return read.finish(async () => splitApplication(deps, party, ref, { descriptions, reason }));
  },
};
