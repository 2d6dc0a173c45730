/** What an officer may be in an agency (政府信息公开条例 Art. 4, 17; who drafts, reviews and signs a reply). */
export const ROLES = [
  'case-handler',
  'reviewer',
  'legal-reviewer',
  'signatory',
  'disclosure-head',
  'secrecy-reviewer',
  'administrator',
  'supervisor',
  'auditor',
] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_NAME = {
  'case-handler': '承办人',
  reviewer: '审核人',
  'legal-reviewer': '法制审核人',
  signatory: '签发人',
  'disclosure-head': '政府信息公开工作机构负责人',
  'secrecy-reviewer': '保密审查员',
  administrator: '系统管理员',
  supervisor: '主管部门监督员',
  auditor: '审计员',
} as const satisfies Record<Role, string>;

/** Roles whose work another officer may do during an absence; administration and supervision stay with their holder. */
export const DELEGABLE_ROLES: readonly Role[] = [
  'case-handler',
  'reviewer',
  'legal-reviewer',
  'signatory',
  'disclosure-head',
  'secrecy-reviewer',
];
