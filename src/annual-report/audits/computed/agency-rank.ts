/** Where an agency stands in the administration, as far as its name says. `city` is a 市 that may be 设区的市 or county-level. */
export type AgencyRank = {
  readonly level: 'national' | 'provincial' | 'city' | 'county' | 'township' | 'zone' | 'unknown';
  /** 人民政府 itself, its 办公室 (办公厅), a department, or not to be told. */
  readonly kind: 'government' | 'government-office' | 'department' | 'unknown';
};

/** Words that end like the name of an area and are none. */
const NO_AREA = /城市|城乡|城镇|社区|景区|小区|片区|联盟|国旗|市场|乡村|村镇/gu;
/** The shortest piece of a name that ends like an area; 州 only where it is an 自治州, for 广州市 is none. */
const AREA =
  /[\p{Script=Han}]+?(?:自治区|自治州|自治县|自治旗|地区|街道|开发区|高新区|经开区|管理区|新区|园区|省|市|盟|县|区|旗|镇|乡|苏木)/gu;
const CENTRAL_CITIES = /^(?:北京|天津|上海|重庆)市$/u;
const ZONE = /(?:开发区|高新区|经开区|管理区|新区|园区)$/u;
const NATIONAL = /^(?:国家|国务院|中华人民共和国|中国)|(?:部|总局|总署)$/u;
const TOWNSHIP =
  /(?:街道(?:办事处|办)?|镇(?:人民政府)?|乡(?:人民政府)?|苏木(?:人民政府)?)(?:党政(?:综合)?办公室|办公室)?$/u;
const GOVERNMENT = /(?:人民政府|行政公署)$/u;
const GOVERNMENT_OFFICE = /(?:人民政府|政府|行政公署)(?:办公室|办公厅|办)$/u;
const DEPARTMENT = /(?:局|委员会|委|办公室|厅|署|中心|支队|大队|站|处|院|所|会|馆|部)$/u;

/** The name without spaces and without what stands in brackets. */
export function plainAgencyName(name: string): string {
  return name.replaceAll(/[（(][^（）()]*[）)]|\s/gu, '');
}

/** The areas in a name, from the larger to the smaller: 示范市晴川区民政局 gives 示范市, 晴川区. */
export function listAreas(name: string): readonly string[] {
  return plainAgencyName(name).replaceAll(NO_AREA, '，').match(AREA) ?? [];
}

function levelOf(areas: readonly string[]): AgencyRank['level'] {
  const last = areas.at(-1);
  if (last === undefined) return 'unknown';
  if (ZONE.test(last)) return 'zone';
  if (/(?:街道|镇|乡|苏木)$/u.test(last)) return 'township';
  if (/(?:省|自治区)$/u.test(last)) return 'provincial';
  if (/(?:自治州|地区|盟)$/u.test(last)) return 'city';
  if (!last.endsWith('市')) return 'county';
  if (CENTRAL_CITIES.test(last)) return 'provincial';
  return areas.some(area => area !== last && /(?:市|自治州|地区|盟)$/u.test(area)) ? 'county' : 'city';
}

/** The rank of an agency by its name; `unknown` rather than a guess. */
export function agencyRankOf(name: string): AgencyRank {
  const plain = plainAgencyName(name);
  const level = levelOf(listAreas(plain));
  if (TOWNSHIP.test(plain)) return { level: 'township', kind: 'government' };
  if (/(?:管理委员会|管委会)$/u.test(plain)) return { level: 'zone', kind: 'government' };
  if (GOVERNMENT_OFFICE.test(plain)) return { level, kind: 'government-office' };
  if (GOVERNMENT.test(plain)) return { level, kind: 'government' };
  if (level === 'unknown' && NATIONAL.test(plain)) return { level: 'national', kind: 'department' };
  return { level, kind: DEPARTMENT.test(plain) ? 'department' : 'unknown' };
}

/** The name without the words that agencies leave out at will: 棠景街道办事处 and 棠景街道, 马水镇人民政府 and 马水镇. */
function coreName(name: string): string {
  return plainAgencyName(name)
    .replace(/(街道)(?:办事处|办)$/u, '$1')
    .replace(/(镇|乡)人民政府$/u, '$1')
    .replace(/人民政府(办公室|办公厅|办)$/u, '政府$1')
    .replace(/政府办$/u, '政府办公室');
}

/** Whether two names are of one agency: the same, or one with the larger areas in front. */
export function isSameAgency(one: string, other: string): boolean {
  const [a, b] = [coreName(one), coreName(other)];
  return a.endsWith(b) || b.endsWith(a);
}
