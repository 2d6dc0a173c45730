import { ROLE_NAME, ROLES } from './role.ts';
import { choicesSetting, yesNoSetting } from './setting.ts';
import type { Setting } from './setting.ts';

/** The roles whose holders must give a second factor at sign-in. */
export const SECOND_FACTOR_ROLES = choicesSetting(
  {
    key: 'second-factor-roles',
    title: '必须使用动态口令登录的角色',
    explanation:
      '持有所选任一角色的人员，登录时除密码外还要输入手机验证器上的六位动态口令；还没有绑定的，登录后先绑定。',
    basis: [],
    scope: 'installation',
    standard: ['signatory', 'disclosure-head', 'administrator', 'supervisor', 'auditor'],
  },
  ROLES.map(role => ({ value: role, text: ROLE_NAME[role] })),
);

/** Whether an account bound to 统一身份认证 may also sign in by password. */
export const PASSWORD_BESIDE_FEDERATION = yesNoSetting({
  key: 'password-beside-federation',
  title: '已绑定统一身份认证的账号仍可用密码登录',
  explanation: '选“否”以后，已绑定统一身份认证的账号只能从统一身份认证登录。',
  basis: [],
  scope: 'installation',
  standard: true,
});

export const PEOPLE_SETTINGS: readonly Setting[] = [SECOND_FACTOR_ROLES, PASSWORD_BESIDE_FEDERATION];
