import type { LogEntry } from '../../kernel/act-log.ts';
import type { ActRefusal } from '../../people/rules/refusal.ts';
import { html } from '../../views/html/html.ts';
import type { HtmlValue } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { instantText } from '../instant-text.ts';

/**
 * Why an act was not done, above its form, where what was typed still stands; of an overtaken one also what happened meanwhile.
 * Null where the fields themselves say what is wrong. `wordsOf` puts an entry in words: 「王某：修改（…）」.
 */
export function refusalPanel<Entry extends LogEntry<unknown, unknown>>(
  refusal: ActRefusal<Entry> | null,
  text: (refusal: ActRefusal<Entry>) => string,
  wordsOf: (entry: Entry) => string,
): HtmlValue {
  if (refusal === null || refusal.kind === 'unusable') return null;
  if (refusal.kind !== 'overtaken') return notice('warning', text(refusal));
  return notice(
    'warning',
    text(refusal),
    html`<ul>${refusal.meanwhile.map(entry => html`<li>${instantText(entry.at)} ${wordsOf(entry)}</li>`)}</ul><p>您填写的内容还在下面；核对以后可以再次提交。</p>`,
  );
}
