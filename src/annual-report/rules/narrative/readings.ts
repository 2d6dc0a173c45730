import type { CellPath } from '../../../law/report-form/cells.ts';
import type { Edition } from '../../../law/report-form/edition.ts';
import type { RedressColumn, RedressGroup } from '../../../law/report-form/table-four.ts';
import type {
  ApplicantColumn,
  ApplicantKind,
  OutcomeGroup,
  TableThreeRow,
} from '../../../law/report-form/table-three.ts';
import { APPLICANT_KINDS, OUTCOME_GROUPS, OUTCOME_ROWS } from '../../../law/report-form/table-three.ts';
import { assertNever } from '../../../kernel/assert-never.ts';
import type { Act, FormTopic, OutcomeWord } from './lexicon.ts';

/** What the words around a number say that it counts. */
export type Claim = {
  /** One topic, or several of one family that are counted together (行政复议、行政诉讼). */
  readonly topics: readonly FormTopic[];
  readonly acts: readonly Act[];
  readonly outcomes: readonly OutcomeWord[];
  readonly applicants: readonly (ApplicantKind | 'organizations')[];
  readonly results: readonly RedressColumn[];
  readonly routes: readonly ('direct' | 'after')[];
  /** 截至目前: may include what was done after the year. */
  readonly toDate: boolean;
  /** The unit is 元 or 万元. */
  readonly money: boolean;
};

/** One sense in which a claim can be taken: the sum of `plus`, less that of `minus`. */
export type Reading = {
  readonly plus: readonly CellPath[];
  readonly minus: readonly CellPath[];
  /** A sense that the words allow but do not suggest: it can confirm a number, it cannot accuse one. */
  readonly loose: boolean;
};

const strict = (plus: readonly CellPath[]): Reading => ({ plus, minus: [], loose: false });
const loose = (plus: readonly CellPath[], minus: readonly CellPath[] = []): Reading => ({ plus, minus, loose: true });

export type Family = 'application' | 'redress' | 'documents' | 'decisions' | 'fee' | 'procurement';
const FAMILY = {
  application: 'application',
  reconsideration: 'redress',
  litigation: 'redress',
  rule: 'documents',
  normative: 'documents',
  license: 'decisions',
  penalty: 'decisions',
  coercion: 'decisions',
  fee: 'fee',
  procurement: 'procurement',
} as const satisfies Record<FormTopic, Family>;

export const familyOf = (topic: FormTopic): Family => FAMILY[topic];

/** The senses of a claim, the most likely first; none when the form of that edition counts no such thing. */
export function readingsOf(claim: Claim, edition: Edition): readonly Reading[] {
  const [first] = claim.topics;
  if (first === undefined) return [];
  const family = familyOf(first);
  switch (family) {
    case 'application':
      return applicationReadings(claim, edition);
    case 'redress':
      return redressReadings(claim);
    case 'documents':
      return documentReadings(claim, edition);
    case 'decisions':
      return decisionReadings(claim, edition);
    case 'fee':
      return feeReadings(claim, edition);
    case 'procurement':
      return procurementReadings(claim, edition);
    default:
      return assertNever(family);
  }
}

const column = (row: TableThreeRow, applicant: ApplicantColumn): CellPath => `table3.${row}.${applicant}`;

function rowsOf(outcome: OutcomeWord, edition: Edition): readonly TableThreeRow[] {
  if (outcome === 'other') return rowsOf('closed', edition);
  const rows: readonly TableThreeRow[] = OUTCOME_ROWS[edition];
  if (OUTCOME_GROUPS.some(({ key }) => key === outcome))
    return rows.filter(row => row === outcome || row.startsWith(`${outcome}.`));
  if (edition === '2019' && outcome.startsWith('closed.')) return ['closed'];
  return rows.filter(row => row === outcome);
}

const ROWS_BY_ACT: Partial<Record<Act, readonly (readonly TableThreeRow[])[]>> = {
  new: [['new']],
  received: [['new'], ['new', 'carried-in']],
  handled: [['new'], ['new', 'carried-in'], ['settled']],
  settled: [['settled']],
  answered: [['settled']],
  'carried-in': [['carried-in']],
  'carried-out': [['carried-out']],
  open: [['carried-out']],
  carried: [['carried-in'], ['carried-out']],
};

