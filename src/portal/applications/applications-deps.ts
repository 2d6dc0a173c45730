import type { ActionDeps } from '../../applications/actions/deps.ts';
import type { FormTexts, ReadUploads } from '../../platform/files/read-uploads.ts';
import type { Scanner } from '../../platform/files/scanner.ts';
import type { Press } from '../../platform/press/press.ts';
import type { Html } from '../../views/html/html.ts';
import type { Setting } from '../page.ts';
import type { PublicIndex } from '../public-search/public-index.ts';

/** Keeps machines that fill in forms by the thousand away, without any foreign service and without asking people to prove anything. */
export type FormGuard = {
  /** What the form carries unseen. */
  readonly fields: () => Html;
  /** One sentence where the form does not look filled in by a person; null where it does. */
  readonly refusalOf: (fields: Pick<FormTexts, 'text'>) => string | null;
};

/** Whether one address may try once more; a wrong try is never told from a right one by it. */
export type TryLimit = (address: string) => Promise<{ readonly allowed: boolean; readonly retryAfterSeconds: number }>;

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
  /** How often one address may send a form, and how often it may ask with a code and a password. */
  readonly limits: { readonly send: TryLimit; readonly ask: TryLimit };
  /** How the site is reached from outside; null where nobody said. */
  readonly publicAddress: string | null;
};
