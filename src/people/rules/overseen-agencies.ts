import type { Agency, AgencyCode } from './agency.ts';

type Node = Pick<Agency, 'code' | 'kind' | 'parent'>;

function below(top: AgencyCode, agencies: readonly Node[]): readonly AgencyCode[] {
  const found = new Set<AgencyCode>([top]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { code, parent } of agencies) if (parent !== null && found.has(parent)) found.add(code);
  }
  return [...found];
}

/**
 * The agencies that an agency supervises (政府信息公开条例 Art. 3): the office of a government does so for that government, which
 * is among them; every other agency for those below itself.
 */
export function overseenAgencies(code: AgencyCode, agencies: readonly Node[]): readonly AgencyCode[] {
  const agency = agencies.find(candidate => candidate.code === code);
  if (agency === undefined) return [];
  const above = agencies.find(candidate => candidate.code === agency.parent);
  const top = agency.kind === 'government-office' && above?.kind === 'government' ? above.code : code;
  return below(top, agencies).filter(candidate => candidate !== code);
}

/** Whether an agency is the uppermost one here, or the office of the uppermost government: it speaks for the installation. */
export function isUppermost(code: AgencyCode, agencies: readonly Node[]): boolean {
  const agency = agencies.find(candidate => candidate.code === code);
  if (agency === undefined) return false;
  const above = agencies.find(candidate => candidate.code === agency.parent);
  return above === undefined || (agency.kind === 'government-office' && above.parent === null);
}
