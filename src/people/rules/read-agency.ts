import { z } from 'zod';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { AGENCY_KINDS, findAgencyCode, LEGAL_REVIEWS } from './agency.ts';
import type { Agency, AgencyCode } from './agency.ts';
import { findStaffId } from './staff-id.ts';
import type { StaffId } from './staff-id.ts';

const line = (what: string) =>
  z.string(`${what}没有填写`).trim().min(1, `${what}没有填写`).max(200, `${what}超过200字`);
const contactLine = (what: string) => line(what).nullable().default(null);
const code = z
  .string('机构编码没有填写')
  .refine(text => findAgencyCode(text) !== undefined, '机构编码应为六位行政区划代码、连字符和三位数字，如 990101-001')
  .transform(text => text as AgencyCode);

const agency = z
  .object({
    code,
    name: line('机构名称'),
    shortName: line('机构简称'),
    kind: z.enum(AGENCY_KINDS, '机构类别不在规定的范围内'),
    parent: code.nullable().default(null),
    mayMakeRules: z.boolean('是否有规章制定权应填是或否').default(false),
    contact: z
      .object({
        office: contactLine('政府信息公开工作机构'),
        address: contactLine('办公地址'),
        postcode: z
          .string()
          .regex(/^\d{6}$/, '邮政编码应为六位数字')
          .nullable()
          .default(null),
        hours: contactLine('办公时间'),
        telephone: contactLine('联系电话'),
        fax: contactLine('传真号码'),
        online: contactLine('互联网联系方式'),
      })
      .prefault({}),
    disclosureHead: z
      .string()
      .refine(text => findStaffId(text) !== undefined, '工作机构负责人不在人员名单中')
      .transform(text => text as StaffId)
      .nullable()
      .default(null),
    reviewOrgan: contactLine('行政复议机关'),
    court: contactLine('一审法院'),
    letterhead: contactLine('发文机关标志'),
    numberPrefix: z
      .string()
      .regex(/^[\u4e00-\u9fff]{2,12}$/, '发文机关代字应为 2 到 12 个汉字，如 晴政办')
      .nullable()
      .default(null),
    legalReview: z.enum(LEGAL_REVIEWS, '法制审核的范围不在规定的选项内').default('refusals'),
  })
  .refine(({ code, parent }) => code !== parent, '机构不能是自己的上级');

/** An agency as a form or a file gives it: the name and code are needed, the rest may be left out. */
export type AgencyInput = z.input<typeof agency>;

/** Reads an agency; refuses, in one Chinese sentence, what is not one. */
export function readAgency(input: unknown): Result<Agency, string> {
  const parsed = agency.safeParse(input);
  return parsed.success ? ok(parsed.data) : refuse(`机构信息不能登记：${parsed.error.issues[0]!.message}`);
}
