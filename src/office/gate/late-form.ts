import type { FastifyRequest } from 'fastify';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { readFormValues } from '../../views/form/form-state.ts';
import type { FormValues } from '../../views/form/form-state.ts';

/** A form that was sent after its session had ended: what was typed must not be lost, and nobody else may send it. */
export type LateForm = { readonly path: string; readonly values: FormValues };

const MOST_CHARACTERS = 200_000;
/** Passwords and codes are typed there: they are not kept. */
const NEVER_KEPT = /^\/office\/(sign-|account)/;

const contextOf = (staff: StaffId) => `late-form:${staff}`;

/** Whether a form can be kept at all: text only, and of a page whose contents may lie in a page. */
export function isKeepable(request: FastifyRequest): boolean {
  const isText = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return request.method === 'POST' && isText && !NEVER_KEPT.test(request.url);
}

/** The form sealed for the one whose session it was; null where it is too large. */
export function sealLateForm(sealing: Sealing, staff: StaffId, request: FastifyRequest): string | null {
  const text = JSON.stringify({ path: request.url, values: readFormValues(request.body) });
  return text.length > MOST_CHARACTERS ? null : sealing.seal(text, contextOf(staff));
}

/** The form, if it is that of the one who has now signed in. */
export function openLateForm(sealing: Sealing, staff: StaffId, sealed: string): LateForm | null {
  try {
    return sealed === '' ? null : (JSON.parse(sealing.open(sealed, contextOf(staff))) as LateForm);
  } catch {
    return null;
  }
}
