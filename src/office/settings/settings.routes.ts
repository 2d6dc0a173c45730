import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { changeSetting } from '../../people/actions/change-setting.ts';
import type { Setting } from '../../people/rules/setting.ts';
import { readSetting, readSettings } from '../../people/store/setting.register.store.ts';
import { readFormValues } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, NotFound, officerWho } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { sendPage } from '../send-page.ts';
import { formValueOf, settingValueOf } from './setting-form.ts';
import { settingPage, SETTINGS_PATH, settingsPage } from './settings.pages.ts';

/** 系统设置: the answers of the office where the law leaves a choice. */
export function settingRoutes(server: FastifyInstance, deps: DeskDeps) {
  const { database, settings, setting, now } = deps;
  const { queries } = database;

  function getSubject(request: FastifyRequest): Setting {
    const subject = settings.find(({ key }) => key === (request.params as { key?: string }).key);
    if (subject === undefined) throw new NotFound();
    return subject;
  }

  const show = async (request: FastifyRequest, reply: FastifyReply, subject: Setting, state: FormState) =>
    sendPage(reply, settingPage(await setting(request), subject, state), state.problems.length > 0 ? 422 : 200);

  server.get(SETTINGS_PATH, async (request, reply) => {
    const officer = officerWho(request, 'administer-settings');
    const byKey = Object.fromEntries(settings.map(one => [one.key, one]));
    const values = await readSettings(queries, byKey, officer.agency);
    const lines = settings.map(one => ({ setting: one, value: values[one.key] }));
    return sendPage(reply, settingsPage(await setting(request), lines));
  });

  server.get(`${SETTINGS_PATH}/:key`, async (request, reply) => {
    const officer = officerWho(request, 'administer-settings');
    const subject = getSubject(request);
    const value = await readSetting(queries, subject, officer.agency);
    return show(request, reply, subject, { values: { value: formValueOf(subject.form, value) }, problems: [] });
  });

  server.post(`${SETTINGS_PATH}/:key`, async (request, reply) => {
    const officer = officerWho(request, 'administer-settings');
    const subject = getSubject(request);
    const values = readFormValues(request.body);
    const changed = await changeSetting(queries, officer, subject, settingValueOf(subject.form, values), now());
    if (!changed.ok)
      return show(request, reply, subject, { values, problems: [{ field: 'value', message: changed.problem }] });
    const message = { kind: 'done', sentence: `“${subject.title}”已保存。` } as const;
    return goOn(deps, request, reply, { to: SETTINGS_PATH, session: getVisit(request).session.id, message });
  });
}
