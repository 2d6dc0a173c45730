import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CASE_KIND_LABEL } from '../../../applications/rules/application-log.ts';
import { registrationNumber } from '../../../applications/rules/case-file.ts';
import { sendPage } from '../../send-page.ts';
import type { ApplicationsDeps } from '../applications-deps.ts';
import { PRIVATE, RECEIPT_PATH, STATUS_PATH } from '../column.ts';
import { sendDocument } from '../documents.ts';
import { openFile } from '../status/opened-file.ts';
import { findReceipt } from './kept-receipt.ts';
import { receiptDocument } from './receipt-document.ts';
import { receiptPage } from './receipt.page.ts';
import type { ReceiptFacts } from './receipt-facts.ts';

const SUBJECT_LENGTH = 120;

/** 登记回执 of what this visitor has just lodged. */
export function receiptRoutes(server: FastifyInstance, deps: ApplicationsDeps): void {
  async function factsFor(
    request: FastifyRequest,
  ): Promise<(ReceiptFacts & { readonly draftName: string }) | undefined> {
    const receipt = findReceipt(request, deps);
    const opened = receipt === undefined ? undefined : await openFile(deps.actions, receipt.id);
    if (receipt === undefined || opened === undefined) return undefined;
    const { file, agency, clock } = opened;
    const { registration, application } = file;
    const { title, description } = registration.requested;
    const subject = title ?? description;
    return {
      agency,
      caseName: CASE_KIND_LABEL[registration.caseKind],
      number: registrationNumber(registration),
      queryCode: registration.queryCode,
      password: receipt.password,
      lodgedAt: registration.lodgedAt,
      subject: subject.length > SUBJECT_LENGTH ? `${subject.slice(0, SUBJECT_LENGTH)}……` : subject,
      receivedOn: application.stage === 'awaiting-confirmation' ? null : clock.receivedOn,
      replyDueOn: clock.replyDueOn,
      provisional: clock.provisional,
      draftName: `${registration.caseKind === 'information' ? 'application' : 'correction'}-${agency.code}`,
    };
  }

  server.get(RECEIPT_PATH, async (request, reply) => {
    const facts = await factsFor(request);
    if (facts === undefined) return reply.headers(PRIVATE).redirect(STATUS_PATH, 303);
    return sendPage(reply.headers(PRIVATE), receiptPage(await deps.setting(request), facts));
  });

  server.get(`${RECEIPT_PATH}.pdf`, async (request, reply) => {
    const facts = await factsFor(request);
    if (facts === undefined) return reply.headers(PRIVATE).redirect(STATUS_PATH, 303);
    const bytes = await deps.press.document(receiptDocument(facts), 'pdf');
    return sendDocument(reply.headers(PRIVATE), bytes, `登记回执${facts.number}`, 'pdf');
  });
}
