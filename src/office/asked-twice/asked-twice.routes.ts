import type { FastifyInstance } from 'fastify';
import { askedTwice } from '../../applications/rules/asked-twice.ts';
import type { Asked } from '../../applications/rules/asked-twice.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import { listAsked } from '../../applications/store/asked.register.store.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { emptyState } from '../../views/notice/notice.ts';
import { tag } from '../../views/tag/tag.ts';
import { officerWho } from '../gate/visit.ts';
import { casePath } from '../letters/letter-paths.ts';
import type { DeskDeps } from '../office-deps.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';

export const ASKED_TWICE_PATH = '/office/asked-twice';

function groupCard(group: readonly Asked[]): Html {
  const applicants = new Set(group.map(({ applicant }) => applicant)).size;
  return html`<section class="card"><h2>${group.at(-1)!.description}</h2>
<p class="quiet">${applicants} 个申请人，${group.length} 件申请</p>
<ul class="plain-list">${group.map(
    asked =>
      html`<li><a href="${casePath(asked.id)}">${registrationNumber(asked)}</a>　${asked.lodgedOn.toString()}　${asked.description}　${
        asked.granted && tag('已提供', 'good')
      }</li>`,
  )}</ul></section>
`;
}

/** 转主动公开建议: what several applicants asked for and may have (Art. 44); the officer opens a file and decides. */
export function askedTwiceRoutes(server: FastifyInstance, { database, setting, today }: DeskDeps) {
  server.get(ASKED_TWICE_PATH, async (request, reply) => {
    const officer = officerWho(request, 'handle-application');
    const groups = askedTwice(await listAsked(database.queries, officer.agency, today()));
    const page = officePage(await setting(request), {
      title: '转主动公开建议',
      crumbs: [],
      main: html`<h1>转主动公开建议</h1>
<p class="lead">多个申请人申请公开相同的信息、该信息可以公开的，可以纳入主动公开的范围（《条例》第四十四条）。下面按内容相近列出近三年的申请，请打开核对；适合公开的，在已提供的那一件中办理“转为主动公开”。</p>
${groups.length === 0 ? emptyState('目前没有多个申请人申请过相同的、可以公开的信息。') : groups.map(groupCard)}`,
    });
    return sendPage(reply, page);
  });
}
