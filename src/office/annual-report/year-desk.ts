import type { FastifyReply, FastifyRequest } from 'fastify';
import { compileReport } from '../../annual-report/actions/compile-report.ts';
import type { CompiledReport } from '../../annual-report/actions/compile-report.ts';
import type { ReportYear } from '../../annual-report/rules/report-year.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { formTitle } from '../../views/form/form-page.ts';
import { EMPTY_FORM, valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import type { Crumb } from '../../views/page-frame/page-frame.ts';
import { NotFound } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { officePage } from '../page.ts';
import type { OfficePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { ANNUAL_REPORT_PATH, yearPath } from './annual-report-paths.ts';

/** A year that the officer's agency has begun. */
export type Begun = CompiledReport & { readonly state: ReportYear };
export type ByYear = { readonly Params: { readonly year: string } };

export const YEARS_CRUMBS: readonly Crumb[] = [{ text: '年度报告', href: ANNUAL_REPORT_PATH }];
export const crumbsOf = (year: number): readonly Crumb[] => [
  ...YEARS_CRUMBS,
  { text: `${year} 年度报告`, href: yearPath(year) },
];

/** The version that a form of the desk was made for. */
export const versionIn = (values: FormValues): number => Number(valueOf({ values }, 'version'));

/** The year of the address, begun by the officer's agency; else there is no such page. */
export async function begunYear(
  { database, today }: Pick<DeskDeps, 'database' | 'today'>,
  officer: Officer,
  text: string,
): Promise<Begun> {
  const compiled = /^\d{4}$/.test(text)
    ? await compileReport(database.queries, officer.agency, Number(text), today())
    : null;
  if (compiled?.ok !== true) throw new NotFound();
  const { state } = compiled.value;
  if (state === null) throw new NotFound();
  return { ...compiled.value, state };
}

/** A page of the desk; one with problems says so in title and status. */
export async function sendYearPage(
  { setting }: Pick<DeskDeps, 'setting'>,
  request: FastifyRequest,
  reply: FastifyReply,
  page: OfficePage,
  state: FormState = EMPTY_FORM,
): Promise<FastifyReply> {
  const shown = officePage(await setting(request), { ...page, title: formTitle(page.title, state) });
  return sendPage(reply, shown, state.problems.length > 0 ? 422 : 200);
}
