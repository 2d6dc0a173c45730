import {
  IDENTITY_DOCUMENT_LABEL,
  SUPPLY_FORM_LABEL,
  SUPPLY_ROUTE_LABEL,
} from '../../../applications/rules/applicant.ts';
import type { Applicant } from '../../../applications/rules/applicant.ts';
import { CASE_KIND_LABEL } from '../../../applications/rules/application-log.ts';
import type { CaseKind } from '../../../applications/rules/application-log.ts';
import { APPLICANT_COLUMN_LABEL } from '../../../law/report-form/table-three.ts';
import type { ReadForm } from './application.form.ts';

export type ShownLine = { readonly term: string; readonly detail: string };
export type ShownSection = { readonly heading: string; readonly lines: readonly ShownLine[] };

/** A form as the citizen sees it before it is sent: what is on the page is what is kept. */
export type ShownForm = { readonly title: string; readonly sections: readonly ShownSection[] };

export type FormToShow = {
  readonly caseKind: CaseKind;
  readonly agencyName: string;
  readonly form: ReadForm;
  readonly fileNames: readonly string[];
};

const NOTIFY_LABEL = { email: '电子邮件通知', sms: '短信通知', none: '不用通知' } as const;

const line = (term: string, detail: string | null): ShownLine[] => (detail === null ? [] : [{ term, detail }]);

function applicantLines(applicant: Applicant): readonly ShownLine[] {
  const { contact } = applicant;
  return [
    ...(applicant.kind === 'naturalPerson'
      ? [
          ...line('申请人类别', '公民'),
          ...line('姓名', applicant.name),
          ...line('证件名称', IDENTITY_DOCUMENT_LABEL[applicant.identityDocument]),
          ...line('证件号码', applicant.identityNumber),
          ...line('工作单位', applicant.employer),
        ]
      : [
          ...line('申请人类别', `法人或者其他组织（${APPLICANT_COLUMN_LABEL[applicant.kind]}）`),
          ...line('名称', applicant.name),
          ...line('统一社会信用代码', applicant.creditCode),
          ...line('法定代表人或者负责人', applicant.legalRepresentative),
          ...line('联系人', applicant.contactPerson),
        ]),
    ...line('联系电话', contact.telephone),
    ...line('电子邮箱', contact.email),
    ...line('通讯地址', contact.address),
    ...line('邮政编码', contact.postcode),
  ];
}

function requestedLines({ caseKind, form }: FormToShow): readonly ShownLine[] {
  const { description, title, documentNumber, supplyForm, supplyRoute } = form.requested;
  if (caseKind === 'record-correction')
    return [...line('更正请求', description), ...line('答复的方式', SUPPLY_ROUTE_LABEL[supplyRoute])];
  return [
    ...line('内容描述', description),
    ...line('信息名称', title),
    ...line('文号', documentNumber),
    ...line('提供信息的形式', SUPPLY_FORM_LABEL[supplyForm]),
    ...line('获取信息的方式', SUPPLY_ROUTE_LABEL[supplyRoute]),
  ];
}

/** The form in sections, for the page on which it is checked and for the record. */
export function shownForm(shown: FormToShow): ShownForm {
  const { caseKind, agencyName, form, fileNames } = shown;
  const several = form.applicants.length > 1;
  return {
    title: `${CASE_KIND_LABEL[caseKind]}表`,
    sections: [
      { heading: '受理机关', lines: line('机关', agencyName) },
      {
        heading: caseKind === 'information' ? '需要的政府信息' : '需要更正的记录',
        lines: requestedLines(shown),
      },
      ...form.applicants.map((applicant, index) => ({
        heading: several ? `第 ${index + 1} 位申请人` : '申请人',
        lines: applicantLines(applicant),
      })),
      ...(fileNames.length === 0
        ? []
        : [{ heading: '附件', lines: fileNames.map((name, index) => ({ term: `附件 ${index + 1}`, detail: name })) }]),
      {
        heading: '通知与帮助',
        lines: [...line('进度通知', NOTIFY_LABEL[form.notifyBy ?? 'none']), ...line('需要的帮助', form.assistance)],
      },
    ],
  };
}

/** The form as text, a line of the page a line, for the record (Art. 45): worded exactly as it was seen. */
export function shownFormText({ title, sections }: ShownForm): string {
  return [
    title,
    ...sections.flatMap(({ heading, lines }) => [
      '',
      `【${heading}】`,
      ...lines.map(({ term, detail }) => `${term}：${detail.replaceAll('\n', '\n　　')}`),
    ]),
    '',
  ].join('\n');
}
