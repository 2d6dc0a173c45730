import type { FastifyInstance } from 'fastify';
import { caseRoutes } from './case/case.routes.ts';
import { deskRoutes } from './desk/desk.routes.ts';
import { intakeRoutes } from './intake/intake.routes.ts';
import { letterRoutes } from './letters/letters.routes.ts';
import type { LetterDeskDeps } from './letters/letters.routes.ts';

/** 依申请公开: the lists, the intake, each case with its acts and its letters. */
export function applicationRoutes(server: FastifyInstance, deps: LetterDeskDeps) {
  deskRoutes(server, deps);
  intakeRoutes(server, deps);
  caseRoutes(server, deps);
  letterRoutes(server, deps);
}
