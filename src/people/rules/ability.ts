import type { Role } from './role.ts';

/** Everything that needs permission, as the sentence an administrator reads. */
export const ABILITIES = {
  'read-applications': '查看本机关的申请',
  'register-application': '登记收到的申请',
  'assign-application': '交办、改派申请',
  'handle-application': '办理申请：补正、要求说明理由、终止、办理记录',
  consult: '征求第三方和其他机关的意见',
  'draft-letter': '起草文书',
  'review-letter': '审核文书',
  'review-secrecy': '进行保密审查',
  'review-legality': '进行法制审核',
  'sign-letter': '签发文书',
  'approve-extension': '同意延长答复期限',
  'record-delivery': '登记送达',
  'archive-application': '归档',
  'decide-fee': '决定收取、减免、退还信息处理费',
  'see-personal-data': '查看申请人的个人信息',
  oversee: '查看所监督机关的登记簿（不含个人信息）',
  'read-journal': '查看操作日志',
  'administer-staff': '管理人员账号和角色',
  'administer-agencies': '管理机构资料',
  'administer-calendar': '管理工作日历',
  'administer-templates': '管理文书模板',
  'administer-settings': '管理系统设置',
} as const;

export type Ability = keyof typeof ABILITIES;

/** What each role may do in its own agency. Administrators see no files, auditors and supervisors change nothing. */
export const ROLE_ABILITIES = {
  'case-handler': [
    'read-applications',
    'register-application',
    'handle-application',
    'consult',
    'draft-letter',
    'record-delivery',
    'archive-application',
    'see-personal-data',
  ],
  reviewer: ['read-applications', 'register-application', 'assign-application', 'review-letter', 'see-personal-data'],
  'legal-reviewer': ['read-applications', 'review-legality', 'see-personal-data'],
  signatory: ['read-applications', 'sign-letter', 'decide-fee', 'see-personal-data'],
  'disclosure-head': [
    'read-applications',
    'register-application',
    'assign-application',
    'handle-application',
    'consult',
    'review-letter',
    'approve-extension',
    'record-delivery',
    'archive-application',
    'decide-fee',
    'see-personal-data',
    'administer-templates',
  ],
  'secrecy-reviewer': ['read-applications', 'review-secrecy', 'see-personal-data'],
  administrator: [
    'administer-staff',
    'administer-agencies',
    'administer-calendar',
    'administer-templates',
    'administer-settings',
  ],
  supervisor: ['oversee'],
  auditor: ['read-applications', 'read-journal'],
} as const satisfies Record<Role, readonly Ability[]>;

/** The abilities that a supervising office also has in the agencies below it (政府信息公开条例 Art. 3, 46). */
export const REACHING_ABILITIES: readonly Ability[] = [
  'oversee',
  'read-journal',
  'administer-staff',
  'administer-agencies',
];
