import type { Balance } from '../../../law/report-form/balances.ts';
import { BALANCES } from '../../../law/report-form/balances.ts';
import type { CellPath } from '../../../law/report-form/cells.ts';
import type { Found, ReportFacts, Verdict } from '../audit.ts';
import { checked, notAssessable } from '../audit.ts';
import { balanceStateOf } from './balance-state.ts';
import type { BalanceState } from './balance-state.ts';
import { cellName, lineName } from './cell-name.ts';
import { enumerated } from './enumeration.ts';
import { listMendings } from './mending.ts';
import type { Mending } from './mending.ts';

type Facts = Pick<ReportFacts, 'cells' | 'edition' | 'tables'>;
type Broken = Extract<BalanceState, { kind: 'broken' }>;

/** How an audit words a broken equality: what stands there, what is wrong, and what the sum would ask for. */
export type Wording = (balance: Balance, state: Broken) => Pick<Found, 'quote' | 'message' | 'suggestion'>;

function mendedBy(balance: Balance, mendings: readonly Mending[]): string | undefined {
  const mending = mendings.find(({ mends }) => mends.includes(balance));
  if (mending === undefined) return undefined;
  return `如将“${cellName(mending.path)}”由${mending.from}改为${mending.to}，${mending.mends.length}处不平的勾稽即全部成立，请先核对这一格`;
}

/** Judges all equalities of one kind. Rows that could not be read are named, and the rest stands. */
export function balanceVerdict(facts: Facts, kind: Balance['kind'], wording: Wording): Verdict {
  const table = kind === 'redress-sum' ? 'table4' : 'table3';
  if (facts.tables[table] === 'absent')
    return notAssessable(`没有读到第${table === 'table3' ? '三' : '四'}部分的表格，无法核对勾稽关系`);
  const balances: readonly Balance[] = BALANCES[facts.edition];
  const states = balances
    .filter(balance => balance.kind === kind)
    .map(balance => ({ balance, state: balanceStateOf(facts, balance) }));
  const broken = states.flatMap(({ balance, state }) => (state.kind === 'broken' ? [{ balance, state }] : []));
  const mendings = broken.length > 0 ? listMendings(facts) : [];
  const found = broken.map(({ balance, state }): Found => {
    const { quote, message, suggestion } = wording(balance, state);
    const mend = mendedBy(balance, mendings) ?? suggestion;
    const empty =
      state.empty.length === 0 ? '' : `（其中${enumerated(state.empty.map(cellName), '格')}没有填写，按0计算）`;
    return {
      level: state.certain ? 'error' : 'warning',
      where: balance.where,
      quote,
      message: message + empty,
      cells: [...balance.left, ...balance.right],
      ...(mend === undefined ? {} : { suggestion: mend }),
    };
  });
  const unread = states.flatMap(({ state }): readonly CellPath[] => (state.kind === 'unknown' ? state.cells : []));
  if (unread.length === 0) return checked(found);
  const open = states.filter(({ state }) => state.kind === 'unknown').length;
  const lines = enumerated([...new Set(unread.map(lineName))], '行');
  const why = `${lines}没有读准（缺行、缺格或空格丢失），相关的${open}处勾稽未能核对`;
  return open === states.length ? notAssessable(why) : checked(found, [why]);
}
