import { STANDARD_FIELDS } from './disclosure-items.ts';

export type StandardField = (typeof STANDARD_FIELDS)[number];

/** Words of the permanent addresses of the 试点领域. */
export const STANDARD_FIELD_ADDRESS = {
  重大建设项目: 'construction-projects',
  公共资源交易: 'public-resource-trading',
  义务教育: 'compulsory-education',
  户籍管理: 'household-registration',
  社会救助: 'social-assistance',
  养老服务: 'elderly-care',
  公共法律服务: 'legal-services',
  财政预决算: 'budgets',
  就业: 'employment',
  社会保险: 'social-insurance',
  国土空间规划: 'spatial-planning',
  农村集体土地征收: 'rural-land-expropriation',
  生态环境: 'environment',
  国有土地上房屋征收与补偿: 'housing-expropriation',
  保障性住房: 'affordable-housing',
  农村危房改造: 'dilapidated-rural-housing',
  市政服务: 'municipal-services',
  城市综合执法: 'urban-enforcement',
  涉农补贴: 'farm-subsidies',
  公共文化服务: 'public-culture',
  卫生健康: 'health',
  安全生产: 'work-safety',
  救灾: 'disaster-relief',
  食品药品监管: 'food-and-drugs',
  税收管理: 'taxation',
  扶贫: 'poverty-alleviation',
} as const satisfies Record<StandardField, string>;

/** Fields that county catalogues have added since; names as they stand in those catalogues. */
const ALSO_CALLED: Readonly<Record<string, StandardField>> = {
  乡村振兴: '扶贫',
  城乡规划: '国土空间规划',
  征地补偿: '农村集体土地征收',
};

/** The 试点领域 that a name means, also where it goes by a later one; undefined for a field that a place has added. */
export function findStandardField(name: string): StandardField | undefined {
  return STANDARD_FIELDS.find(field => field === name) ?? ALSO_CALLED[name];
}