/** The applicants' columns whose sum a claim speaks of: those it names, else the total. */
function columnsOf(claim: Claim): readonly ApplicantColumn[] {
  if (claim.applicants.length === 0) return ['total'];
  return [
    ...new Set(
      claim.applicants.flatMap(applicant => (applicant === 'organizations' ? APPLICANT_KINDS.slice(1) : [applicant])),
    ),
  ];
}

function applicationReadings(claim: Claim, edition: Edition): readonly Reading[] {
  const columns = columnsOf(claim);
  const cells = (rows: readonly TableThreeRow[]) =>
    rows.flatMap(row => columns.map(applicant => column(row, applicant)));
  const byAct = actReadings(claim, edition, cells);
  if (claim.outcomes.length === 0) return byAct;
  return [...outcomeReadings(claim, edition, cells), ...byAct.map(({ plus, minus }) => loose(plus, minus))];
}

type CellsOfRows = (rows: readonly TableThreeRow[]) => readonly CellPath[];

function actReadings(claim: Claim, edition: Edition, cells: CellsOfRows): readonly Reading[] {
  const acts = new Set(claim.acts);
  const closed = rowsOf('closed', edition);
  const answered = OUTCOME_ROWS[edition].filter(row => !(closed as readonly string[]).includes(row));
  const taken = acts.has('new') || acts.has('received');
  const readings: Reading[] = [];
  if (taken && acts.has('carried-in')) readings.push(strict(cells(['new', 'carried-in'])));
  for (const act of acts) for (const rows of ROWS_BY_ACT[act] ?? []) readings.push(strict(cells(rows)));
  if (acts.has('answered')) {
    readings.push(strict(cells(answered)));
    if (edition === '2021')
      readings.push(strict(cells([...answered, 'closed.clarification-lapsed', 'closed.fee-unpaid'])));
  }
  if (acts.has('settled') || acts.has('answered')) {
    // 「新收5件，均已办结」 counts those received this year; 「截至目前」 also those settled after it.
    readings.push(loose(cells(['settled']), cells(['carried-in'])));
    if (claim.toDate) readings.push(strict(cells(['new'])), strict(cells(['new', 'carried-in'])));
  }
  const known = readings.length > 0;
  if (!known && claim.outcomes.length === 0)
    for (const rows of [['new'], ['new', 'carried-in'], ['settled']] as const)
      readings.push(claim.applicants.length > 0 ? strict(cells(rows)) : loose(cells(rows)));
  return readings;
}

const isGroup = (outcome: OutcomeWord): outcome is OutcomeGroup | 'other' =>
  outcome === 'other' || OUTCOME_GROUPS.some(({ key }) => key === outcome);

function outcomeReadings(claim: Claim, edition: Edition, cells: CellsOfRows): readonly Reading[] {
  const specific = claim.outcomes.filter(outcome => !isGroup(outcome));
  const groups = claim.outcomes.filter(isGroup);
  const rows = (outcomes: readonly OutcomeWord[]) => [
    ...new Set(outcomes.flatMap(outcome => rowsOf(outcome, edition))),
  ];
  const readings: Reading[] = [];
  const listed = claim.outcomes.length > 1 && groups.length > 0 && specific.length > 0;
  if (specific.length > 0) readings.push(strict(cells(rows(specific))));
  if (groups.length > 0) readings.push(strict(cells(rows(groups))));
  if (listed) readings.push(strict(cells(rows(claim.outcomes))));
  if (edition === '2021' && claim.outcomes.includes('other')) readings.push(strict(cells(['closed.other'])));
  if (claim.outcomes.includes('closed.other')) readings.push(loose(cells(rowsOf('closed', edition))));
  if (claim.outcomes.includes('granted')) readings.push(loose(cells(['granted', 'partly-granted'])));
  if (claim.outcomes.includes('withheld')) {
    readings.push(loose(cells(rows(['withheld', 'unavailable']))));
    readings.push(loose(cells(rows(['withheld', 'unavailable', 'declined']))));
    readings.push(loose(cells(rows(['withheld', 'unavailable', 'declined', 'closed']))));
  }
  return readings;
}

