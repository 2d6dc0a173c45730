import { readSettings } from '../people/store/setting.register.store.ts';
import { listAgencies } from '../people/store/agency.register.store.ts';
import type { Queries } from '../platform/database/pool.ts';
import type { PackageMessage, Sender } from '../platform/outbox/message.ts';
import type { Sealing } from '../platform/sealing/sealing.ts';
import { createPackageHook } from '../platform/web-hook/package-hook.ts';
import type { PackageHookConfiguration } from '../platform/web-hook/package-hook.ts';
import type { ExchangeDeps } from '../publishing/actions/make-package.ts';
import type { PictureDeps } from '../publishing/actions/make-pictures.ts';
import { pushPackage } from '../publishing/actions/push-package.ts';
import type { PushDeps } from '../publishing/actions/push-package.ts';
import { openExchangeKey } from '../publishing/store/exchange-key.store.ts';
import { registrationsOf, SITE_REGISTRATIONS } from '../portal/site-settings.ts';

type World = PictureDeps & {
  readonly sealing: Sealing;
  readonly publicAddress: string | null;
  readonly today: () => Temporal.PlainDate;
};

async function siteOf(queries: Queries, publicAddress: string | null): Promise<ExchangeDeps['site']> {
  const [agencies, registered] = [await listAgencies(queries), await readSettings(queries, SITE_REGISTRATIONS, null)];
  return {
    name: agencies.find(({ parent }) => parent === null)?.name ?? '政务公开平台',
    origin: publicAddress === null ? null : new URL(publicAddress).origin,
    code: registrationsOf(registered).siteCode,
  };
}

/** What making packages needs: the key that signs them, and what they say of the site. */
export async function exchangeDepsOf(world: World): Promise<ExchangeDeps & { readonly sealing: Sealing }> {
  const [key, site] = [
    await openExchangeKey(world.queries, world.sealing),
    await siteOf(world.queries, world.publicAddress),
  ];
  return { ...world, key, site };
}

/** The way of packages out of the outbox. */
export function createPackageSender(
  world: Omit<PushDeps, 'post'>,
  configuration: PackageHookConfiguration,
): Sender<PackageMessage> {
  const post = createPackageHook(configuration);
  return { send: message => pushPackage({ ...world, post }, message.package), close: () => {} };
}
