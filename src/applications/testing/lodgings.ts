import { getAgencyCode } from '../../people/rules/agency.ts';
import type { Lodging } from '../actions/lodge-application.ts';
import type { Applicant } from '../rules/applicant.ts';

export const OFFICE = getAgencyCode('990101-001');

export const CITIZEN: Applicant = {
  kind: 'naturalPerson',
  name: '苏晓棠',
  identityDocument: 'resident-identity-card',
  identityNumber: '990101199003070021',
  employer: null,
  contact: { telephone: '000-00000001', address: '示范市晴川区柳堤路8号', postcode: '990101', email: 'su@example.cn' },
};

/** An application handed in at the counter on the day of the test, altered where a test needs it. */
export function lodgingAt(day: Temporal.PlainDate, altered: Partial<Lodging> = {}): Lodging {
  return {
    agency: OFFICE,
    caseKind: 'information',
    intake: { channel: 'in-person', submittedOn: day, arrivedOn: null, signedOn: null },
    applicants: [CITIZEN],
    requested: {
      description: '晴川区柳堤路道路改造工程的征收补偿方案',
      title: null,
      documentNumber: null,
      supplyForm: 'paper',
      supplyRoute: 'post',
    },
    assistance: null,
    notifyBy: null,
    form: '所需政府信息：晴川区柳堤路道路改造工程的征收补偿方案',
    files: [],
    ...altered,
  };
}
