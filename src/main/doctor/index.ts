import type { Check } from './check.ts';
import { fileCheck } from './file-check.ts';
import { journalCheck } from './journal-check.ts';
import { keyCheck } from './key-check.ts';
import { migrationCheck } from './migration-check.ts';

/** Everything that `gongkai doctor` looks at, in this order. */
export const CHECKS: readonly Check[] = [migrationCheck, journalCheck, keyCheck, fileCheck];
