/** An institution that bears another name now. `since` = the year of the change: an older document rightly uses the old name. */
export type RenamedInstitution = {
  readonly old: string;
  readonly now: string;
  readonly since: number;
  readonly basis: string;
  /** What stands directly before or after when another institution or another word is meant (生态环境保护部门, 住房和城乡建设部). */
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
};

const REFORM_2018 = '2018年党和国家机构改革';
const REFORM_2023 = '2023年党和国家机构改革';
const since2018 = (old: string, now: string): RenamedInstitution => ({ old, now, since: 2018, basis: REFORM_2018 });
const since2023 = (old: string, now: string): RenamedInstitution => ({ old, now, since: 2023, basis: REFORM_2023 });

/** Sources: 《深化党和国家机构改革方案》（2018年）、《党和国家机构改革方案》（2023年） and the State Council decisions on them. */
export const RENAMED_INSTITUTIONS: readonly RenamedInstitution[] = [
  since2018('工商行政管理局', '市场监督管理局'),
  since2018('工商行政管理总局', '国家市场监督管理总局'),
  since2018('工商局', '市场监督管理局'),
  since2018('质量技术监督局', '市场监督管理局'),
  since2018('质监局', '市场监督管理局'),
  since2018('食品药品监督管理局', '市场监督管理局'),
  since2018('食品药品监督管理总局', '国家市场监督管理总局、国家药品监督管理局'),
  since2018('食药监局', '市场监督管理局'),
  since2018('国土资源部', '自然资源部'),
  since2018('国土资源厅', '自然资源厅'),
  since2018('国土资源局', '自然资源局'),
  since2018('国家海洋局', '自然资源部'),
  { ...since2018('环境保护部', '生态环境部'), notAfter: ['生态'], notBefore: ['门', '署', '分'] },
  since2018('环境保护厅', '生态环境厅'),
  { ...since2018('环境保护局', '生态环境局'), notAfter: ['生态'] },
  since2018('环保局', '生态环境局'),
  since2018('农业委员会', '农业农村局'),

  since2018('国家旅游局', '文化和旅游部'),
  since2018('文化广电新闻出版局', '文化广电和旅游局'),
  since2018('文广新局', '文化广电和旅游局'),
  since2018('旅游发展委员会', '文化和旅游局'),
  since2018('卫生和计划生育委员会', '卫生健康委员会'),
  since2018('卫生和计划生育局', '卫生健康局'),
  since2018('卫计委', '卫生健康委员会'),
  since2018('卫计局', '卫生健康局'),
  since2018('人口和计划生育局', '卫生健康局'),
  since2018('安全生产监督管理局', '应急管理局'),
  since2018('安全生产监督管理总局', '应急管理部'),
  since2018('安监局', '应急管理局'),
  { ...since2018('监察部', '国家监察委员会'), notBefore: ['门', '署', '分'] },
  since2018('预防腐败局', '国家监察委员会'),
  since2018('物价局', '发展和改革部门'),
  since2018('国家粮食局', '国家粮食和物资储备局'),
  since2018('国家林业局', '国家林业和草原局'),
  since2018('国税局', '税务局'),
  since2018('地税局', '税务局'),
  since2018('地方税务局', '税务局'),
  since2018('银行业监督管理委员会', '国家金融监督管理总局'),
  since2018('保险监督管理委员会', '国家金融监督管理总局'),
  since2018('新闻出版广电总局', '国家广播电视总局'),
  since2018('新闻出版广电局', '广播电视局'),
  since2018('国务院法制办公室', '司法部'),
  since2018('国务院法制办', '司法部'),
  since2018('政府法制办公室', '司法局'),
  since2018('政府法制办', '司法局'),
  since2018('法制办公室', '司法局'),
  since2018('公安消防支队', '消防救援支队'),
  since2018('公安消防大队', '消防救援大队'),
  since2018('中央网络安全和信息化领导小组', '中央网络安全和信息化委员会'),
  since2018('中央全面深化改革领导小组', '中央全面深化改革委员会'),
  since2018('国家发展和计划委员会', '国家发展和改革委员会'),
  { old: '信息产业部', now: '工业和信息化部', since: 2008, basis: '2008年国务院机构改革', notBefore: ['门'] },
  { old: '铁道部', now: '交通运输部、国家铁路局', since: 2013, basis: '2013年国务院机构改革' },
  {
    old: '卫生部',
    now: '国家卫生健康委员会',
    since: 2013,
    basis: '2013年国务院机构改革',
    notBefore: ['门', '署', '分'],
  },
  { old: '人事部', now: '人力资源和社会保障部', since: 2008, basis: '2008年国务院机构改革', notBefore: ['门'] },
  { old: '人事局', now: '人力资源和社会保障局', since: 2008, basis: '2008年国务院机构改革' },
  {
    old: '建设部',
    now: '住房和城乡建设部',
    since: 2008,
    basis: '2008年国务院机构改革',
    notAfter: ['城乡'],
    notBefore: ['门', '署', '分', '队', '位'],
  },
  since2023('银保监会', '国家金融监督管理总局'),
  since2023('银保监局', '金融监管局'),
  since2023('银保监分局', '金融监管分局'),
  since2023('银行保险监督管理委员会', '国家金融监督管理总局'),
  {
    old: '扶贫办',
    now: '农业农村部门（乡村振兴局2021年由扶贫办改设，2023年并入农业农村部门）',
    since: 2021,
    basis: '2021年国务院扶贫办改设为国家乡村振兴局',
  },
  {
    old: '扶贫开发办公室',
    now: '农业农村部门（乡村振兴局2021年由扶贫办改设，2023年并入农业农村部门）',
    since: 2021,
    basis: '2021年国务院扶贫办改设为国家乡村振兴局',
  },
  since2023('国家乡村振兴局', '农业农村部'),
];
