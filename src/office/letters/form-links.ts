import type { CaseFile } from '../../applications/rules/case-file.ts';
import type { Letter } from '../../applications/rules/fold.ts';
import { FORM_RULES } from '../../applications/rules/letters/forms/form-kinds.ts';
import type { FormKind } from '../../applications/rules/letters/forms/form-kinds.ts';
import { isReplyKind } from '../../applications/rules/letters/letter-kinds.ts';
import { buttonLink } from '../../views/form/form-buttons.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { casePath } from './letter-paths.ts';

/** The address of a form of a file; with a letter it is filled in from that. */
const formPath = (file: CaseFile, kind: FormKind, letter: Letter | null): string =>
  `${casePath(file.registration.id)}/forms/${kind}.pdf${letter === null ? '' : `?letter=${letter.id}`}`;

/** The forms that go with a letter, or with the file as a whole. */
function formsFor(letter: Letter | null): readonly FormKind[] {
  if (letter === null) return ['registration-form', 'assignment-slip', 'supervision-slip', 'promotion-proposal'];
  const reply: readonly FormKind[] = isReplyKind(letter.kind) ? ['reply-approval', 'disclosure-review'] : [];
  const slip: readonly FormKind[] = letter.kind === 'third-party-consultation' ? ['opinion-slip'] : [];
  return [...reply, ...slip, 'delivery-record'];
}

/** Links to the forms that go with a letter, or with the file as a whole. */
export function formLinks(file: CaseFile, letter: Letter | null): Html {
  return html`<section class="card"><h2>随卷表单</h2><p class="actions">${formsFor(letter).map(
    kind => html`${buttonLink(FORM_RULES[kind].title, formPath(file, kind, letter))} `,
  )}</p></section>`;
}
