import type { FastifyRequest } from 'fastify';
import type { RoundRefusal } from '../../annual-report/rules/collection/admit.ts';
import type { Agency } from '../../people/rules/agency.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { actRefusalText } from '../../people/rules/refusal.ts';
import type { FieldProblem } from '../../people/rules/refusal.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { Forbidden, NotFound, officerOf } from '../gate/visit.ts';
import type { ReportRoundDeskDeps } from './report-round-deps.ts';

export type ByYear = { readonly Params: { readonly year: string } };

const WORDS = { notFound: '没有找到，请刷新页面核对', overtaken: '其他人已经办理，请刷新页面核对' };

/** A refusal as the problems of a form; what belongs to no field stands at the one given. */
export function problemsOf(refusal: RoundRefusal, field: string): readonly FieldProblem[] {
  return refusal.kind === 'unusable' ? refusal.problems : [{ field, message: actRefusalText(refusal, WORDS) }];
}

/** The year of an address; else there is no such page. */
export function yearIn(request: FastifyRequest): number {
  const { year } = request.params as ByYear['Params'];
  if (!/^\d{4}$/.test(year)) throw new NotFound();
  return Number(year);
}

/** Who may be at this desk, and whose reports are collected here. */
export type RoundRoom = {
  /** An officer of an office that supervises, who may look. */
  readonly readerOf: (request: FastifyRequest) => Officer;
  /** One who may collect. */
  readonly collectorOf: (request: FastifyRequest) => Officer;
  /** The agencies of the office's area that report, itself among them. The government reports the sum of all. */
  readonly listArea: (officer: Officer) => Promise<readonly Agency[]>;
};

export function createRoundRoom({ database }: Pick<ReportRoundDeskDeps, 'database'>): RoundRoom {
  const officerWhere = (request: FastifyRequest, abilities: readonly ('collect-reports' | 'oversee')[]): Officer => {
    const officer = officerOf(request);
    if (!abilities.some(ability => may(officer, ability, officer.agency))) throw new Forbidden('collect-reports');
    if (officer.oversees.length === 0) throw new NotFound();
    return officer;
  };
  return {
    readerOf: request => officerWhere(request, ['collect-reports', 'oversee']),
    collectorOf: request => officerWhere(request, ['collect-reports']),
    listArea: async officer => {
      const known = new Set([officer.agency, ...officer.oversees]);
      return (await listAgencies(database.queries)).filter(
        ({ code, kind }) => known.has(code) && kind !== 'government',
      );
    },
  };
}
