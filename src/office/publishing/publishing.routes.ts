import type { FastifyInstance } from 'fastify';
import { catalogueRoutes } from './catalogue/catalogue.routes.ts';
import { columnRoutes } from './columns/columns.routes.ts';
import { editionRoutes } from './editions/editions.routes.ts';
import { gateRoutes } from './gates/gates.routes.ts';
import { editRoutes } from './item/edit.routes.ts';
import { importsRoutes } from './imports/imports.routes.ts';
import { gazetteRoutes } from './gazette/gazette.routes.ts';
import { itemRoutes } from './item/item.routes.ts';
import { listRoutes } from './list/list.routes.ts';
import { secrecyMonthRoutes } from './secrecy-months/month.routes.ts';
import { maskingRoutes } from './masking/masking.routes.ts';
import type { PublishingDeskDeps } from './publishing-deps.ts';

/** 主动公开: the lists, each item with its gates and its reviews, what becomes of it once it is public. */
export function publishingRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  listRoutes(server, deps);
  editRoutes(server, deps);
  secrecyMonthRoutes(server, deps);
  importsRoutes(server, deps);
  itemRoutes(server, deps);
  gateRoutes(server, deps);
  maskingRoutes(server, deps);
  editionRoutes(server, deps);
  columnRoutes(server, deps);
  catalogueRoutes(server, deps);
  gazetteRoutes(server, deps);
}
