import type { ActionDeps } from '../../applications/actions/deps.ts';
import type { ReadUploads } from '../../platform/files/read-uploads.ts';
import type { Scanner } from '../../platform/files/scanner.ts';
import type { FormGuard } from '../../platform/form-guard/form-guard.ts';
import type { RateLimiter } from '../../platform/rate-limit/rate-limiter.ts';
import type { Press } from '../../platform/press/press.ts';
import type { Setting } from '../page.ts';
import type { PublicIndex } from '../public-search/public-index.ts';

/** What the pages of 依申请公开 need of the world. */
export type ApplicationsDeps = {
  readonly setting: Setting;
  readonly actions: ActionDeps;
  readonly readUploads: ReadUploads;
  readonly scanner: Scanner;
  /** Makes receipts, blank forms and letters. */
  readonly press: Press;
  readonly guard: FormGuard;
  readonly index: PublicIndex;
  readonly limiter: RateLimiter;
  /** How the site is reached from outside; null where nobody said. */
  readonly publicAddress: string | null;
};
