import type { ActionDeps } from '../../applications/actions/deps.ts';
import type { AttachmentReader } from '../../publishing/examination/attachment-reader.ts';
import type { PictureMaker } from '../../publishing/examination/picture-maker.ts';
import type { AskPublic } from '../../publishing/rules/public-places.ts';
import type { RateLimiter } from '../../platform/rate-limit/rate-limiter.ts';

/** What the daily jobs may use: acts as the system, and the messages that they queue. */
export type JobDeps = ActionDeps & {
  readonly limiter: RateLimiter;
  /** How the site is reached from outside, for links in messages; null where nobody said. */
  readonly publicAddress: string | null;
  /** Asks an address of the portal as a reader would. */
  readonly askPublic: AskPublic;
  /** Reads attachments again where the readers have learnt something since. */
  readonly reader: AttachmentReader;
  readonly pictureMaker: PictureMaker;
  /** Whether packages are pushed to the platform of the province. */
  readonly pushesPackages: boolean;
};
