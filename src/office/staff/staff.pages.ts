import { ABILITIES, ROLE_ABILITIES } from '../../people/rules/ability.ts';
import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import { ROLE_NAME, ROLES } from '../../people/rules/role.ts';
import type { StaffMember } from '../../people/rules/staff.ts';
import { checkboxField } from '../../views/form/choice-fields.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { filterBar } from '../../views/filter-bar/filter-bar.ts';
import { buttonLink, submitButton } from '../../views/form/form-buttons.ts';
import { formPage, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { selectField } from '../../views/form/select-field.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { pageHeading } from '../../views/page-heading/page-heading.ts';
import { tag } from '../../views/tag/tag.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';

export const STAFF_PATH = '/office/staff';

export type StaffList = {
  readonly staff: readonly StaffMember[];
  readonly agencies: readonly Agency[];
  /** The agency that is filtered by; null for all. */
  readonly agency: AgencyCode | null;
};

const agencyOptions = (agencies: readonly Agency[]) => agencies.map(({ code, name }) => ({ value: code, text: name }));

function stateTags({ enabled, passwordMustChange, hasSecondFactor }: StaffMember): Html {
  return html`${enabled ? tag('在用', 'good') : tag('停用')}${passwordMustChange && tag('未改一次性密码', 'warning')}${
    hasSecondFactor && tag('动态口令')
  }`;
}

/** The accounts of the agencies that the officer administers. */
export function staffListPage(setting: OfficeSetting, { staff, agencies, agency }: StaffList): Html {
  const nameOf = (code: AgencyCode | null) => agencies.find(one => one.code === code)?.shortName ?? '';
  const state = { values: { agency: agency ?? '' }, problems: [] };
  return officePage(setting, {
    title: '人员',
    crumbs: [],
    main: html`${pageHeading('人员', buttonLink('增加人员', `${STAFF_PATH}/new`, 'main'))}
${
  agencies.length > 1 &&
  filterBar({
    action: STAFF_PATH,
    label: '筛选人员',
    filtered: agency !== null,
    fields: selectField(state, {
      name: 'agency',
      label: '机构',
      unchosen: '全部',
      options: agencyOptions(agencies),
      width: 'middle',
    }),
  })
}${dataTable<StaffMember>({
      caption: '人员',
      captionUnseen: true,
      empty: '还没有人员，请先增加。',
      rows: staff,
      look: ({ enabled }) => (enabled ? null : 'quiet'),
      columns: [
        {
          key: 'name',
          heading: '姓名',
          rowHeading: true,
          cell: ({ id, name }) => html`<a href="${STAFF_PATH}/${id}">${name}</a>`,
        },
        { key: 'username', heading: '账号', cell: ({ username }) => username },
        { key: 'agency', heading: '机构', cell: one => nameOf(one.agency) },
        {
          key: 'roles',
          heading: '角色',
          cell: ({ roles }) => roles.map(role => ROLE_NAME[role]).join('、') || '没有角色',
        },
        { key: 'state', heading: '状态', cell: stateTags },
      ],
    })}`,
  });
}

const rolesField = (state: FormState): Html =>
  checkboxField(state, {
    name: 'roles',
    label: '角色',
    hint: '起草人不能审核、签发自己起草的文书；一个人可以有几个角色。',
    choices: ROLES.map(role => ({
      value: role,
      text: ROLE_NAME[role],
      hint: ROLE_ABILITIES[role].map(ability => ABILITIES[ability]).join('；'),
    })),
  });

function staffFields(state: FormState, agencies: readonly Agency[], federation: boolean): Html {
  return html`${textField(state, { name: 'name', label: '姓名', required: true, width: 'middle', autocomplete: 'off' })}${textField(
    state,
    {
      name: 'username',
      label: '账号',
      hint: '小写字母、数字、点和连字符，如 gu.wenlan',
      required: true,
      width: 'middle',
      autocomplete: 'off',
    },
  )}${selectField(state, {
    name: 'agency',
    label: '机构',
    required: true,
    unchosen: '请选择',
    options: agencyOptions(agencies),
  })}${rolesField(state)}${textField(state, {
    name: 'email',
    label: '电子邮箱',
    hint: '用于到期提醒，可以不填',
    type: 'email',
    width: 'middle',
    autocomplete: 'off',
  })}${
    federation &&
    textField(state, {
      name: 'federatedSubject',
      label: '统一身份认证标识',
      hint: '填写后，此人可以用统一身份认证登录',
      width: 'middle',
      autocomplete: 'off',
    })
  }`;
}

export type StaffForm = {
  readonly state: FormState;
  readonly agencies: readonly Agency[];
  /** Whether 统一身份认证 is configured. */
  readonly federation: boolean;
};

export function newStaffPage(setting: OfficeSetting, { state, agencies, federation }: StaffForm): Html {
  return officePage(setting, {
    title: formTitle('增加人员', state),
    crumbs: [{ text: '人员', href: STAFF_PATH }],
    main: formPage({
      heading: '增加人员',
      lead: '保存以后显示一次性密码，请当面交给本人；本人第一次登录时必须改掉。',
      action: `${STAFF_PATH}/new`,
      state,
      fields: staffFields(state, agencies, federation),
      buttons: [{ text: '增加' }],
      back: { text: '返回', href: STAFF_PATH },
    }),
  });
}

/** One account: its facts as a form, and the acts of an administrator; one's own can only be looked at. */
export function staffPage(
  setting: OfficeSetting,
  { state, agencies, federation, member, own }: StaffForm & { readonly member: StaffMember; readonly own: boolean },
): Html {
  const path = `${STAFF_PATH}/${member.id}`;
  const act = (act: string, text: string, look: 'plain' | 'danger' = 'plain') =>
    submitButton({ text, look, name: 'act', value: act });
  return officePage(setting, {
    title: formTitle(member.name, state),
    crumbs: [{ text: '人员', href: STAFF_PATH }],
    notices: own ? [{ kind: 'info', sentence: '这是您自己的账号：角色和状态要由另一位系统管理员修改。' }] : [],
    main: html`${formPage({
      heading: member.name,
      lead: stateTags(member),
      action: path,
      state,
      fields: staffFields(state, agencies, federation || member.federatedSubject !== null),
      buttons: own ? [] : [{ text: '保存' }],
      back: { text: '返回', href: STAFF_PATH },
    })}${
      !own &&
      html`<section class="card" aria-labelledby="acts">
<h2 id="acts">账号</h2>
<p>重置密码、停用和解除验证器都会结束此人的全部登录。账号不能删除，办过的事要留名。</p>
<form method="post" action="${path}/act" class="actions">
${act('reset-password', '重置密码')}${member.hasSecondFactor && act('reset-second-factor', '解除验证器')}${act('end-sessions', '结束全部登录')}${
        member.enabled ? act('disable', '停用', 'danger') : act('enable', '恢复使用')
      }
</form>
</section>`
    }`,
  });
}
