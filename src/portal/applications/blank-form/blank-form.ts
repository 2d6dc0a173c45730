import {
  IDENTITY_DOCUMENT_LABEL,
  IDENTITY_DOCUMENTS,
  SUPPLY_FORM_LABEL,
  SUPPLY_FORMS,
  SUPPLY_ROUTE_LABEL,
  SUPPLY_ROUTES,
} from '../../../applications/rules/applicant.ts';
import { APPLICANT_COLUMN_LABEL } from '../../../law/report-form/table-three.ts';
import type { Agency } from '../../../people/rules/agency.ts';
import type { DocumentBlock, OfficialDocument } from '../../../views/official-document/official-document.ts';
import { ORGANIZATION_KINDS } from '../form/applicant.form.ts';
import { factTable } from '../printed-facts.ts';

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 1, text });
const boxes = (labels: readonly string[]) => labels.map(label => `□${label}`).join('　');
/** Two lines of a cell: a hand needs more room than type. */
const room = (name: string) => ({ name, value: '　\n　' });

function whereToSend({ name, contact }: Agency): readonly DocumentBlock[] {
  const { office, address, postcode, hours, telephone, fax } = contact;
  const said = [
    address !== null &&
      `当面提交或者邮寄到：${address}${postcode === null ? '' : `，邮编 ${postcode}`}，${office ?? name}收，信封上写明“政府信息公开申请”`,
    fax !== null && `传真：${fax}`,
    hours !== null && `办公时间：${hours}`,
    telephone !== null && `咨询电话：${telephone}`,
  ].filter(text => text !== false);
  return said.length === 0 ? [] : [paragraph(`${said.join('。')}。`)];
}

/** 政府信息公开申请表 to be filled in by hand, with where to send it; one sheet, and the purpose is not asked. */
export function blankForm(agency: Agency): OfficialDocument {
  return {
    title: ['政府信息公开申请表'],
    issuer: agency.name,
    blocks: [
      paragraph(
        `受理机关：${agency.name}。公民填写第一栏，法人或者其他组织填写第二栏；不需要写用途。共同申请的，另附其他申请人的姓名、身份证明和签名。`,
      ),
      heading('一、公民'),
      {
        kind: 'table',
        table: factTable('person', '公民', [
          [room('姓名'), room('工作单位（可不填）')],
          [{ name: '证件名称', value: boxes(IDENTITY_DOCUMENTS.map(kind => IDENTITY_DOCUMENT_LABEL[kind])) }],
          [room('证件号码')],
        ]),
      },
      heading('二、法人或者其他组织'),
      {
        kind: 'table',
        table: factTable('organization', '法人或者其他组织', [
          [{ name: '类别', value: boxes(ORGANIZATION_KINDS.map(kind => APPLICANT_COLUMN_LABEL[kind])) }],
          [room('名称'), room('统一社会信用代码')],
          [room('法定代表人或者负责人'), room('联系人姓名')],
        ]),
      },
      heading('三、联系方式（至少填一种）'),
      {
        kind: 'table',
        table: factTable('contact', '联系方式', [
          [room('联系电话'), room('电子邮箱')],
          [room('通讯地址'), room('邮政编码')],
        ]),
      },
      heading('四、需要的政府信息（一份申请写一件事）'),
      {
        kind: 'table',
        table: factTable('requested', '需要的政府信息', [
          [room('名称'), room('文号')],
          [{ name: '内容描述：名称、文号或者便于查询的其他特征', value: `${'　\n'.repeat(9)}　` }],
          [{ name: '提供信息的形式', value: boxes(SUPPLY_FORMS.map(form => SUPPLY_FORM_LABEL[form])) }],
          [{ name: '获取信息的方式', value: boxes(SUPPLY_ROUTES.map(route => SUPPLY_ROUTE_LABEL[route])) }],
          [room('需要的帮助（阅读、视力、听力有困难的）')],
          [room('申请人签名或者盖章'), room('申请日期')],
        ]),
      },
      ...whereToSend(agency),
    ],
  };
}
