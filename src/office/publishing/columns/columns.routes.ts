import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { removeColumn } from '../../../publishing/actions/remove-column.ts';
import { saveColumn } from '../../../publishing/actions/save-column.ts';
import type { Column } from '../../../publishing/rules/column.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import { findColumn, listColumns } from '../../../publishing/store/column.register.store.ts';
import { formTitle } from '../../../views/form/form-page.ts';
import { readFormValues } from '../../../views/form/form-state.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { goOn } from '../../gate/message.ts';
import type { Message } from '../../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerWho } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { publishingDepsOf } from '../publishing-deps.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { columnValues, readColumn } from './column-form.ts';
import { columnMain, columnsMain, COLUMNS_PATH } from './columns.pages.ts';

type ColumnRequest = FastifyRequest<{ Params: { readonly code: string } }>;

const crumbs = [{ text: '栏目', href: COLUMNS_PATH }];

/** The columns of an agency: opened, changed, taken down. */
export function columnRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { setting } = deps;
  const { queries } = deps.database;

  /** The column of an address, which must be the officer's own agency's. */
  async function columnOf(request: ColumnRequest): Promise<Column> {
    const officer = officerWho(request, 'administer-columns');
    const open = await listColumns(queries, officer.agency);
    const column = open.find(({ code }) => code === request.params.code);
    if (column === undefined) throw new NotFound();
    return column;
  }

  async function show(request: FastifyRequest, reply: FastifyReply, column: Column | null, state: FormState) {
    const { agency } = officerWho(request, 'administer-columns');
    const title = column === null ? '增设栏目' : `栏目：${column.name}`;
    const page = officePage(await setting(request), {
      title: formTitle(title, state),
      crumbs,
      scripts: ['character-count.js'],
      main: columnMain({ state, columns: await listColumns(queries, agency), column }),
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  const goBack = (request: FastifyRequest, reply: FastifyReply, message: Message, to = COLUMNS_PATH) =>
    goOn(deps, request, reply, { to, session: getVisit(request).session.id, message });

  async function save(request: FastifyRequest, reply: FastifyReply, column: Column | null) {
    const officer = officerWho(request, 'administer-columns');
    const values = readFormValues(request.body);
    const read = readColumn(values, officer.agency, column?.code ?? null);
    if (!read.ok) return show(request, reply, column, { values, problems: read.problem });
    if (column === null && (await findColumn(queries, read.value.code)) !== undefined) {
      const problems = [{ field: 'code', message: '这个代码已经用过，请换一个' }];
      return show(request, reply, column, { values, problems });
    }
    const saved = await saveColumn(publishingDepsOf(deps), { kind: 'officer', officer }, read.value);
    if (saved.ok) return goBack(request, reply, { kind: 'done', sentence: `“${saved.value.name}”已保存。` });
    const { problem } = saved;
    if (problem.kind === 'forbidden') throw new Forbidden(problem.ability);
    const problems =
      problem.kind === 'unusable' ? problem.problems : [{ field: 'name', message: refusalText(problem) }];
    return show(request, reply, column, { values, problems });
  }

  server.get(COLUMNS_PATH, async (request, reply) => {
    const officer = officerWho(request, 'administer-columns');
    const main = columnsMain(await listColumns(queries, officer.agency));
    return sendPage(reply, officePage(await setting(request), { title: '栏目', main }));
  });

  server.get(`${COLUMNS_PATH}/new`, async (request, reply) =>
    show(request, reply, null, { values: { updateClass: 'other', position: '100' }, problems: [] }),
  );
  server.post(`${COLUMNS_PATH}/new`, async (request, reply) => save(request, reply, null));

  server.get<{ Params: { code: string } }>(`${COLUMNS_PATH}/:code`, async (request, reply) => {
    const column = await columnOf(request);
    return show(request, reply, column, { values: columnValues(column), problems: [] });
  });
  server.post<{ Params: { code: string } }>(`${COLUMNS_PATH}/:code`, async (request, reply) =>
    save(request, reply, await columnOf(request)),
  );

  server.post<{ Params: { code: string } }>(`${COLUMNS_PATH}/:code/close`, async (request, reply) => {
    const column = await columnOf(request);
    const officer = officerWho(request, 'administer-columns');
    const closed = await removeColumn(publishingDepsOf(deps), { kind: 'officer', officer }, column.code);
    return closed.ok
      ? goBack(request, reply, { kind: 'done', sentence: `“${column.name}”已撤下。` })
      : goBack(
          request,
          reply,
          { kind: 'warning', sentence: refusalText(closed.problem) },
          `${COLUMNS_PATH}/${column.code}`,
        );
  });
}
