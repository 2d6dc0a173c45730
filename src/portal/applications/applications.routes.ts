import type { FastifyInstance } from 'fastify';
import { answeredRoutes } from './answered/answered-routes.ts';
import type { ApplicationsDeps } from './applications-deps.ts';
import { formRoutes } from './form/form-routes.ts';
import { sendRoutes } from './form/send-routes.ts';
import { guideRoutes } from './guide/guide-routes.ts';
import { receiptRoutes } from './receipt/receipt-routes.ts';
import { statusRoutes } from './status/status-routes.ts';

/** Every address of 依申请公开. */
export function applicationRoutes(server: FastifyInstance, deps: ApplicationsDeps): void {
  guideRoutes(server, deps);
  formRoutes(server, deps);
  sendRoutes(server, deps);
  receiptRoutes(server, deps);
  statusRoutes(server, deps);
  answeredRoutes(server, deps);
}
