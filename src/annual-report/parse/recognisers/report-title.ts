import { findChineseNumber } from '../../rules/narrative/chinese-number.ts';
import { foldedText } from './canonical-label.ts';
import { simplifiedLabel } from './traditional-forms.ts';

/** What a title line says: the words before the year as agency, both where printed. */
export type TitleParts = { readonly agency: string | null; readonly year: number | null };

const TITLE =
  /(?:政府)?信息(?:与政务)?公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)|政务公开(?:工作)?年度(?:工作)?报告|年度报告$/;
const YEAR = /((?:19|20)\d{2}|[二][〇零○OoO0][〇零一二三四五六七八九○]{2})年?(?:度)?/;
const LONGEST = 90;

export const isTitle = (text: string): boolean => {
  const folded = simplifiedLabel(foldedText(text));
  return folded.length <= LONGEST && folded.includes('公开') && TITLE.test(folded) && !/[。；]/.test(folded);
};

/** Whether a title goes on in the next line: it has 信息公开 but not yet 报告. */
export const isTitleBeginning = (text: string): boolean => {
  const folded = simplifiedLabel(foldedText(text));
  return folded.length <= LONGEST && /信息公开(?:工作)?(?:年度)?$/.test(folded);
};

export const isTitleEnd = (text: string): boolean =>
  /^(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)$/.test(simplifiedLabel(foldedText(text)));

/** The year in a text as digits or Chinese numerals (二〇二三年), of the years since 条例 came into force. */
export function findYear(text: string): number | undefined {
  const written = YEAR.exec(foldedText(text))?.[1];
  if (written === undefined) return undefined;
  const year = /^\d/.test(written) ? Number(written) : findChineseNumber(written.replace(/[○OoO0]/g, '〇'));
  return year !== undefined && year >= 2007 && year <= 2199 ? year : undefined;
}

const WRITTEN_YEAR = '(?:(?:19|20)\\d{2}|２０[０-９]{2}|二[〇零○OＯ0][〇零一二三四五六七八九○]{2})';
const YEAR_FIRST = new RegExp(`^[（(【[]?${WRITTEN_YEAR}年?度?[)）】\\]]?年?度?`);
const BEFORE_YEAR = new RegExp(
  `^(.*?)(?:[（(]?${WRITTEN_YEAR}[)）]?年?|政府信息公[开開]|政府[資资][訊讯]公|信息公[开開]|政[務务]公[开開])`,
);

/**
 * Agency and year of a title. 「伊美区人民政府办公室2023年政府信息公开工作年度报告」 has both, also with the year first. In
 * 「青石镇人民政府信息公开工作年度报告」 the word 政府 belongs to both names.
 */
export function readTitle(title: string): TitleParts {
  const compact = title.replace(/[\s\u3000]+/g, '').replace(/^[#>*]+/, '');
  const year = findYear(compact) ?? null;
  const before = BEFORE_YEAR.exec(compact.replace(YEAR_FIRST, ''))?.[1] ?? '';
  const named = before
    .replace(/^(?:关于|關於)(?:公布|发布|印发|公开|报送)?/, '')
    .replace(/^[《【[]|(?:关于|的|:|：|——?|-)$/g, '')
    .replace(/人民$/, '人民政府');
  return { agency: named.length >= 2 && named.length <= 60 ? named : null, year };
}

/** The agency of which the preface says that this is its report: 现公布晴川区水务局2023年政府信息公开工作年度报告. */
export function findAgencyInProse(prose: string): string | undefined {
  const found =
    /(?:现|特|向社会|予以)?(?:公布|发布|编制|公开)(?:了|如下)?([^，。；：、]{3,40}?)(?:关于)?(?:20\d{2}|二[〇零○][〇零一二三四五六七八九]{2})年?度?政府信息公开(?:工作)?(?:年度)?报告/.exec(
      prose.replace(/[\s\u3000]+/g, ''),
    )?.[1];
  return found !== undefined && isAgencyName(found) ? found : undefined;
}

/** The year of the statistics period in the preface: 统计期限自2023年1月1日起至12月31日止. */
export function findPeriodYear(prose: string): number | undefined {
  const folded = foldedText(prose);
  const found = /((?:19|20)\d{2})年?1月1日.{0,12}?(?:((?:19|20)\d{2})年)?12月31日/.exec(folded);
  if (found === null || (found[2] !== undefined && found[2] !== found[1])) return undefined;
  return Number(found[1]);
}

const BODY =
  /(?:人民政府|政府|办公室|办公厅|办|局|厅|委|委员会|部|院|署|处|所|站|中心|镇|乡|街道|街道办事处|办事处|管委会|公安|分局|支队|大队|总队|法院|检察院|银行|集团|公司|协会|学校|学院|大学|医院|联合会|工委|党校|馆|队|区|县|市|省|旗|盟|州|苏木|辦公室|廳|委員會|鎮|鄉|處|縣|區)$/;

/** Whether a line can be the first line of a title in two lines: the name of a public body and nothing else. */
export function isAgencyName(line: string): boolean {
  const text = foldedText(line).replace(/^[#*]+/, '');
  return text.length >= 3 && text.length <= 40 && !/[。，；：:、>»|/]/.test(text) && BODY.test(text);
}
