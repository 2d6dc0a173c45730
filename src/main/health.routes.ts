import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';

const PATIENCE_MS = 2000;

async function answers(database: Database): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const clock = setTimeout(() => resolve(false), PATIENCE_MS);
  const asked = sql`select 1`.execute(database.queries).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(clock);
  }
}

/** `/healthz`: the process lives. `/readyz`: it can also serve, that is, the database answers. */
export function healthRoutes(server: FastifyInstance, database: Database) {
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const ready = await answers(database);
    return reply
      .header('cache-control', 'no-store')
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'database-unreachable' });
  });
}
