import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { endFormDraft } from '../../../applications/actions/end-form-draft.ts';
import { lodgeApplication } from '../../../applications/actions/lodge-application.ts';
import type { Lodging } from '../../../applications/actions/lodge-application.ts';
import type { Act } from '../../../applications/rules/application-log.ts';
import { refusalText } from '../../../applications/rules/refusal.ts';
import type { FormDraft } from '../../../applications/rules/form-draft.ts';
import type { KeptFile } from '../../../applications/store/application-file.store.ts';
import { clockReadingsFor } from '../../../applications/store/clock-readings.store.ts';
import { findAgencyCode } from '../../../people/rules/agency.ts';
import { findAgency } from '../../../people/store/agency.register.store.ts';
import type { FileId } from '../../../platform/files/file-store.ts';
import { FORM_POST_LIMIT } from '../../../platform/rate-limit/rate-limiter.ts';
import { problemPage } from '../../problem.page.ts';
import { sendPage } from '../../send-page.ts';
import type { ApplicationsDeps } from '../applications-deps.ts';
import { PRIVATE, RECEIPT_PATH, SEND_PATH } from '../column.ts';
import { keepReceipt } from '../receipt/kept-receipt.ts';
import { findOwnDraft } from './own-drafts.ts';
import { FORM_KINDS } from './form-routes.ts';
import { shownForm, shownFormText } from './shown-form.ts';

function filesOf(draft: FormDraft, at: Temporal.Instant): readonly KeptFile[] {
  return draft.files.map(({ field, file, ...facts }) => ({
    ...facts,
    file: file as FileId,
    id: randomUUIDv7(),
    purpose: field,
    addedAt: at,
    addedBy: null,
  }));
}

/** The page of checking is sent: the application is lodged, once however often the button is pressed, and the receipt is shown. */
export function sendRoutes(server: FastifyInstance, deps: ApplicationsDeps): void {
  const { setting, actions, limiter } = deps;

  async function refused(request: FastifyRequest, reply: FastifyReply, sentence: string, status = 400) {
    return sendPage(reply.code(status).headers(PRIVATE), problemPage(await setting(request), 'refused', sentence));
  }

  server.post(SEND_PATH, async (request, reply) => {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const kept = await findOwnDraft(request, deps, body['draft']);
    if (kept === undefined)
      return refused(
        request,
        reply,
        '这份表单已经提交，或者超过一天没有提交，请重新填写；已经提交的，请凭回执查询办理进度。',
        410,
      );
    const { id, application, draft } = kept;
    const limit = await limiter.take(FORM_POST_LIMIT, request.ip, actions.now());
    if (limit.kind === 'limited') {
      const minutes = Math.ceil(limit.retryAfterSeconds / 60);
      return refused(
        request,
        reply,
        `这个网络地址刚才提交得太多了，请 ${minutes} 分钟后再按“提交申请”，填写的内容还在。`,
        429,
      );
    }
    const kind = FORM_KINDS[draft.caseKind];
    const form = kind.read(draft.values);
    const code = findAgencyCode(draft.agency);
    const agency = code === undefined ? undefined : await findAgency(actions.queries, code);
    if (!form.ok || agency === undefined) return refused(request, reply, '这份表单不能提交，请返回上一页核对。');

    const today = actions.today();
    const at = actions.now();
    const lodging: Lodging = {
      agency: agency.code,
      caseKind: draft.caseKind,
      intake: { channel: 'online', submittedOn: today, arrivedOn: today, signedOn: null },
      ...form.value,
      form: shownFormText(
        shownForm({
          caseKind: draft.caseKind,
          agencyName: agency.name,
          form: form.value,
          fileNames: draft.files.map(({ name }) => name),
        }),
      ),
      files: filesOf(draft, at),
    };
    const { onlineConfirmation } = await clockReadingsFor(actions.queries, agency.code);
    // An office that has said so in its guide confirms at once: the receipt is the confirmation (Art. 31(3)).
    const following: readonly Act[] =
      onlineConfirmation === 'automatic' ? [{ kind: 'receipt-confirmed', on: today, how: 'online' }] : [];
    const lodged = await lodgeApplication(actions, { kind: 'applicant' }, lodging, following, {
      id: application,
      queryCode: draft.queryCode,
      password: draft.password,
    });
    if (!lodged.ok) return refused(request, reply, refusalText(lodged.problem));
    await endFormDraft(actions, id);
    keepReceipt(reply, deps, { id: lodged.value.id, password: lodged.value.password });
    return reply.headers(PRIVATE).redirect(RECEIPT_PATH, 303);
  });
}
