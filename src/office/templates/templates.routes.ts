import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { amendTemplate } from '../../applications/actions/amend-template.ts';
import { checkTemplate } from '../../applications/rules/letters/check-template.ts';
import { composeLetter } from '../../applications/rules/letters/compose-letter.ts';
import { findLetterKind } from '../../applications/rules/letters/letter-kinds.ts';
import type { LetterKind } from '../../applications/rules/letters/letter-kinds.ts';
import { builtInTemplate } from '../../applications/rules/letters/letter-template.ts';
import { specimenFacts } from '../../applications/rules/letters/specimen-facts.ts';
import { refusalText } from '../../applications/rules/refusal.ts';
import { listTemplateVersions, templatesFor } from '../../applications/store/letter-template.store.ts';
import { listStaffNames } from '../../people/store/staff.register.store.ts';
import { readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, NotFound, officerWho } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { sendPage } from '../send-page.ts';
import { templatePage, TEMPLATES_PATH, templatesPage } from './templates.pages.ts';

type Params = { Params: { kind: string } };

/** 文书模板: the wording of the agency's letters, within what the law demands of them. */
export function templateRoutes(server: FastifyInstance, deps: DeskDeps) {
  const { database, setting, now } = deps;
  const { queries } = database;

  function getKind(request: FastifyRequest<Params>): LetterKind {
    const kind = findLetterKind(request.params.kind);
    if (kind === undefined) throw new NotFound();
    return kind;
  }

  async function show(request: FastifyRequest<Params>, reply: FastifyReply, state: FormState, seen: number) {
    const officer = officerWho(request, 'administer-templates');
    const kind = getKind(request);
    const versions = await listTemplateVersions(queries, kind, officer.agency);
    const names = await listStaffNames(
      queries,
      versions.flatMap(({ editedBy }) => editedBy ?? []),
    );
    const draft = { kind, version: seen, title: valueOf(state, 'title'), text: valueOf(state, 'text') };
    const checked = checkTemplate(draft);
    const page = {
      kind,
      state,
      seen,
      versions: versions.map(version => ({
        ...version,
        editorName: version.editedBy === null ? null : (names.get(version.editedBy) ?? null),
      })),
      preview: checked.ok
        ? composeLetter(specimenFacts(kind), other => (other === kind ? checked.value : builtInTemplate(other)))
        : null,
    };
    return sendPage(reply, templatePage(await setting(request), page), state.problems.length > 0 ? 422 : 200);
  }

  server.get(TEMPLATES_PATH, async (request, reply) => {
    const officer = officerWho(request, 'administer-templates');
    return sendPage(reply, templatesPage(await setting(request), await templatesFor(queries, officer.agency)));
  });

  server.get<Params>(`${TEMPLATES_PATH}/:kind`, async (request, reply) => {
    const officer = officerWho(request, 'administer-templates');
    const kind = getKind(request);
    const { title, text } = (await templatesFor(queries, officer.agency))(kind);
    const last = (await listTemplateVersions(queries, kind, officer.agency)).at(-1)!;
    return show(request, reply, { values: { title, text }, problems: [] }, last.version);
  });

  server.post<Params>(`${TEMPLATES_PATH}/:kind`, async (request, reply) => {
    const officer = officerWho(request, 'administer-templates');
    const kind = getKind(request);
    const values = readFormValues(request.body);
    const seen = Number(valueOf({ values }, 'seen'));
    const [title, text] = [valueOf({ values }, 'title'), valueOf({ values }, 'text')];
    if (valueOf({ values }, 'then') === 'preview') {
      const checked = checkTemplate({ kind, version: seen, title, text });
      const problems = checked.ok
        ? []
        : checked.problem.map(({ line, message }) => ({ field: 'text', message: `第${line}行：${message}` }));
      return show(request, reply, { values, problems }, seen);
    }
    const amended = await amendTemplate({ queries, now }, officer, { kind, agency: officer.agency, title, text, seen });
    if (!amended.ok) {
      const { problem } = amended;
      const problems =
        problem.kind === 'unusable' ? problem.problems : [{ field: 'text', message: refusalText(problem) }];
      return show(request, reply, { values, problems }, seen);
    }
    const message = { kind: 'done', sentence: `模板已保存为第 ${amended.value.version} 版。` } as const;
    return goOn(deps, request, reply, { to: TEMPLATES_PATH, session: getVisit(request).session.id, message });
  });
}
