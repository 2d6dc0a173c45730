/** A paragraph of a letter's body; a heading is one of level 一、. */
export type LetterBlock = { readonly kind: 'heading' | 'paragraph'; readonly text: string };

/** A letter of an agency (信函格式, GB/T 9704—2012 part 10.1) before it takes the form of a file. */
export type OfficialLetter = {
  /** 发文机关标志: the agency's full name, without 文件. */
  readonly letterhead: string;
  /** 发文字号 as printed; null on letters that bear none. */
  readonly documentNumber: string | null;
  /** The lines of the title, broken by sense. */
  readonly title: readonly string[];
  /** 主送, without the colon. */
  readonly addressee: string;
  readonly blocks: readonly LetterBlock[];
  /** 附件说明: their names, without numbers. */
  readonly attachments: readonly string[];
  /** 署名: the agency whose seal goes over the date. */
  readonly signatory: string;
  /** 成文日期 as printed. */
  readonly date: string;
  /** 附注, without its brackets; null for none. */
  readonly annotation: string | null;
  /** What is printed across the head of a letter that is not yet one, such as 草稿; null on the real one. */
  readonly mark: string | null;
};

/** The line of attachments as it is printed: 附件：1. 甲, further ones below it; a single one has no number. */
export function attachmentLines(attachments: readonly string[]): readonly string[] {
  if (attachments.length === 1) return [`附件：${attachments[0]!}`];
  return attachments.map((name, index) => `${index === 0 ? '附件：' : ''}${index + 1}. ${name}`);
}

/** The whole letter as plain text, a paragraph a line: what it says, for comparing versions and for searching. */
export function letterText(letter: OfficialLetter): string {
  return [
    ...(letter.mark === null ? [] : [letter.mark]),
    letter.letterhead,
    ...(letter.documentNumber === null ? [] : [letter.documentNumber]),
    ...letter.title,
    `${letter.addressee}：`,
    ...letter.blocks.map(({ text }) => text),
    ...attachmentLines(letter.attachments),
    letter.signatory,
    letter.date,
    ...(letter.annotation === null ? [] : [`（${letter.annotation}）`]),
  ]
    .map(line => `${line}\n`)
    .join('');
}
