import { citationText } from '../../../../law/citation.ts';
import { APPLICANT_COLUMN_LABEL } from '../../../../law/report-form/table-three.ts';
import type { DocumentBlock, OfficialDocument } from '../../../../views/official-document/official-document.ts';
import type { PrintedCell, PrintedTable } from '../../../../views/official-document/printed-table.ts';
import { chineseDate } from '../chinese-date.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { fieldsOfLetter } from '../letter-fields.ts';
import { letterRuleOf } from '../letter-rules.ts';
import type { FormCell, FormField, FormKind, FormRule } from './form-kinds.ts';
import { FORM_RULES } from './form-kinds.ts';

/** What is known; the rest is filled in by hand. */
export type FormEntries = { readonly [Field in FormField]?: string };

const SIGN = '签名：　　　　　　　　年　月　日';

/** The words of a cell: what is known, on as many lines as the cell needs, with room to sign below. */
function wordsOfCell({ field, lines = 1, sign, words = '' }: FormCell, entries: FormEntries): string {
  const known = field === null ? words : (entries[field] ?? '').trim();
  const missing = Math.max(0, lines - (known === '' ? 1 : known.split('\n').length));
  return `${known}${'\n'.repeat(missing)}${sign === true ? `\n${SIGN}` : ''}`;
}

function cellsOfRow(row: readonly FormCell[], at: number, entries: FormEntries): readonly PrintedCell[] {
  const wide = row.length === 1;
  return row.flatMap((cell, index): readonly PrintedCell[] => {
    const head = `form.${at}.${index}`;
    const column = index * 2;
    const common = { number: null, row: at, rowSpan: 1 } as const;
    return [
      { ...common, id: head, role: 'column-head', text: cell.label, column, columnSpan: 1, heads: [] },
      {
        ...common,
        id: `${head}.value`,
        role: 'row-head',
        text: wordsOfCell(cell, entries),
        column: column + 1,
        columnSpan: wide ? 3 : 1,
        heads: [head],
      },
    ];
  });
}

function tableOf(kind: FormKind, rule: FormRule, entries: FormEntries): PrintedTable {
  return {
    key: kind,
    caption: rule.title,
    rows: rule.rows.length,
    columns: 4,
    widths: [20, 30, 20, 30],
    headRows: 0,
    partsAt: rule.rows.map((_, index) => index),
    keep: 'parts',
    look: 'form',
    cells: rule.rows.flatMap((row, at) => cellsOfRow(row, at, entries)),
  };
}

/** A form as an official document with one table: printed for signing, or for filling in by hand. */
export function formDocument(kind: FormKind, agency: string, entries: FormEntries): OfficialDocument {
  const rule: FormRule = FORM_RULES[kind];
  const below = [
    ...(rule.remark === null ? [] : [rule.remark]),
    ...(rule.basis === null ? [] : [`依据：${citationText(rule.basis)}`]),
  ];
  return {
    title: [agency, rule.title],
    issuer: agency,
    blocks: [
      { kind: 'table', table: tableOf(kind, rule, entries) },
      ...below.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
    ],
  };
}

/** What a letter and the record behind it already tell a form. */
export function entriesOfLetter(facts: LetterFacts): FormEntries {
  const { application, draft, recipient, documentNumber } = facts;
  const fields = fieldsOfLetter(facts);
  const said = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    登记编号: application.number,
    申请人: application.applicants.join('、'),
    申请人类别: APPLICANT_COLUMN_LABEL[application.applicantKind],
    收到日期: chineseDate(application.receivedOn),
    收到方式: said('收到方式'),
    申请内容: application.requested,
    文书名称: letterRuleOf(draft.kind).title,
    文号: documentNumber ?? '',
    法律依据: said('依据'),
    受送达人: recipient?.name ?? application.applicants.join('、'),
    所涉信息: said('所涉信息'),
  };
}
