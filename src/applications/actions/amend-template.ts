import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { isUppermost } from '../../people/rules/overseen-agencies.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { checkTemplate } from '../rules/letters/check-template.ts';
import type { LetterKind } from '../rules/letters/letter-kinds.ts';
import type { LetterTemplate } from '../rules/letters/letter-template.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertTemplateVersion, listTemplateVersions } from '../store/letter-template.store.ts';
import type { ActionDeps } from './deps.ts';

export type TemplateAmendment = {
  readonly kind: LetterKind;
  /** The agency whose letters it is for; null for every agency that has no template of its own. */
  readonly agency: AgencyCode | null;
  readonly title: string;
  readonly text: string;
  /** The version that was on the screen: somebody else's is not written over unseen. */
  readonly seen: number;
};

/** Line endings as templates have them, without blanks at their ends. */
const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim();

/**
 * An administrator gives letters of a kind another wording, as the next version; letters signed before keep theirs. Refuses a template
 * that cannot be read, names fields that the kind does not have, or loses what the law demands: every problem with its line.
 */
export async function amendTemplate(
  { queries, now }: Pick<ActionDeps, 'queries' | 'now'>,
  officer: Officer,
  amendment: TemplateAmendment,
): Promise<Result<LetterTemplate, Refusal>> {
  const { kind, agency, seen } = amendment;
  if (!may(officer, 'administer-templates', agency ?? officer.agency))
    return refuse({ kind: 'forbidden', ability: 'administer-templates' });
  const checked = checkTemplate({ kind, version: seen + 1, title: tidy(amendment.title), text: tidy(amendment.text) });
  if (!checked.ok)
    return refuse({
      kind: 'unusable',
      problems: checked.problem.map(({ line, message }) => ({ field: 'text', message: `第${line}行：${message}` })),
    });
  return queries.transaction().execute(async transaction => {
    if (agency === null && !isUppermost(officer.agency, await listAgencies(transaction)))
      return refuse(notOpen('各机关共用的模板由最上级机关的系统管理员修改；您可以修改本机关的模板'));
    const versions = await listTemplateVersions(transaction, kind, agency);
    const last = versions.at(-1)!;
    if (last.version !== seen) return refuse(notOpen('您打开页面以后，其他人修改了这个模板；请先看看新的版本'));
    const { title, text } = checked.value;
    if (last.title === title && last.text === text) return refuse(notOpen('模板没有改动，不需要保存'));
    await insertTemplateVersion(transaction, agency, checked.value, officer.id, now());
    await appendJournal(transaction, {
      at: now(),
      agency: agency ?? officer.agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'letter-template-amended',
      subject: `letter-template:${kind}`,
      detail: { version: checked.value.version, forAll: agency === null },
    });
    return ok(checked.value);
  });
}
