import { sql } from 'kysely';
import type { Database } from './database.ts';
import { openPool } from './pool.ts';
import type { Queries } from './pool.ts';
import { codeOf, DatabaseRefusal } from './refusal.ts';

const LEAST_VERSION = 15;

const NOT_AN_ADDRESS =
  'DATABASE_URL 不是数据库地址；请写成 postgresql://用户名:密码@主机:5432/数据库名，密码中的特殊字符须按网址规则转写';

function refusalOf(error: unknown): unknown {
  const refusal = (sentence: string) => new DatabaseRefusal(sentence, { cause: error });
  switch (codeOf(error)) {
    case 'ERR_INVALID_URL':
    case 'ERR_SOCKET_BAD_PORT':
      return refusal(NOT_AN_ADDRESS);
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return refusal('连接不上 DATABASE_URL 所指的数据库服务器；请确认它已启动，地址和端口无误');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return refusal('找不到 DATABASE_URL 所指的主机；请核对主机名');
    case '28P01':
    case '28000':
      return refusal('数据库服务器拒绝登录；请核对 DATABASE_URL 中的用户名和密码');
    case '3D000':
      return refusal('DATABASE_URL 所指的数据库不存在；请先在服务器上建立（编码 UTF8）');
    case '53300':
      return refusal('数据库服务器的连接数已用完；请增大 max_connections 或关闭其他程序');
    case undefined:
      return error instanceof Error && /timeout|terminated/i.test(error.message)
        ? refusal('数据库服务器没有应答；请确认 DATABASE_URL 的地址和端口无误')
        : error;
    default:
      return error;
  }
}

async function readServer(queries: Queries): Promise<{ version: number; encoding: string }> {
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::int / 10000 as version,
           current_setting('server_encoding') as encoding`.execute(queries);
  return rows[0]!;
}

/** Opens the database behind `DATABASE_URL`. Refuses what cannot be reached, entered, or does not keep text as UTF-8. */
export async function openServer(url: string): Promise<Database> {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new DatabaseRefusal(NOT_AN_ADDRESS);
  const queries = openPool({ connectionString: url });
  try {
    const { version, encoding } = await readServer(queries);
    if (encoding !== 'UTF8')
      throw new DatabaseRefusal(`数据库的编码是 ${encoding}；请另建一个编码为 UTF8 的数据库，改写 DATABASE_URL`);
    const notices =
      version < LEAST_VERSION
        ? [`数据库服务器的版本号是 ${version}，低于测试过的 PostgreSQL ${LEAST_VERSION}；请先在副本上试用`]
        : [];
    return { kind: 'server', queries, notices, close: () => queries.destroy() };
  } catch (error) {
    await queries.destroy();
    throw refusalOf(error);
  }
}
