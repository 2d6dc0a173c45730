import type { Agency } from '../../people/rules/agency.ts';
import { valueOf } from '../../views/form/form-state.ts';
import type { FormValues } from '../../views/form/form-state.ts';

const CONTACT = ['office', 'address', 'postcode', 'hours', 'telephone', 'fax', 'online'] as const;
const LINES = ['reviewOrgan', 'court', 'letterhead', 'numberPrefix', 'disclosureHead'] as const;

/** What a form shows of an agency. */
export function valuesOfAgency(agency: Agency): FormValues {
  return {
    name: agency.name,
    shortName: agency.shortName,
    kind: agency.kind,
    parent: agency.parent ?? '',
    mayMakeRules: agency.mayMakeRules ? 'yes' : 'no',
    legalReview: agency.legalReview,
    ...Object.fromEntries(CONTACT.map(key => [key, agency.contact[key] ?? ''])),
    ...Object.fromEntries(LINES.map(key => [key, agency[key] ?? ''])),
  };
}

/** What a form says of an agency, for `readAgency` to judge: an empty line is a fact that is not known. */
export function agencyInputOf(values: FormValues, code: string): object {
  const line = (name: string): string | null => {
    const text = valueOf({ values }, name).trim();
    return text === '' ? null : text;
  };
  return {
    code,
    name: valueOf({ values }, 'name'),
    shortName: valueOf({ values }, 'shortName'),
    kind: valueOf({ values }, 'kind'),
    parent: line('parent'),
    mayMakeRules: valueOf({ values }, 'mayMakeRules') === 'yes',
    contact: Object.fromEntries(CONTACT.map(key => [key, line(key)])),
    legalReview: line('legalReview') ?? 'refusals',
    ...Object.fromEntries(LINES.map(key => [key, line(key)])),
  };
}
