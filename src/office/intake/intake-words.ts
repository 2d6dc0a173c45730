import { APPLICANT_COLUMN_LABEL } from '../../law/report-form/table-three.ts';
import { IDENTITY_DOCUMENT_LABEL, SUPPLY_FORM_LABEL, SUPPLY_ROUTE_LABEL } from '../../applications/rules/applicant.ts';
import type { Applicant } from '../../applications/rules/applicant.ts';
import { CASE_KIND_LABEL } from '../../applications/rules/application-log.ts';
import { CHANNEL_LABEL } from '../../applications/rules/channel.ts';
import type { Intake } from './read-intake.ts';

const line = (label: string, value: string | null): readonly string[] =>
  value === null || value === '' ? [] : [`${label}：${value}`];

function applicantLines(applicant: Applicant): readonly string[] {
  const { contact } = applicant;
  const own =
    applicant.kind === 'naturalPerson'
      ? [
          `姓名：${applicant.name}`,
          ...line(IDENTITY_DOCUMENT_LABEL[applicant.identityDocument], applicant.identityNumber),
          ...line('工作单位', applicant.employer),
        ]
      : [
          `名称：${applicant.name}（${APPLICANT_COLUMN_LABEL[applicant.kind]}）`,
          ...line('统一社会信用代码', applicant.creditCode),
          ...line('法定代表人', applicant.legalRepresentative),
          ...line('联系人', applicant.contactPerson),
        ];
  return [
    ...own,
    ...line('电话', contact.telephone),
    ...line('电子邮箱', contact.email),
    ...line('地址', contact.address),
    ...line('邮政编码', contact.postcode),
  ];
}

/** What a clerk filled in for an applicant, a line for each field, as it is kept. */
export function intakeWords({ caseKind, intake, applicants, requested, assistance }: Intake): string {
  return [
    CASE_KIND_LABEL[caseKind],
    `申请渠道：${CHANNEL_LABEL[intake.channel]}`,
    ...applicants.flatMap((applicant, index) => [`申请人 ${index + 1}`, ...applicantLines(applicant)]),
    ...line('信息名称', requested.title),
    ...line('文号', requested.documentNumber),
    `所需信息：${requested.description}`,
    `提供形式：${SUPPLY_FORM_LABEL[requested.supplyForm]}`,
    `获取途径：${SUPPLY_ROUTE_LABEL[requested.supplyRoute]}`,
    ...line('需要的协助', assistance),
  ].join('\n');
}
