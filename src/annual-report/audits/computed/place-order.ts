import { FORM_CELLS } from '../../../law/report-form/cells.ts';
import type { AuditFinding } from '../audit.ts';

/** Where things stand in a report, from the title down; a table stands behind the prose of its section. */
const PLACES = [
  'title',
  'report',
  'preface',
  'section1',
  'section2',
  'table2',
  'section3',
  'table3',
  'section4',
  'table4',
];
const LAST_PLACES = ['section5', 'section6'];
const STEP = 1000;

function orders(): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  for (const [index, place] of [...PLACES, ...LAST_PLACES].entries()) order.set(place, index * STEP);
  for (const cells of [FORM_CELLS['2019'], FORM_CELLS['2021']])
    for (const [index, { path, table }] of cells.entries()) order.set(path, (order.get(table) ?? 0) + 1 + index);
  return order;
}
const ORDER = orders();
const LEVEL_ORDER = { error: 0, warning: 1, notice: 2 } as const;

/** The order of a place; of a row or column (`table3.enterprise`) that of its table. */
function orderOf(where: string): number {
  return (
    ORDER.get(where) ?? ORDER.get(`${where}.total`) ?? ORDER.get(where.split('.', 1)[0]!) ?? Number.MAX_SAFE_INTEGER
  );
}

/** Order of findings: by place in the report, then the more serious first, then by place in the text. */
export function byPlace(a: AuditFinding, b: AuditFinding): number {
  return (
    orderOf(a.where) - orderOf(b.where) ||
    LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level] ||
    (a.span?.start ?? 0) - (b.span?.start ?? 0)
  );
}