const DECIDED = ['upheld', 'corrected', 'other'] as const satisfies readonly RedressColumn[];

function redressReadings(claim: Claim): readonly Reading[] {
  const columns: readonly RedressColumn[] =
    claim.results.length > 0
      ? claim.results
      : claim.acts.includes('open')
        ? ['pending']
        : claim.outcomes.includes('other') || claim.outcomes.includes('closed.other')
          ? ['other']
          : claim.acts.includes('settled')
            ? DECIDED
            : ['total'];
  const cells = (groups: readonly RedressGroup[], of = columns): readonly CellPath[] =>
    groups.flatMap(group => of.map(name => `table4.${group}.${name}` as const));
  const suits: readonly RedressGroup[] =
    claim.routes.length === 0
      ? ['litigationDirect', 'litigationAfterReconsideration']
      : [
          ...(claim.routes.includes('direct') ? (['litigationDirect'] as const) : []),
          ...(claim.routes.includes('after') ? (['litigationAfterReconsideration'] as const) : []),
        ];
  const reviewed = claim.topics.includes('reconsideration');
  const sued = claim.topics.includes('litigation') || claim.routes.length > 0;
  const all = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'] as const;
  if (reviewed && sued && claim.routes.length === 0)
    return [strict(cells(all)), loose(cells(['reconsideration'])), loose(cells(suits))];
  if (sued) {
    const apart = claim.routes.length === 0 ? suits.map(group => strict(cells([group]))) : [];
    return [strict(cells(suits)), ...apart, ...(claim.results.length > 0 ? [loose(cells(all))] : [])];
  }
  const total = columns === DECIDED ? [loose(cells(['reconsideration'], ['total']))] : [];
  return [strict(cells(['reconsideration'])), ...total, ...(claim.results.length > 0 ? [loose(cells(all))] : [])];
}

/** 「公开行政处罚决定30条」 counts what was put on the site, not what was decided. */
const isOfPublishing = ({ acts, outcomes }: Claim) => acts.includes('publicised') || outcomes.includes('granted');

function documentReadings(claim: Claim, edition: Edition): readonly Reading[] {
  if (claim.money) return [];
  const columns =
    edition === '2021'
      ? ({ issued: 'issued', repealed: 'repealed', 'in-force': 'inForce', disclosed: 'issued' } as const)
      : ({ issued: 'made', repealed: undefined, 'in-force': 'total', disclosed: 'disclosed' } as const);
  const rows = claim.topics.map(topic => (topic === 'rule' ? 'regulatoryRule' : 'normativeDocument'));
  const cells = (name: string | undefined) =>
    name === undefined ? [] : rows.map(row => `table2.${row}.${name}` as CellPath);
  const stated = (['issued', 'repealed', 'in-force'] as const).filter(act => claim.acts.includes(act));
  const readings = stated.map(act => cells(columns[act])).filter(plus => plus.length > 0);
  if (stated.length > 0) return readings.map(isOfPublishing(claim) ? plus => loose(plus) : strict);
  return [loose(cells(columns.disclosed)), loose(cells(columns['in-force'])), loose(cells(columns.issued))];
}

function decisionReadings(claim: Claim, edition: Edition): readonly Reading[] {
  if (claim.money) return [];
  const cells = (name: string) => claim.topics.map(topic => `table2.${topic}.${name}` as CellPath);
  if (claim.acts.includes('decided') && !isOfPublishing(claim)) return [strict(cells('decisions'))];
  const items =
    edition === '2021' ? [] : [loose(cells('itemsLastYear')), loose([...cells('itemsLastYear'), ...cells('change')])];
  return [loose(cells('decisions')), ...items];
}

function feeReadings(claim: Claim, edition: Edition): readonly Reading[] {
  if (edition === '2021') return claim.money ? [strict(['table2.administrativeFee.amountWan'])] : [];
  if (claim.money) return [];
  return [
    loose(['table2.administrativeFee.itemsLastYear']),
    loose(['table2.administrativeFee.itemsLastYear', 'table2.administrativeFee.change']),
  ];
}

function procurementReadings(claim: Claim, edition: Edition): readonly Reading[] {
  if (edition === '2021') return [];
  return [claim.money ? strict(['table2.procurement.amount']) : loose(['table2.procurement.projects'])];
}
