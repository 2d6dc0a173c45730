import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BoardLine } from '../../annual-report/rules/collection/board.ts';
import type { ReportRound } from '../../annual-report/rules/collection/report-round.ts';
import type { RoundEntry } from '../../annual-report/rules/collection/round-log.ts';
import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { FormState } from '../../views/form/form-state.ts';
import type { Crumb } from '../../views/page-frame/page-frame.ts';
import type { OfficePage } from '../page.ts';
import type { RoundRoom } from './round-room.ts';

/** A round as the desk shows it. */
export type OpenedRound = {
  readonly log: readonly RoundEntry[];
  readonly round: ReportRound;
  readonly agencies: readonly Agency[];
  readonly names: ReadonlyMap<AgencyCode, string>;
  readonly board: readonly BoardLine[];
};

/** What the pages of a round share. */
export type RoundDesk = {
  readonly room: RoundRoom;
  /** The round of an officer's office on a year; else there is no such page. */
  readonly boardIn: (of: { readonly year: number; readonly officer: Officer }) => Promise<OpenedRound>;
  readonly crumbsOf: (year: number) => readonly Crumb[];
  readonly send: (
    request: FastifyRequest,
    reply: FastifyReply,
    page: OfficePage,
    state?: FormState,
  ) => Promise<FastifyReply>;
  readonly goOnTo: (
    request: FastifyRequest,
    reply: FastifyReply,
    to: string,
    sentence: string,
    lines?: readonly string[],
  ) => FastifyReply;
};
