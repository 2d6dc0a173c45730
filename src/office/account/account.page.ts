import type { StaffMember } from '../../people/rules/staff.ts';
import { DELEGABLE_ROLES, ROLE_NAME } from '../../people/rules/role.ts';
import type { Session } from '../../people/store/session.store.ts';
import type { RecordedDelegation } from '../../people/store/staff.register.store.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { dateField } from '../../views/form/date-field.ts';
import { formButtons, submitButton } from '../../views/form/form-buttons.ts';
import { formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { selectField } from '../../views/form/select-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { browserName } from './browser-name.ts';
import { instantText } from '../instant-text.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';

export type AccountView = {
  readonly member: StaffMember;
  readonly current: Session;
  readonly sessions: readonly Session[];
  readonly recoveryCodes: number;
  readonly given: readonly RecordedDelegation[];
  readonly taken: readonly RecordedDelegation[];
  readonly colleagues: readonly StaffMember[];
  readonly delegation: FormState;
};

function secondFactorText({ member, recoveryCodes }: AccountView): Html {
  return member.hasSecondFactor ? html`已绑定验证器，还有 ${recoveryCodes} 个恢复码可用` : html`没有绑定`;
}

function sessionTable({ sessions, current }: AccountView): Html {
  return dataTable<Session>({
    caption: '登录',
    captionUnseen: true,
    empty: '没有登录',
    rows: sessions,
    columns: [
      {
        key: 'browser',
        heading: '浏览器',
        rowHeading: true,
        cell: session => html`${browserName(session.browser)}${session.id === current.id && '（当前）'}`,
      },
      { key: 'address', heading: '来源地址', cell: session => session.address },
      { key: 'opened', heading: '登录时间', kind: 'date', cell: session => instantText(session.openedAt) },
      { key: 'seen', heading: '最近操作', kind: 'date', cell: session => instantText(session.lastSeenAt) },
      {
        key: 'acts',
        heading: '操作',
        kind: 'acts',
        cell: session =>
          session.id === current.id
            ? '—'
            : html`<form method="post" action="/office/account/sessions">${hiddenField('session', session.id)}${submitButton(
                {
                  text: '结束',
                  look: 'plain',
                  small: true,
                  spoken: `结束 ${instantText(session.openedAt)} 的登录`,
                },
              )}</form>`,
      },
    ],
  });
}

function delegationLine({ id, delegateName, firstDay, lastDay }: RecordedDelegation): Html {
  return html`<li>${firstDay.toString()} 至 ${lastDay.toString()} 由 ${delegateName} 代办
<form method="post" action="/office/account/delegation/end" class="inline">${hiddenField('delegation', id)}${submitButton(
    {
      text: '收回',
      look: 'plain',
      small: true,
      spoken: `收回 ${firstDay.toString()} 起给 ${delegateName} 的委托`,
    },
  )}</form></li>`;
}

function delegationPart({ member, given, taken, colleagues, delegation }: AccountView): Html {
  const may = member.roles.some(role => DELEGABLE_ROLES.includes(role));
  return html`<section class="card" aria-labelledby="absence">
<h2 id="absence">外出期间的委托</h2>
${given.length > 0 && html`<ul>${given.map(delegationLine)}</ul>`}
${
  taken.length > 0 &&
  html`<ul>${taken.map(
    one =>
      html`<li>${one.firstDay.toString()} 至 ${one.lastDay.toString()} 您代 ${one.absentName} 办理：${one.roles.map(role => ROLE_NAME[role]).join('、')}</li>`,
  )}</ul>`
}${
    may
      ? html`<p>外出期间由一位同事代您办理。受委托人起草的文书，仍然不能由他自己审核或者签发。</p>
<form method="post" action="/office/account/delegation" novalidate>
${selectField(delegation, {
  name: 'delegate',
  label: '委托给',
  unchosen: '请选择',
  required: true,
  width: 'middle',
  options: colleagues.map(({ id, name, roles }) => ({
    value: id,
    text: `${name}（${roles.map(role => ROLE_NAME[role]).join('、')}）`,
  })),
})}${dateField(delegation, { name: 'firstDay', label: '从哪天起', required: true })}${dateField(delegation, {
          name: 'lastDay',
          label: '到哪天止（含当天）',
          required: true,
        })}${formButtons([{ text: '委托' }])}</form>`
      : html`<p>您的角色没有可以委托的工作。</p>`
  }
</section>`;
}

/** 我的账号: who one is here, how one signs in and from where, and who does the work during an absence. */
export function accountPage(setting: OfficeSetting, view: AccountView): Html {
  const { member, sessions, delegation } = view;
  return officePage(setting, {
    title: formTitle('我的账号', delegation),
    crumbs: [],
    main: html`${errorSummary(delegation.problems)}
<h1>我的账号</h1>
<section class="card" aria-labelledby="facts">
<h2 id="facts">${member.name}</h2>
${descriptionList([
  { term: '账号', detail: member.username },
  { term: '角色', detail: member.roles.map(role => ROLE_NAME[role]).join('、') || '没有角色' },
  { term: '电子邮箱', detail: member.email ?? '没有登记' },
  { term: '密码', detail: '已设置', act: html`<a href="/office/account/password">修改密码</a>` },
  {
    term: '动态口令',
    detail: secondFactorText(view),
    act: html`<a href="/office/account/second-factor">${member.hasSecondFactor ? '管理动态口令' : '绑定验证器'}</a>`,
  },
])}
</section>
<section class="card" aria-labelledby="sessions">
<h2 id="sessions">登录</h2>
${sessionTable(view)}
${
  sessions.length > 1 &&
  html`<form method="post" action="/office/account/sessions">${submitButton({ text: '结束其他全部登录', look: 'plain', name: 'others', value: 'yes' })}</form>`
}
</section>
${delegationPart(view)}`,
  });
}
