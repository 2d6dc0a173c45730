import type { FastifyRequest } from 'fastify';
import type { SearchIndex } from '../publishing/search-index/search-index.ts';
import type { Queries } from '../platform/database/pool.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Press } from '../platform/press/press.ts';
import type { MemoryLimiter } from '../platform/rate-limit/memory-limiter.ts';
import type { RateLimiter } from '../platform/rate-limit/rate-limiter.ts';
import type { PictureMaker } from '../publishing/examination/picture-maker.ts';
import type { PublicList } from '../publishing/public-list/public-list.ts';
import type { PageCache } from './page-cache.ts';
import type { Setting } from './page.ts';
import type { SiteMemory } from './site-memory.ts';

/** What the pages of what is published need. */
export type PublishingDeps = {
  readonly setting: Setting;
  readonly queries: Queries;
  readonly files: FileStore;
  readonly press: Press;
  readonly pictureMaker: PictureMaker;
  readonly site: SiteMemory;
  readonly list: PublicList;
  readonly index: SearchIndex;
  readonly cache: PageCache;
  readonly limiter: RateLimiter;
  /** For pages that people ask for, counted in this process. */
  readonly pageLimiter: MemoryLimiter;
  readonly publicAddress: string | null;
  readonly now: () => Temporal.Instant;
  readonly today: () => Temporal.PlainDate;
};

/** Protocol and host under which the site is asked for: what was configured, else what the request says. */
export function originOf({ publicAddress }: Pick<PublishingDeps, 'publicAddress'>, request: FastifyRequest): string {
  return publicAddress === null ? `${request.protocol}://${request.host}` : new URL(publicAddress).origin;
}
