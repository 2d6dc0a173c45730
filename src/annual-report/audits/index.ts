import type { Audit } from './audit.ts';
import { intakeBalance } from './intake-balance.ts';
import { redressSum } from './redress-sum.ts';
import { rowSum } from './row-sum.ts';
import { settledSum } from './settled-sum.ts';

/** Every audit, in the order in which a person would go through the report. */
export const AUDITS: readonly Audit[] = [rowSum, settledSum, intakeBalance, redressSum];
