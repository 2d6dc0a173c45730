import { remedyOrgansOf } from '../../people/rules/remedy-organs.ts';
import { findAgency, listAgencies } from '../../people/store/agency.register.store.ts';
import { readSetting } from '../../people/store/setting.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Applicant } from '../rules/applicant.ts';
import { registrationNumber } from '../rules/case-file.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { clockFileOf } from '../rules/clock-file.ts';
import type { SavedDraft } from '../rules/letters/draft-json.ts';
import type { LetterAgency, LetterApplication, LetterFacts } from '../rules/letters/letter-facts.ts';
import { replyClock } from '../rules/reply-clock.ts';
import { ONLINE_REVIEW_CHANNEL } from '../rules/settings.ts';
import { clockReadingsFor } from '../store/clock-readings.store.ts';
import { listApplicants } from '../store/applicant.store.ts';
import type { Agency } from '../../people/rules/agency.ts';
import type { ActionDeps } from './deps.ts';

/** What signing adds to a draft. */
export type Issue = { readonly documentNumber: string | null; readonly issuedOn: Temporal.PlainDate };

function letterAgencyOf(agency: Agency): LetterAgency {
  const { name, letterhead, numberPrefix, contact } = agency;
  return {
    name,
    letterhead: letterhead ?? name,
    numberPrefix,
    disclosureOffice: contact.office,
    address: contact.address,
    postcode: contact.postcode,
    telephone: contact.telephone,
  };
}

function letterApplicationOf(
  { registration, application }: CaseFile,
  applicants: readonly Applicant[],
  receivedOn: Temporal.PlainDate,
): LetterApplication {
  return {
    number: registrationNumber(registration),
    applicants: applicants.map(({ name }) => name),
    applicantKind: application.applicantKind,
    channel: application.intake.channel,
    receivedOn,
    clarifiedOn: application.clarification?.receivedOn ?? null,
    paidOn: application.fee?.paidOn ?? null,
    requested: registration.requested.description,
  };
}

/**
 * Everything that a letter of a file is composed from: the record fills in what the officer need not type. Opens the applicants'
 * names; the caller has checked the ability. An application not yet received is dated by its lodging.
 */
export async function letterFactsOf(
  queries: Queries,
  deps: ActionDeps,
  file: CaseFile,
  saved: SavedDraft,
  issue: Issue | null,
): Promise<LetterFacts> {
  const { registration, log } = file;
  const agencies = await listAgencies(queries);
  const agency = (await findAgency(queries, registration.agency))!;
  const organs = remedyOrgansOf(agency, agencies);
  const onlineChannel = await readSetting(queries, ONLINE_REVIEW_CHANNEL, registration.agency);
  const readings = await clockReadingsFor(queries, registration.agency);
  const clock = replyClock(clockFileOf(log), await deps.calendar(), readings);
  const applicants = await listApplicants(queries, deps.sealing, registration.id);
  const lodgedOn = registration.lodgedAt.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
  const { recipient } = saved;
  return {
    agency: letterAgencyOf(agency),
    remedy: {
      reviewOrgan: organs.reviewOrgan,
      court: organs.court,
      onlineChannel: onlineChannel === '' ? null : onlineChannel,
    },
    application: letterApplicationOf(file, applicants, clock.receivedOn ?? lodgedOn),
    recipient: recipient === null ? null : { name: recipient.name, isPerson: recipient.isPerson },
    servedOnline: saved.servedOnline,
    documentNumber: issue?.documentNumber ?? null,
    issuedOn: issue?.issuedOn ?? null,
    today: deps.today(),
    draft: saved.draft,
  };
}
