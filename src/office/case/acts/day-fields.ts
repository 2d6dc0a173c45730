import { dateField } from '../../../views/form/date-field.ts';
import type { FormState, FormValues } from '../../../views/form/form-state.ts';
import type { Html } from '../../../views/html/html.ts';
import type { CaseContext } from '../case-context.ts';

/** The day on which something happened: it can lie before today, never after it. */
export function happenedOn(state: FormState, context: CaseContext, label: string, hint?: string): Html {
  return dateField(state, {
    name: 'on',
    label,
    required: true,
    latest: context.today,
    ...(hint === undefined ? {} : { hint }),
  });
}

/** Today, unless something else is known: the usual case needs no typing. */
export const today = ({ today: day }: CaseContext): FormValues => ({ on: day.toString() });
