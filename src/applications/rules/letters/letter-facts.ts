import type { ApplicantKind } from '../../../law/report-form/table-three.ts';
import type { Channel } from '../channel.ts';
import type { FindingKind } from '../reply.ts';
import type { LetterValues } from './letter-inputs.ts';
import type { LetterKind } from './letter-kinds.ts';

/** The agency that writes, as its letters name it. */
export type LetterAgency = {
  /** Full name: 署名. */
  readonly name: string;
  /** 发文机关标志; the name where the agency has set none of its own. */
  readonly letterhead: string;
  /** 发文机关代字, such as 晴政办; null until it has been set. */
  readonly numberPrefix: string | null;
  readonly disclosureOffice: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly telephone: string | null;
};

/** Where a reply can be fought: organ, court, and the internet channel that must be named when the reply is served online. */
export type LetterRemedy = {
  readonly reviewOrgan: string | null;
  readonly court: string | null;
  readonly onlineChannel: string | null;
};

/** What the record says of the application that the letter is about. */
export type LetterApplication = {
  readonly number: string;
  /** All applicants, the first signatory first. */
  readonly applicants: readonly string[];
  readonly applicantKind: ApplicantKind;
  readonly channel: Channel;
  readonly receivedOn: Temporal.PlainDate;
  readonly clarifiedOn: Temporal.PlainDate | null;
  readonly paidOn: Temporal.PlainDate | null;
  readonly requested: string;
};

/** Whom a letter to somebody other than the applicant goes to. */
export type LetterRecipient = { readonly name: string; readonly isPerson: boolean };

/** One more thing that a reply finds, beside its kind's own. */
export type OtherFinding = { readonly kind: FindingKind; readonly values: LetterValues };

/** A letter as it is drafted: what the officer fills in. The rest comes from the record when it is composed. */
export type LetterDraft = {
  readonly kind: LetterKind;
  readonly values: LetterValues;
  /** Of `several-findings` alone: each thing asked for and its answer, in order. */
  readonly findings: readonly OtherFinding[];
};

/** Everything a letter is composed from. */
export type LetterFacts = {
  readonly agency: LetterAgency;
  readonly remedy: LetterRemedy;
  readonly application: LetterApplication;
  /** Null on letters to the applicant. */
  readonly recipient: LetterRecipient | null;
  /** Whether it is served over the internet: then the remedy names an internet channel (行政复议法 Art. 22). */
  readonly servedOnline: boolean;
  /** Null while it is drafted: both are set when it is signed. */
  readonly documentNumber: string | null;
  readonly issuedOn: Temporal.PlainDate | null;
  /** The day that decides which law applies while the letter is a draft. */
  readonly today: Temporal.PlainDate;
  readonly draft: LetterDraft;
};
