import type { AgencyCode } from '../../people/rules/agency.ts';
import type { RequestedInformation } from './applicant.ts';
import type { CaseKind, Entry } from './application-log.ts';
import type { Application } from './fold.ts';
import type { ApplicationId } from './ids.ts';

export const NOTIFY_BY = ['email', 'sms'] as const;
export type NotifyBy = (typeof NOTIFY_BY)[number];

/** What was registered and does not change (登记, Art. 45). */
export type Registration = {
  readonly id: ApplicationId;
  readonly agency: AgencyCode;
  readonly year: number;
  /** Gapless within agency and year. */
  readonly number: number;
  readonly caseKind: CaseKind;
  readonly queryCode: string;
  readonly requested: RequestedInformation;
  /** Art. 43: help that the applicant asked for. */
  readonly assistance: string | null;
  readonly notifyBy: NotifyBy | null;
  readonly lodgedAt: Temporal.Instant;
};

/** An application with its log and what the log says. */
export type CaseFile = {
  readonly registration: Registration;
  readonly log: readonly Entry[];
  readonly application: Application;
};

/** 登记编号 as people write and say it: 2026-0012. */
export function registrationNumber({ year, number }: Pick<Registration, 'year' | 'number'>): string {
  return `${year}-${String(number).padStart(4, '0')}`;
}

/** The year and number of a 登记编号, or undefined where the text is none. */
export function findRegistrationNumber(text: string): { readonly year: number; readonly number: number } | undefined {
  const match = /^(\d{4})-(\d{4,7})$/.exec(text.trim());
  return match === null ? undefined : { year: Number(match[1]), number: Number(match[2]) };
}
