import { chineseNumeral } from '../../../law/citation.ts';
import type { OfficialLetter } from '../../../views/official-letter/official-letter.ts';
import { chineseDate, openDate } from './chinese-date.ts';
import { openDocumentNumber } from './document-number.ts';
import type { LetterFacts } from './letter-facts.ts';
import { fieldsOfFinding, fieldsOfLetter, wordsOf } from './letter-fields.ts';
import { letterRuleOf } from './letter-rules.ts';
import { nodesOf } from './letter-template.ts';
import type { TemplateOf } from './letter-template.ts';
import { answerPartOf, fillTemplate } from './template/fill-template.ts';
import type { FieldValues, Item } from './template/fill-template.ts';

/** A letter with what went into it: which fields hold words, and which of them are printed. */
export type ComposedLetter = {
  readonly letter: OfficialLetter;
  readonly fields: FieldValues;
  readonly printed: ReadonlySet<string>;
};

/** Each of several findings, worded as the letter of its own kind words it. */
function findingItems(facts: LetterFacts, templateOf: TemplateOf, printed: Set<string>): readonly Item[] {
  return facts.draft.findings.map((finding, index) => {
    const filled = fillTemplate(answerPartOf(nodesOf(templateOf(finding.kind))), fieldsOfFinding(facts, finding));
    for (const name of filled.printed) printed.add(name);
    return {
      序号: String(index + 1),
      汉字序号: chineseNumeral(index + 1),
      所涉事项: wordsOf(finding.values.about ?? `第${chineseNumeral(index + 1)}项内容`),
      答复内容: filled.blocks.map(({ text }) => text).join('\n'),
    };
  });
}

function documentNumberOf({ agency, documentNumber, draft, issuedOn, today }: LetterFacts): string | null {
  const { series } = letterRuleOf(draft.kind);
  if (series === null) return null;
  return documentNumber ?? openDocumentNumber(agency.numberPrefix ?? '　', series, (issuedOn ?? today).year);
}

function annotationOf({ agency }: LetterFacts): string | null {
  const { disclosureOffice, telephone } = agency;
  const parts = [
    disclosureOffice === null ? '' : `联系机构：${disclosureOffice}`,
    telephone === null ? '' : `电话：${telephone}`,
  ].filter(part => part !== '');
  return parts.length === 0 ? null : parts.join('，');
}

/** The letter with what went into it; `composeLetter` is the letter alone. */
export function composeWithFields(facts: LetterFacts, templateOf: TemplateOf): ComposedLetter {
  const { agency, application, recipient, draft, issuedOn, today } = facts;
  const template = templateOf(draft.kind);
  const within = new Set<string>();
  const findings = findingItems(facts, templateOf, within);
  const fields = { ...fieldsOfLetter(facts), 答复事项: findings };
  const { blocks, printed } = fillTemplate(nodesOf(template), fields);
  const issued = issuedOn !== null;
  const letter: OfficialLetter = {
    letterhead: agency.letterhead,
    documentNumber: documentNumberOf(facts),
    title: template.title.split('\n'),
    addressee: recipient?.name ?? application.applicants.join('、'),
    blocks,
    attachments: (draft.values.attachments ?? []).map(wordsOf).filter(name => name !== ''),
    signatory: agency.name,
    date: issued ? chineseDate(issuedOn) : openDate(today),
    annotation: annotationOf(facts),
    mark: issued ? null : '草稿',
  };
  return { letter, fields, printed: new Set([...printed, ...within]) };
}

/** The letter that the facts make: complete from the first draft on, number and date open until it is signed. */
export function composeLetter(facts: LetterFacts, templateOf: TemplateOf): OfficialLetter {
  return composeWithFields(facts, templateOf).letter;
}
