import type { FastifyInstance } from 'fastify';
import { openExamination } from '../../annual-report/examination/examination.ts';
import { openPress } from '../../platform/press/press.ts';
import { openRedaction } from '../../platform/redaction/redaction.ts';
import { openWebSource } from '../../platform/web-source/web-source.ts';
import { openAttachmentReader } from '../../publishing/examination/attachment-reader.ts';
import { openDocumentReader } from '../../publishing/examination/document-reader.ts';
import { openImportReader } from '../../publishing/examination/import-reader.ts';
import { openPictureMaker } from '../../publishing/examination/picture-maker.ts';
import { Refusal } from '../../cli/command.ts';
import type { Command } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { SAMPLE_PASSWORD, SAMPLE_STAFF } from '../../../sample/qingchuan/staff.ts';
import { createFirstAdministrator } from '../../people/actions/first-administrator.ts';
import type { FirstAdministrator } from '../../people/actions/first-administrator.ts';
import { ROLE_NAME } from '../../people/rules/role.ts';
import { findInstallationFact } from '../../platform/database/installation-facts.ts';
import { createScanner } from '../../platform/files/scanner.ts';
import { openFederation } from '../../platform/federation/federation.ts';
import { createRateLimiter } from '../../platform/rate-limit/rate-limiter.ts';
import { createCalendarSource } from '../../applications/store/working-calendar.register.store.ts';
import { createAskPublic } from '../ask-public.ts';
import { startBackground } from '../background.ts';
import { configurationFrom, openFiles, openMigrated, openSealed, today } from '../installation.ts';
import { loadSample, SAMPLE_FACT } from '../load-sample.ts';
import { buildServer } from '../server.ts';

const FIRST_PORT = 8080;
const LAST_PORT = 8179;

function readPort(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Refusal(`端口“${text}”不对，请写 1 到 65535 的整数`);
  return port;
}

async function tryToListen(server: FastifyInstance, host: string, port: number): Promise<boolean> {
  try {
    await server.listen({ host, port, listenTextResolver: address => address });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return false;
    if (code === 'EACCES') throw new Refusal(`没有权限使用端口 ${port}，请换一个 1024 以上的端口`);
    if (code === 'EADDRNOTAVAIL') throw new Refusal(`本机没有地址 ${host}，请检查 GONGKAI_HOST`);
    throw error;
  }
}

/** The port asked for, or 8080, or the next free one. */
async function listen(server: FastifyInstance, host: string, asked: number | null): Promise<number> {
  if (asked !== null) {
    if (await tryToListen(server, host, asked)) return asked;
    throw new Refusal(`端口 ${asked} 已被占用，请用 --port 换一个，或者不写端口由系统选择`);
  }
  for (let port = FIRST_PORT; port <= LAST_PORT; port += 1) if (await tryToListen(server, host, port)) return port;
  throw new Refusal(`端口 ${FIRST_PORT} 到 ${LAST_PORT} 都被占用，请用 --port 指定一个空闲端口`);
}

/** Waits for the first SIGINT or SIGTERM; a second one ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let seen = false;
      process.on(signal, () => {
        if (seen) process.exit(1);
        seen = true;
        resolve();
      });
    }
  });
}

/** Answers under way get this long to be taken; a reader that has stopped reading must not keep the program from ending. */
const DRAIN_MS = 5_000;

async function closeServer(server: FastifyInstance): Promise<void> {
  const drained = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS);
  await server.close();
  clearTimeout(drained);
}

function firstAdministratorLines({ username, oneTimePassword }: FirstAdministrator): readonly string[] {
  return [`  首次启动　系统管理员账号 ${username}，一次性密码 ${oneTimePassword}（只显示这一次，登录后必须修改）`];
}

function sampleAccountLines(): readonly string[] {
  const accounts = SAMPLE_STAFF.map(
    ({ username, agency, roles }) => `    ${username}　${agency}　${roles.map(role => ROLE_NAME[role]).join('、')}`,
  );
  return [`  演示账号　密码都是 ${SAMPLE_PASSWORD}`, ...accounts];
}

