import type { FastifyInstance, FastifyRequest } from 'fastify';
import { letterFactsOf } from '../../applications/actions/letter-facts.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import { composeLetter } from '../../applications/rules/letters/compose-letter.ts';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';
import { templatesFor } from '../../applications/store/letter-template.store.ts';
import { may } from '../../people/rules/may.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { downloadOf } from '../../platform/press/download.ts';
import { buttonLink } from '../../views/form/form-buttons.ts';
import { html } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { letterHtml } from '../../views/official-letter/letter-html.ts';
import { actionDepsOf } from '../application-deps.ts';
import type { CaseContext } from '../case/case-context.ts';
import { loadCase } from '../case/load-case.ts';
import { DESK_PATH } from '../desk/desk-query.ts';
import { Forbidden } from '../gate/visit.ts';
import { casePath } from '../letters/letter-paths.ts';
import type { LetterDeskDeps } from '../letters/letters.routes.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';

type Params = { Params: { id: string } };

/** 登记回执: printed at once for whoever stands at the counter. It is no letter of the case: nothing is signed or numbered. */
export function receiptRoutes(server: FastifyInstance, deps: LetterDeskDeps) {
  const { database, now, today, setting, press } = deps;
  const { queries } = database;

  async function receiptOf({ file, clock }: CaseContext): Promise<OfficialLetter> {
    const values = clock.replyDueOn === null ? {} : { replyDueOn: clock.replyDueOn };
    const draft = { kind: 'registration-receipt' as const, values, findings: [] };
    const saved = { draft, recipient: null, servedOnline: false };
    const issue = { documentNumber: null, issuedOn: today() };
    const facts = await letterFactsOf(queries, actionDepsOf(deps), file, saved, issue);
    return composeLetter(facts, await templatesFor(queries, file.registration.agency));
  }

  async function open(request: FastifyRequest<Params>): Promise<CaseContext> {
    const context = await loadCase(deps, request);
    const { registration } = context.file;
    if (!may(context.officer, 'see-personal-data', registration.agency)) throw new Forbidden('see-personal-data');
    await appendJournal(queries, {
      at: now(),
      agency: registration.agency,
      actor: { kind: 'officer', id: context.officer.id },
      event: 'personal-data-seen',
      subject: `application:${registration.id}`,
      detail: { page: 'receipt' },
    });
    return context;
  }

  server.get<Params>(`${DESK_PATH}/:id/receipt`, async (request, reply) => {
    const context = await open(request);
    const { registration } = context.file;
    const number = registrationNumber(registration);
    const waits = context.clock.receivedOn === null;
    const page = officePage(await setting(request), {
      title: `登记回执 ${number}`,
      crumbs: [
        { text: '依申请公开', href: DESK_PATH },
        { text: number, href: casePath(registration.id) },
      ],
      styles: ['letter.css'],
      main: html`<h1>登记回执</h1>
${waits && notice('warning', '还没有与申请人确认收到，回执上没有答复期限；确认以后再打印。')}
<p class="actions">${buttonLink('打印版（PDF）', `${casePath(registration.id)}/receipt.pdf`, 'main')}${buttonLink('返回申请', casePath(registration.id))}</p>
${letterHtml(await receiptOf(context), 2)}`,
    });
    return sendPage(reply, page);
  });

  server.get<Params>(`${DESK_PATH}/:id/receipt.pdf`, async (request, reply) => {
    const context = await open(request);
    const number = registrationNumber(context.file.registration);
    const bytes = await press.letter(await receiptOf(context), 'pdf');
    const { headers } = downloadOf(bytes, `登记回执 ${number}.pdf`, 'receipt.pdf', 'application/pdf');
    return reply.headers(headers).send(Buffer.from(bytes));
  });
}
