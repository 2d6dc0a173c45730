import type { RoundReader } from '../../annual-report/actions/rounds/round-reader.ts';
import type { ReportImportDeps } from '../annual-report/import.routes.ts';

/** What the desk that collects reports needs besides what those of the annual report get. */
export type ReportRoundDeskDeps = ReportImportDeps & { readonly roundReader: RoundReader };
