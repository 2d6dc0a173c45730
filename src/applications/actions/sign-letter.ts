import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { LetterId } from '../rules/ids.ts';
import { composeLetter } from '../rules/letters/compose-letter.ts';
import type { DraftRecipient } from '../rules/letters/draft-json.ts';
import { consultationOf } from '../rules/letters/effect-of-dispatch.ts';
import type { LetterFacts } from '../rules/letters/letter-facts.ts';
import type { LetterKind } from '../rules/letters/letter-kinds.ts';
import { documentNumberText } from '../rules/letters/document-number.ts';
import { faultsOfLetter } from '../rules/letters/letter-faults.ts';
import { letterRuleOf } from '../rules/letters/letter-rules.ts';
import { notOpen, unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertConsultation } from '../store/consultation.store.ts';
import { takeDocumentNumber } from '../store/document-number.store.ts';
import { templatesFor } from '../store/letter-template.store.ts';
import { findVersion, insertSignedLetter } from '../store/letter.store.ts';
import { codeInGroups, randomCode } from '../../platform/spoken-code/spoken-code.ts';
import type { ActionDeps, Party } from './deps.ts';
import { letterFactsOf } from './letter-facts.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

const consults = (kind: LetterKind): boolean => kind === 'third-party-consultation' || kind === 'agency-consultation';

const partyOf = ({ name, contact, address }: DraftRecipient) => ({ name, contact, address });

/** A third party may also answer on a page, by a code that stands in its letter alone. */
function withAnswerCode(facts: LetterFacts, code: string): LetterFacts {
  const online = `也可以在门户网站“答复征求意见”页面凭答复码 ${codeInGroups(code)} 提交`;
  const answerWay = [facts.draft.values.answerWay, online].filter(part => part !== undefined).join('，');
  return { ...facts, draft: { ...facts.draft, values: { ...facts.draft.values, answerWay } } };
}

/**
 * Signs a letter (签发): it gets its 文号 from the agency's gapless series and its date, and is kept as it is from now on. Refuses
 * whoever had a hand in the draft, a letter that has not gone through its chain, and one that lacks what the law demands.
 */
export async function signLetter(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: { readonly letter: LetterId },
): Promise<Result<CaseFile, Refusal>> {
  return perform(deps, party, ref, async (file, transaction) => {
    const { registration, application } = file;
    const letter = application.letters.find(({ id }) => id === input.letter);
    const saved =
      letter === undefined ? undefined : await findVersion(transaction, deps.sealing, input.letter, letter.version);
    if (letter === undefined || saved === undefined) return refuse(notOpen('这份文书还没有提交审核，不能签发'));
    const issuedOn = deps.today();
    const templates = await templatesFor(transaction, registration.agency);
    const draft = await letterFactsOf(transaction, deps, file, saved, null);
    const faults = faultsOfLetter(draft, templates);
    if (faults.length > 0)
      return refuse({
        kind: 'unusable',
        problems: faults.map(({ part, message }) => ({ field: part, message })),
      } as const);
    const { series } = letterRuleOf(letter.kind);
    const { numberPrefix } = draft.agency;
    if (series !== null && numberPrefix === null)
      return refuse(unusable('numberPrefix', '本机关还没有设置发文机关代字，请系统管理员在机构资料中填写后再签发'));
    const documentNumber =
      series === null
        ? null
        : documentNumberText(
            numberPrefix!,
            series,
            issuedOn.year,
            await takeDocumentNumber(transaction, registration.agency, series, issuedOn.year, input.letter),
          );
    const code = letter.kind === 'third-party-consultation' ? randomCode(12) : null;
    const told = code === null ? draft : withAnswerCode(draft, code);
    const content = composeLetter({ ...told, documentNumber, issuedOn }, templates);
    const { version } = letter;
    return ok({
      acts: [{ kind: 'letter-signed', letter: input.letter, version, documentNumber, on: issuedOn }],
      write: async () => {
        await insertSignedLetter(transaction, deps.sealing, {
          letter: input.letter,
          version,
          documentNumber,
          content,
          signedOn: issuedOn,
        });
        if (saved.recipient !== null && consults(letter.kind))
          await insertConsultation(transaction, deps.sealing, {
            id: consultationOf(input.letter),
            application: ref.id,
            consulted: letter.kind === 'agency-consultation' ? 'agency' : 'third-party',
            party: { ...partyOf(saved.recipient), matter: saved.draft.values.information ?? '' },
            code,
            openedAt: deps.now(),
          });
      },
    });
  });
}
