import { NOTICE_KINDS } from '../../calendar/holiday-notice.ts';
import type { NoticeInput } from '../../calendar/read-notice.ts';
import { valueOf } from '../../views/form/form-state.ts';
import type { FormValues } from '../../views/form/form-state.ts';

/** What the form says of a notice; what it says wrong is for the reader of notices to refuse. */
export function noticeInputOf(values: FormValues): NoticeInput {
  const line = (name: string): string | null => valueOf({ values }, name).trim() || null;
  const year = line('year');
  return {
    kind: NOTICE_KINDS.find(kind => kind === line('kind')) ?? 'yearly',
    year: year !== null && /^\d{4}$/.test(year) ? Number(year) : null,
    title: line('title') ?? '',
    number: line('number'),
    issuedOn: line('issuedOn'),
    text: valueOf({ values }, 'text'),
  };
}
