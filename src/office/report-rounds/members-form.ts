import { EXCLUSION_LABEL, EXCLUSION_REASONS } from '../../annual-report/rules/collection/round-log.ts';
import type { Exclusion, RoundMembers } from '../../annual-report/rules/collection/round-log.ts';
import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';

type Named = Pick<Agency, 'code' | 'name' | 'shortName'>;

const REPORTS = 'reports';
const MEMBER_CHOICES = [
  { value: REPORTS, text: '报送' },
  ...EXCLUSION_REASONS.map(reason => ({ value: reason, text: `不汇总：${EXCLUSION_LABEL[reason]}` })),
];

/** The values that stand for a round's members in the form. */
export function membersValues({ agencies, excluded }: RoundMembers, all: readonly Named[]): FormValues {
  const nameOf = (code: AgencyCode | null) => all.find(agency => agency.code === code)?.name ?? '';
  return Object.fromEntries([
    ...agencies.map(agency => [`member-${agency}`, REPORTS]),
    ...excluded.flatMap(({ agency, reason, into, note }) => [
      [`member-${agency}`, reason],
      [`more-${agency}`, into === null ? note : nameOf(into)],
    ]),
  ]);
}

/** The members as they were chosen; an agency of which the form says nothing reports. */
export function readMembers(values: FormValues, all: readonly Named[]): RoundMembers {
  const reasonOf = ({ code }: Named) =>
    EXCLUSION_REASONS.find(reason => reason === valueOf({ values }, `member-${code}`));
  return {
    agencies: all.filter(agency => reasonOf(agency) === undefined).map(({ code }) => code),
    excluded: all.flatMap((agency): readonly Exclusion[] => {
      const reason = reasonOf(agency);
      if (reason === undefined) return [];
      const more = valueOf({ values }, `more-${agency.code}`).trim().slice(0, 200);
      const into = all.find(({ code, name, shortName }) => [code, name, shortName].includes(more))?.code ?? null;
      return [
        {
          agency: agency.code,
          reason,
          into: reason === 'merged' ? into : null,
          note: reason === 'other' ? more : '',
        },
      ];
    }),
  };
}

/** Who is to report and who is not, with the reason: every agency of the area has its line. */
export function membersTable(state: FormState, all: readonly Named[]): Html {
  return html`<datalist id="agency-names">${all.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
<div id="agencies" tabindex="-1">${dataTable({
    caption: '报送范围',
    rows: all,
    empty: '本机关没有所监督的机关，请先登记机构。',
    columns: [
      { key: 'name', heading: '机关', rowHeading: true, cell: ({ name }) => name },
      {
        key: 'member',
        heading: '是否报送',
        cell: ({ code, name }) => {
          const chosen = valueOf(state, `member-${code}`);
          return html`<select name="member-${code}" aria-label="${name}是否报送">${MEMBER_CHOICES.map(
            ({ value, text }) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
          )}</select>`;
        },
      },
      {
        key: 'more',
        heading: '并入的机关，或者其他原因',
        cell: ({ code, name }) =>
          html`<input type="text" id="more-${code}" name="more-${code}" list="agency-names" autocomplete="off" aria-label="${name}并入的机关，或者其他原因" value="${valueOf(state, `more-${code}`)}">`,
      },
    ],
  })}</div>`;
}
