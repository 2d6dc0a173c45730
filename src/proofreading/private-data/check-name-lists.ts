import type { Citation } from '../../law/citation.ts';
import type { Remark } from '../remark.ts';

const BASIS: Citation = { source: 'personal-information', article: 28 };
const SENSITIVE_COLUMN =
  /病种|疾病|患病|诊断|残疾类别|残疾等级|残疾证|致贫原因|低保类别|低保金|吸毒|刑满|社区矫正|精神障碍|艾滋|孕产|银行账号|银行卡|身份证|家庭住址/u;
const LONGEST_HEADING = 300;

/** Headings of lists that put a person's name beside sensitive data (病种, 残疾等级, 身份证号 …). One remark per heading. */
export function checkNameLists(text: string): readonly Remark[] {
  const remarks: Remark[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const column =
      line.length <= LONGEST_HEADING && /[\t|｜]| {2,}/u.test(line) && /姓\s?名/u.test(line)
        ? SENSITIVE_COLUMN.exec(line)?.[0]
        : undefined;
    if (column !== undefined) {
      const at = start + line.indexOf(column);
      remarks.push({
        level: 'notice',
        span: { start: at, end: at + column.length },
        message: `名单中姓名与“${column}”并列，请核对公示依据和期限，能够去标识化的应当去标识化。`,
        suggestion: '删去该列，或者隐去姓名',
        basis: BASIS,
      });
    }
    start += line.length + 1;
  }
  return remarks;
}
