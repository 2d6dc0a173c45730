import type { Result } from '../../kernel/result.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import { doneOr, openTestInstallation, refusedWith } from '../../people/testing/installation.ts';
import type { TestInstallation } from '../../people/testing/installation.ts';
import { lodgeApplication } from '../actions/lodge-application.ts';
import type { Lodged, Lodging } from '../actions/lodge-application.ts';
import type { Party } from '../actions/deps.ts';
import type { Refusal } from '../rules/refusal.ts';
import { refusalText } from '../rules/refusal.ts';
import { CITIZEN, lodgingAt, OFFICE } from './lodgings.ts';

export { CITIZEN, lodgingAt, OFFICE };
export const SCHOOLS = getAgencyCode('990101-002');

/** An installation for tests of acts on applications. */
export type Acting = TestInstallation;
export const openActing: (day: string) => Promise<Acting> = openTestInstallation;

/** What an act gave; a test that expects it to be done fails with the refusal's own words. */
export const done = <Value>(result: Result<Value, Refusal>): Value => doneOr(result, refusalText);

/** The words of a refusal; a test that expects one fails where the act was done. */
export const refused = <Value>(result: Result<Value, Refusal>): string => refusedWith(result, refusalText);

/** Lodges an application as an applicant or an officer does. */
export async function lodge(
  acting: Acting,
  altered: Partial<Lodging> = {},
  party: Party = { kind: 'applicant' },
): Promise<Lodged> {
  return done(await lodgeApplication(acting.deps, party, lodgingAt(acting.today(), altered)));
}
