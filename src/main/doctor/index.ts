import type { Check } from './check.ts';
import { journalCheck } from './journal-check.ts';
import { migrationCheck } from './migration-check.ts';

/** Everything that `gongkai doctor` looks at, in this order. */
export const CHECKS: readonly Check[] = [migrationCheck, journalCheck];
