import type { AgencyCode } from './agency.ts';
import type { Delegation } from './delegation.ts';
import type { Role } from './role.ts';
import type { StaffId } from './staff-id.ts';

/** Somebody who works for an agency, as they are today: with their roles and those they act for. */
export type Officer = {
  readonly id: StaffId;
  readonly name: string;
  readonly agency: AgencyCode;
  readonly roles: readonly Role[];
  /** Delegations to this officer that are in force today. */
  readonly actingFor: readonly Delegation[];
  /** The agencies that the officer's agency supervises; empty where it supervises none. */
  readonly oversees: readonly AgencyCode[];
};
