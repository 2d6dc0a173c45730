import { NO_CONTACT } from '../../src/people/rules/agency.ts';
import type { AgencyInput } from '../../src/people/rules/read-agency.ts';

// 示范市晴川区 is invented: no region has the code 990101. Every name, address and number here is invented with it.
const DISTRICT = '990101-000';

const belowDistrict = { parent: DISTRICT, mayMakeRules: false, contact: NO_CONTACT } as const;

/** The agencies of the sample district, parents first. */
export const SAMPLE_AGENCIES: readonly AgencyInput[] = [
  {
    code: DISTRICT,
    name: '示范市晴川区人民政府',
    shortName: '晴川区政府',
    kind: 'government',
    parent: null,
    mayMakeRules: false,
    contact: NO_CONTACT,
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
      hours: '工作日 8:30—12:00，13:30—17:30',
      telephone: '0990-0000101',
      fax: '0990-0000102',
      online: null,
    },
  },
  { code: '990101-002', name: '示范市晴川区教育局', shortName: '区教育局', kind: 'department', ...belowDistrict },
  { code: '990101-003', name: '示范市晴川区民政局', shortName: '区民政局', kind: 'department', ...belowDistrict },
  { code: '990101-004', name: '示范市晴川区财政局', shortName: '区财政局', kind: 'department', ...belowDistrict },
  {
    code: '990101-005',
    name: '示范市晴川区人力资源和社会保障局',
    shortName: '区人社局',
    kind: 'department',
    ...belowDistrict,
  },
  { code: '990101-006', name: '示范市晴川区卫生健康局', shortName: '区卫健局', kind: 'department', ...belowDistrict },
  {
    code: '990101-007',
    name: '示范市晴川区市场监督管理局',
    shortName: '区市场监管局',
    kind: 'department',
    ...belowDistrict,
  },
  {
    code: '990101-101',
    name: '示范市晴川区望江街道办事处',
    shortName: '望江街道',
    kind: 'subdistrict',
    ...belowDistrict,
  },
  { code: '990101-102', name: '示范市晴川区柳堤镇人民政府', shortName: '柳堤镇', kind: 'town', ...belowDistrict },
];
