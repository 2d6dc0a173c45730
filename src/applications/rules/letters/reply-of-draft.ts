import type { Finding, FindingKind, Reply } from '../reply.ts';
import { FINDING_LABEL } from '../reply.ts';
import type { LetterDraft } from './letter-facts.ts';
import type { LetterValues } from './letter-inputs.ts';

const isFindingKind = (kind: string): kind is FindingKind => kind in FINDING_LABEL;

function supplyOf({ supplyForm, pages, howToGet }: LetterValues) {
  const form = /查阅|抄录/.test(supplyForm ?? '')
    ? 'inspection'
    : /电子|光盘/.test(supplyForm ?? '')
      ? 'electronic'
      : 'paper';
  return {
    form,
    pages: form === 'inspection' ? null : (pages ?? null),
    howToGet: howToGet === undefined || howToGet === '' ? null : howToGet,
  } as const;
}

const filled = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim();

/** What a part of a draft finds, as the log keeps it: structured, without anything said about persons. */
function findingOf(kind: FindingKind, values: LetterValues): Finding | null {
  switch (kind) {
    case 'already-public':
      return { kind, where: values.where ?? '' };
    case 'granted':
      return { kind, supply: supplyOf(values) };
    case 'partly-granted': {
      const grounds = [...new Set((values.passages ?? []).map(({ ground }) => ground))];
      return { kind, supply: supplyOf(values), grounds };
    }
    case 'withheld':
      return values.ground === undefined ? null : { kind, ground: values.ground };
    case 'registry-inquiry':
      return { kind, underLaw: values.underLaw ?? '' };
    case 'not-existing': {
      const { searchedIn, searchedFor, searchedPeriod } = values;
      return {
        kind,
        searched: [searchedIn, searchedFor, searchedPeriod].flatMap(part => filled(part) ?? []).join('；'),
      };
    }
    case 'not-ours':
      return { kind, rightAgency: filled(values.rightAgency), rightAgencyContact: filled(values.rightAgencyContact) };
    case 'petition':
      return { kind, properChannel: filled(values.properChannel) };
    case 'repeat':
      return { kind, earlier: null, earlierNumber: values.earlierNumber ?? '' };
    case 'publication':
      return { kind, where: values.where ?? '' };
    case 'record-transferred':
      return { kind, to: values.transferredTo ?? '' };
    case 'requires-creation':
    case 'still-unclear':
    case 'vexatious':
    case 'reissue':
    case 'record-corrected':
    case 'record-kept':
      return { kind };
  }
}

/**
 * The reply that a draft amounts to; null for letters that answer nothing, and while what the draft finds is not complete. The
 * first of several findings is the main one, which counts where all of them refuse.
 */
export function replyOf({ kind, values, findings }: LetterDraft): Reply | null {
  const found =
    kind === 'several-findings'
      ? findings.map(finding => findingOf(finding.kind, finding.values))
      : isFindingKind(kind)
        ? [findingOf(kind, values)]
        : [];
  const [main, ...others] = found.filter(finding => finding !== null);
  return main === undefined || others.length + 1 < found.length ? null : { main, others };
}