export const serve: Command = {
  name: 'serve',
  usage: 'serve [--data 文件夹] [--port 端口] [--sample]',
  summary: '启动网站（--sample 先载入虚构的示范市晴川区演示数据）',
  run: async (args, terminal) => {
    const { values } = readOptions(args, {
      data: { type: 'string' },
      port: { type: 'string' },
      sample: { type: 'boolean' },
    });
    const configuration = configurationFrom(terminal.environment, values.data);
    const asked = readPort(values.port) ?? configuration.port;
    const stopped = untilStopped();
    const database = await openMigrated(configuration);
    const examination = openExamination(configuration.readers);
    const press = openPress(configuration.fontFolder);
    const redaction = openRedaction();
    const attachmentReader = openAttachmentReader(1);
    const documentReader = openDocumentReader();
    const importReader = openImportReader();
    const pictureMaker = openPictureMaker();
    try {
      const now = () => Temporal.Now.instant();
      const sealing = await openSealed(configuration, database);
      const files = await openFiles(configuration, sealing);
      if (values.sample === true) await loadSample(database, { sealing, files, now, today });
      const first = await createFirstAdministrator(database.queries, now());
      const isSample = (await findInstallationFact(database.queries, SAMPLE_FACT)) !== undefined;
      const server = await buildServer({
        database,
        examination,
        press,
        redaction,
        attachmentReader,
        documentReader,
        importReader,
        pictureMaker,
        sealing,
        files,
        scanner: createScanner(configuration.clamd),
        federation: configuration.federation === null ? null : openFederation(configuration.federation),
        publicAddress: configuration.publicAddress,
        figuresFeed: configuration.figuresFeed === null ? null : openWebSource(configuration.figuresFeed),
        proxies: configuration.proxies,
        now,
        today,
        logLevel: configuration.logLevel,
        logTo: process.stderr,
      });
      process.on('unhandledRejection', error => server.log.error({ event: 'fault', err: error }));
      try {
        const port = await listen(server, configuration.host, asked);
        examination.warm();
        const moved = asked === null && port !== FIRST_PORT ? `（端口 ${FIRST_PORT} 已被占用）` : '';
        const place = database.kind === 'server' ? '外部 PostgreSQL（DATABASE_URL）' : configuration.dataFolder;
        terminal.out(
          [
            '政务公开系统已启动',
            `  门户　　　http://${configuration.host}:${port}/${moved}`,
            `  年报体检　http://${configuration.host}:${port}/tools/report-check`,
            `  办公　　　http://${configuration.host}:${port}/office`,
            `  数据　　　${place}`,
            ...database.notices.map(notice => `  说明　　　${notice}`),
            ...(first === null ? [] : firstAdministratorLines(first)),
            ...(isSample ? sampleAccountLines() : []),
            '  按 Ctrl-C 停止\n',
          ].join('\n'),
        );
        server.log.info({ event: 'started', port });
        const { queries } = database;
        const background = startBackground({
          configuration,
          deps: {
            queries,
            sealing,
            files,
            calendar: createCalendarSource(queries),
            limiter: createRateLimiter({ queries, sealing }),
            publicAddress: configuration.publicAddress,
            askPublic: createAskPublic(server, configuration.publicAddress),
            reader: attachmentReader,
            pictureMaker,
            pushesPackages: configuration.exchange !== null,
            importReader,
            scanner: createScanner(configuration.clamd),
            now,
            today,
          },
          onFault: (error, task) => server.log.error({ event: 'fault', task, err: error }),
        });
        await stopped;
        server.log.info({ event: 'stopping' });
        await background.stop();
      } finally {
        await closeServer(server);
      }
      return 0;
    } finally {
      examination.close();
      press.close();
      redaction.close();
      attachmentReader.close();
      documentReader.close();
      importReader.close();
      pictureMaker.close();
      await database.close();
    }
  },
};
