import type { FastifyRequest } from 'fastify';
import type { Setting } from '../people/rules/setting.ts';
import type { Database } from '../platform/database/database.ts';
import type { Federation } from '../platform/federation/federation.ts';
import type { Sealing } from '../platform/sealing/sealing.ts';
import type { OfficeAssets } from './assets.ts';
import type { OfficeSetting } from './page.ts';

/** What the office needs of the world. Desks that need more ask for it besides. */
export type OfficeDeps = {
  readonly database: Database;
  readonly sealing: Sealing;
  readonly assets: OfficeAssets;
  readonly now: () => Temporal.Instant;
  readonly today: () => Temporal.PlainDate;
  /** How the site is reached from outside, such as `https://zwgk.example.cn`; null where nobody said. */
  readonly publicAddress: string | null;
  /** 统一身份认证; null where none is configured. */
  readonly federation: Federation | null;
  /** Every setting that an administrator may answer, of all parts of the system. */
  readonly settings: readonly Setting[];
  /** What the journal's events are called, of all parts of the system. */
  readonly eventNames: Readonly<Record<string, string>>;
};

/** What a desk gets: the same, and what every page needs besides its content. */
export type DeskDeps = OfficeDeps & { readonly setting: (request: FastifyRequest) => Promise<OfficeSetting> };
