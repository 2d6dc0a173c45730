import type { Finding } from '../../../proofreading/finding.ts';
import type { OrderedFinding, Rechecked } from './rectification-log.ts';

/**
 * Holds what was ordered to be mended against what the audits find now. A figure or a word that was replaced by another wrong one is
 * another finding with another fingerprint: the same audit at the same place says that nothing was mended.
 */
export function recheck(ordered: readonly OrderedFinding[], found: readonly Finding[]): readonly Rechecked[] {
  const waived = new Set(found.filter(one => one.waived !== undefined).map(({ fingerprint }) => fingerprint));
  const standing = found.filter(one => one.waived === undefined);
  return ordered.map(({ fingerprint, audit, where }) => {
    if (waived.has(fingerprint)) return { fingerprint, verdict: 'waived' };
    const stands = standing.some(
      one => one.fingerprint === fingerprint || (one.audit === audit && one.where === where),
    );
    return { fingerprint, verdict: stands ? 'stands' : 'mended' };
  });
}
