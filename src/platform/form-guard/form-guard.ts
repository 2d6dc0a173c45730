import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FormTexts } from '../files/read-uploads.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';

/**
 * What a public form carries so that programs which fill in every form they find do not get through, and people do: no
 * picture to read, no script, no foreign service. `form` names the form; a token of one does not fit another.
 */
export type FormGuard = {
  /** The fields to put into the form: a signed token with the moment at which the form was shown, and a trap. */
  readonly fields: (form: string, now: Temporal.Instant) => Html;
  readonly check: (form: string, submitted: Pick<FormTexts, 'text'>, now: Temporal.Instant) => GuardVerdict;
};

/**
 * `genuine` with the number of this showing of the form, the same when it is handed in twice (a double click). Otherwise show
 * the form again with what was typed and with the sentence; handing it in once more then works for a person.
 */
export type GuardVerdict =
  | { readonly kind: 'genuine'; readonly showing: string }
  | { readonly kind: 'show-again'; readonly sentence: string };

const TOKEN_FIELD = 'form-token';
/** A name that programs like to fill in. */
const TRAP_FIELD = 'homepage';
/** Nobody reads and fills in a form in less. The form that is shown again has a new token, but waiting is all it takes. */
const LEAST = Temporal.Duration.from({ seconds: 3 });
/** A form may lie open over a weekend. */
const MOST = Temporal.Duration.from({ hours: 96 });
const SKEW = Temporal.Duration.from({ minutes: 5 });

const TOKEN = /^(\d{1,15})\.([0-9a-f]{32})\.([0-9a-f]{64})$/;

const again = (sentence: string): GuardVerdict => ({ kind: 'show-again', sentence });

function isEqual(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/** Guards public forms with the installation's key. Nothing is stored. */
export function createFormGuard(sealing: Sealing): FormGuard {
  const sign = (form: string, shownAt: string, showing: string) =>
    sealing.digest(`${form} ${shownAt} ${showing}`, 'form-guard');

  function tokenOf(form: string, now: Temporal.Instant): string {
    const [shownAt, showing] = [String(now.epochMilliseconds), randomBytes(16).toString('hex')];
    return `${shownAt}.${showing}.${sign(form, shownAt, showing)}`;
  }

  return {
    // The trap is out of sight, out of the order of tabs and not read aloud; whoever meets it all the same is told to leave it.
    fields: (form, now) => html`<input type="hidden" name="${TOKEN_FIELD}" value="${tokenOf(form, now)}">
<div hidden><label for="${TRAP_FIELD}">此处请留空</label><input id="${TRAP_FIELD}" name="${TRAP_FIELD}" type="text" value="" autocomplete="off" tabindex="-1"></div>`,
    check: (form, submitted, now) => {
      const [, shownAt, showing, signature] = TOKEN.exec(submitted.text(TOKEN_FIELD)) ?? [];
      if (shownAt === undefined || showing === undefined || signature === undefined)
        return again('表单不完整，请再提交一次');
      if (!isEqual(signature, sign(form, shownAt, showing))) return again('表单已失效，请再提交一次');
      const age = Temporal.Instant.fromEpochMilliseconds(Number(shownAt)).until(now);
      if (Temporal.Duration.compare(age, MOST) > 0 || Temporal.Duration.compare(age, SKEW.negated()) < 0)
        return again('表单打开的时间太久，请核对内容后再提交一次');
      if (submitted.text(TRAP_FIELD) !== '') return again('有一栏不应填写的内容已为您清空，请再提交一次');
      if (Temporal.Duration.compare(age, LEAST) < 0) return again('提交得太快，请核对内容，过几秒再提交一次');
      return { kind: 'genuine', showing };
    },
  };
}
