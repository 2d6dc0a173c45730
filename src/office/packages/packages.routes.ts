import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Officer } from '../../people/rules/officer.ts';
import { findFileId } from '../../platform/files/file-store.ts';
import { downloadOf } from '../../platform/press/download.ts';
import { decideOnPackage } from '../../publishing/actions/decide-package.ts';
import { makePackage } from '../../publishing/actions/make-package.ts';
import type { ExchangeDeps } from '../../publishing/actions/make-package.ts';
import { publicKeyText } from '../../publishing/press/write-package.ts';
import type { PackageScope } from '../../publishing/rules/exchange/manifest.ts';
import { findPackage, listPackages } from '../../publishing/store/exchange.store.ts';
import { readFormValues, valueOf } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import type { Message } from '../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerWho } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { packagesMain, PACKAGES_PATH } from './packages.page.ts';

export type PackagesDeps = DeskDeps & {
  /** What making packages needs; the key is made at its first use. */
  readonly exchange: () => Promise<ExchangeDeps>;
};

const SHOWN = 50;
/** More are made from the command line, which nobody waits for in front of a page. */
const MOST_AT_ONCE = 20;

type Params = { Params: { readonly id: string } };

/** Packages hold what all agencies publish: they are a matter of the office that oversees them. */
function senderOf(request: FastifyRequest): Officer {
  const officer = officerWho(request, 'export-packages');
  if (officer.oversees.length === 0) throw new Forbidden('export-packages');
  return officer;
}

async function makeAll(deps: ExchangeDeps, officer: Officer, scope: PackageScope): Promise<Message> {
  let [after, count] = [0, 0];
  for (let more = true; more && count < MOST_AT_ONCE;) {
    const made = await makePackage(deps, { kind: 'officer', officer }, { scope, after, way: 'file' });
    if (!made.ok) return { kind: 'warning', sentence: `${made.problem}。` };
    if (made.value === null) break;
    count += 1;
    ({ upTo: after, more } = made.value);
    if (more && count === MOST_AT_ONCE)
      return {
        kind: 'warning',
        sentence: `已生成 ${count} 个数据包，还有没打包的信息，请用命令 gongkai export 生成。`,
      };
  }
  return count === 0
    ? { kind: 'done', sentence: '没有需要报送的信息，对方都已接收。' }
    : { kind: 'done', sentence: `已生成 ${count} 个数据包，请下载后报送。` };
}

/** 报送数据包 on the desk: made, downloaded, and whether the other side took them. */
export function packageRoutes(server: FastifyInstance, deps: PackagesDeps) {
  const { queries } = deps.database;

  server.get(PACKAGES_PATH, async (request, reply) => {
    senderOf(request);
    const { key } = await deps.exchange();
    const packages = await listPackages(queries, SHOWN);
    const main = packagesMain({ packages, publicKey: publicKeyText(key) });
    return sendPage(reply, officePage(await deps.setting(request), { title: '报送数据包', crumbs: [], main }));
  });

  const goBack = (request: FastifyRequest, reply: Parameters<typeof goOn>[2], message: Message) =>
    goOn(deps, request, reply, { to: PACKAGES_PATH, session: getVisit(request).session.id, message });

  server.post(PACKAGES_PATH, async (request, reply) => {
    const officer = senderOf(request);
    const scope = valueOf({ values: readFormValues(request.body) }, 'scope') === 'full' ? 'full' : 'changes';
    return goBack(request, reply, await makeAll(await deps.exchange(), officer, scope));
  });

  server.get<Params>(`${PACKAGES_PATH}/:id.zip`, async (request, reply) => {
    senderOf(request);
    const known = await findPackage(queries, request.params.id);
    const file = known === undefined ? undefined : findFileId(known.file);
    if (known === undefined || file === undefined) throw new NotFound();
    const { files } = await deps.exchange();
    const name = `gongkai-${String(known.number).padStart(6, '0')}.zip`;
    const { headers, bytes } = downloadOf(await files.read(file), name, name, 'application/zip');
    return reply.headers(headers).send(bytes);
  });

  server.post<Params>(`${PACKAGES_PATH}/:id/decision`, async (request, reply) => {
    const officer = senderOf(request);
    const values = readFormValues(request.body);
    const state = valueOf({ values }, 'state') === 'accepted' ? 'accepted' : 'refused';
    const receipt = valueOf({ values }, 'receipt').trim();
    const party = { kind: 'officer', officer } as const;
    const decided = await decideOnPackage(await deps.exchange(), party, request.params.id, { state, receipt });
    if (!decided.ok) return goBack(request, reply, { kind: 'warning', sentence: `${decided.problem}。` });
    const word = state === 'accepted' ? '已接收' : '未接收';
    return goBack(request, reply, {
      kind: 'done',
      sentence: `第 ${decided.value.number} 号数据包已登记为对方${word}。`,
    });
  });
}
