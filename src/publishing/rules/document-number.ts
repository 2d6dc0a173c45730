/** 发文字号: 机关代字, the full year in 六角括号, the number without 第 and without leading noughts (GB/T 9704—2012, 7.2.5). */
const FORM = /^(?<prefix>[\u4e00-\u9fa5]+)〔(?<year>(?:19|20)\d{2})〕(?<number>[1-9]\d*)号$/u;

export type DocumentNumber = { readonly prefix: string; readonly year: number; readonly number: number };

/** The three parts of a 文号; undefined where the text is none. */
export function findDocumentNumber(text: string): DocumentNumber | undefined {
  const groups = FORM.exec(text)?.groups;
  if (groups === undefined) return undefined;
  return { prefix: groups['prefix']!, year: Number(groups['year']), number: Number(groups['number']) };
}
