import { findFormCell } from '../../law/report-form/cells.ts';
import { SECTION_NAME } from '../../law/report-form/sections.ts';
import type { Figure } from '../rules/narrative/figure.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import type { Found } from './audit.ts';
import { placeOfSection } from './computed/section-place.ts';

const NAMES_SHOWN = 3;

function cellNames(figure: Figure): string {
  const paths = figure.cell === undefined ? [] : typeof figure.cell === 'string' ? [figure.cell] : figure.cell;
  const names = paths.slice(0, NAMES_SHOWN).map(path => findFormCell(path)?.name ?? path);
  return `“${names.join('＋')}”${paths.length > NAMES_SHOWN ? `等${String(paths.length)}格` : ''}`;
}

/** Own scope, clear words, and no sensible reading fits: beyond doubt. Anything less is a warning that says why. */
function foundIn(figure: Figure): Found {
  const own = figure.scope === 'own';
  const certain = own && figure.firm === true;
  const said = figure.unit === '' ? String(figure.value) : `${String(figure.value)}${figure.unit}`;
  const doubt = own
    ? certain
      ? ''
      : '，请核对两处口径是否相同'
    : '，正文没有写明是本机关还是全区域的数量，请核对统计范围';
  return {
    level: certain ? 'error' : 'warning',
    where: placeOfSection(figure.section),
    quote: figure.quote,
    message: `${SECTION_NAME[figure.section]}写“${said}”，表格中${cellNames(figure)}为${String(figure.expected)}，两者不一致${doubt}`,
    suggestion: `以登记台账为准，把正文的${said}或表格的${String(figure.expected)}改为同一个数；口径不同的，在正文中写明统计范围`,
    span: figure.around,
  };
}

/** E8: a number in the prose equals the cell it speaks of. */
export const narrativeFigures = defineAudit({
  id: 'narrative-figures',
  title: '正文中的数字与表格一致',
  basis: { source: 'report-form-2021' },
  needs: ['figures', 'sections', 'tables'],
  audit: ({ figures, sections, tables }) => {
    if (Object.values(sections).every(text => text === null))
      return notAssessable('报告中没有读到正文，无法与表格核对');
    if (Object.values(tables).every(state => state === 'absent'))
      return notAssessable('报告中没有读到表格，正文中的数字无从核对');
    return checked(figures.filter(({ state }) => state === 'contradicted').map(foundIn));
  },
});
