import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { LetterId } from '../rules/ids.ts';
import { composeLetter } from '../rules/letters/compose-letter.ts';
import { documentNumberText } from '../rules/letters/document-number.ts';
import { faultsOfLetter } from '../rules/letters/letter-faults.ts';
import { letterRuleOf } from '../rules/letters/letter-rules.ts';
import { notOpen, unusable } from '../rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { takeDocumentNumber } from '../store/document-number.store.ts';
import { templatesFor } from '../store/letter-template.store.ts';
import { findVersion, insertSignedLetter } from '../store/letter.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { letterFactsOf } from './letter-facts.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

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
    const content = composeLetter({ ...draft, documentNumber, issuedOn }, templates);
    const { version } = letter;
    return ok({
      acts: [{ kind: 'letter-signed', letter: input.letter, version, documentNumber, on: issuedOn }],
      write: async () =>
        insertSignedLetter(transaction, deps.sealing, {
          letter: input.letter,
          version,
          documentNumber,
          content,
          signedOn: issuedOn,
        }),
    });
  });
}
