import type { Waiver } from '../../annual-report/rules/waiver.ts';

/** What was typed beside the findings: whole waivers, and the first one that lacks a name or a reason. */
export type WaiverForm = {
  readonly waivers: readonly Waiver[];
  readonly problem?: { readonly fingerprint: string; readonly message: string };
};

const FIELD = /^(?:by|reason)-(?<fingerprint>[0-9a-f]{16})$/;

/** Every finding beside which a name or a reason was typed becomes a waiver of today; both are needed. */
export function readWaiverForm(body: Readonly<Record<string, unknown>>, today: Temporal.PlainDate): WaiverForm {
  const typed = (name: string) => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const touched = Object.keys(body).flatMap(name => {
    const fingerprint = FIELD.exec(name)?.groups?.['fingerprint'];
    return fingerprint === undefined || typed(name) === '' ? [] : [fingerprint];
  });
  const candidates = [...new Set(touched)].map(fingerprint => ({
    fingerprint,
    by: typed(`by-${fingerprint}`),
    reason: typed(`reason-${fingerprint}`),
    on: today.toString(),
  }));
  const incomplete = candidates.find(({ by, reason }) => by === '' || reason === '');
  return {
    waivers: candidates.filter(({ by, reason }) => by !== '' && reason !== ''),
    ...(incomplete === undefined
      ? {}
      : { problem: { fingerprint: incomplete.fingerprint, message: '请同时写上核对人和理由' } }),
  };
}
