import { NO_CONTACT } from '../../src/people/rules/agency.ts';
import type { AgencyKind } from '../../src/people/rules/agency.ts';
import type { AgencyInput } from '../../src/people/rules/read-agency.ts';

// 示范市晴川区 is invented: no region has the code 990101. Every name, address and number here is invented with it.
const DISTRICT = '990101-000';
const HOURS = '工作日 8:30—12:00，13:30—17:30';

type Below = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly address: string;
  /** The last digits of telephone and fax. */
  readonly line: string;
  /** 发文机关代字. */
  readonly prefix: string;
};

/** Review organ and court of these follow from the tree: 晴川区人民政府, 示范市晴川区人民法院. */
const below = ({ code, name, shortName, kind, address, line, prefix }: Below): AgencyInput => ({
  code,
  name,
  shortName,
  kind,
  parent: DISTRICT,
  mayMakeRules: false,
  contact: {
    office: `${shortName}办公室`,
    address: `示范市晴川区${address}`,
    postcode: '990101',
    hours: HOURS,
    telephone: `0990-0000${line}1`,
    fax: `0990-0000${line}2`,
    online: null,
  },
  letterhead: name,
  numberPrefix: prefix,
});

/** The agencies of the sample district, parents first. */
export const SAMPLE_AGENCIES: readonly AgencyInput[] = [
  {
    code: DISTRICT,
    name: '示范市晴川区人民政府',
    shortName: '晴川区政府',
    kind: 'government',
    parent: null,
    mayMakeRules: false,
    contact: { ...NO_CONTACT, address: '示范市晴川区望江路1号', postcode: '990101', hours: HOURS },
    reviewOrgan: '示范市人民政府',
    court: '示范市中级人民法院',
    letterhead: '示范市晴川区人民政府',
    numberPrefix: '晴政',
  },
  {
    code: '990101-001',
    name: '示范市晴川区人民政府办公室',
    shortName: '区政府办公室',
    kind: 'government-office',
    parent: DISTRICT,
    mayMakeRules: false,
    contact: {
      office: '区政府办公室政务公开科',
      address: '示范市晴川区望江路1号',
      postcode: '990101',
      hours: HOURS,
      telephone: '0990-0000101',
      fax: '0990-0000102',
      online: null,
    },
    reviewOrgan: '示范市人民政府',
    court: '示范市中级人民法院',
    letterhead: '示范市晴川区人民政府办公室',
    numberPrefix: '晴政办',
  },
  below({
    code: '990101-002',
    name: '示范市晴川区教育局',
    shortName: '区教育局',
    kind: 'department',
    address: '书院街6号',
    line: '11',
    prefix: '晴教',
  }),
  below({
    code: '990101-003',
    name: '示范市晴川区民政局',
    shortName: '区民政局',
    kind: 'department',
    address: '安和路18号',
    line: '12',
    prefix: '晴民',
  }),
  below({
    code: '990101-004',
    name: '示范市晴川区财政局',
    shortName: '区财政局',
    kind: 'department',
    address: '望江路5号',
    line: '13',
    prefix: '晴财',
  }),
  below({
    code: '990101-005',
    name: '示范市晴川区人力资源和社会保障局',
    shortName: '区人社局',
    kind: 'department',
    address: '安和路20号',
    line: '14',
    prefix: '晴人社',
  }),
  below({
    code: '990101-006',
    name: '示范市晴川区卫生健康局',
    shortName: '区卫健局',
    kind: 'department',
    address: '杏林巷3号',
    line: '15',
    prefix: '晴卫',
  }),
  below({
    code: '990101-007',
    name: '示范市晴川区市场监督管理局',
    shortName: '区市场监管局',
    kind: 'department',
    address: '秤砣街9号',
    line: '16',
    prefix: '晴市监',
  }),
  below({
    code: '990101-101',
    name: '示范市晴川区望江街道办事处',
    shortName: '望江街道',
    kind: 'subdistrict',
    address: '望江路66号',
    line: '21',
    prefix: '晴望街',
  }),
  below({
    code: '990101-102',
    name: '示范市晴川区柳堤镇人民政府',
    shortName: '柳堤镇',
    kind: 'town',
    address: '柳堤镇堤上街2号',
    line: '22',
    prefix: '晴柳政',
  }),
];
