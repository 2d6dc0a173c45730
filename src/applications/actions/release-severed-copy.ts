import { createHash, randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { Region } from '../../platform/redaction/redaction.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import type {
  OriginalFile,
  ReleasedFile,
  Severance,
  SeveranceId,
  SeveranceReport,
  WithheldPassage,
} from '../rules/severance.ts';
import { findFile, insertFileRow } from '../store/application-file.store.ts';
import { findCaseFile } from '../store/application.store.ts';
import { findOriginal, insertSeverance, setAsideReleased } from '../store/severance.store.ts';
import { isVisibleTo, perform } from './perform.ts';
import type { FileRef } from './perform.ts';
import type { SeveranceDeps } from './take-original.ts';

function orderOf(passages: readonly WithheldPassage[]): { readonly regions: Region[]; readonly terms: string[] } {
  const regions: Region[] = [];
  const terms: string[] = [];
  for (const { place } of passages)
    if (place.kind === 'words') terms.push(place.words);
    else {
      const { page, left, top, right, bottom } = place;
      regions.push({ page, left, top, right, bottom });
    }
  return { regions, terms };
}

/** 原件.docx → 原件（区分处理）.pdf */
const releasedName = (name: string): string => `${name.replace(/\.[^.]*$/, '')}（区分处理）.pdf`;

async function openCase(deps: SeveranceDeps, officer: Officer, ref: FileRef): Promise<Result<CaseFile, Refusal>> {
  const file = await findCaseFile(deps.queries, ref.id);
  if (file === undefined || !isVisibleTo({ kind: 'officer', officer }, file)) return refuse({ kind: 'not-found' });
  return may(officer, 'handle-application', file.registration.agency)
    ? ok(file)
    : refuse({ kind: 'forbidden', ability: 'handle-application' });
}

/**
 * Makes the copy of an original that may be given out (Art. 37), by the passages marked in it. Nothing is released in which the
 * verification still finds anything: then the severance is recorded as blocked, with what was found. The original is
 * never changed; a copy made before from it is set aside.
 */
export async function releaseSeveredCopy(
  deps: SeveranceDeps,
  officer: Officer,
  ref: FileRef,
  original: OriginalFile,
): Promise<Result<Severance, Refusal>> {
  const opened = await openCase(deps, officer, ref);
  if (!opened.ok) return opened;
  const known = await findOriginal(deps.queries, deps.sealing, ref.id, original);
  const row = await findFile(deps.queries, deps.sealing, ref.id, original);
  if (known === undefined || row === undefined) return refuse({ kind: 'not-found' });
  if (known.passages.length === 0)
    return refuse(unusable('words', '还没有标记要遮盖的内容，请先标记，并写明每一处的理由'));

  const redacted = await deps.redaction.redact(
    await deps.files.read(known.workingFile ?? row.file),
    orderOf(known.passages),
  );
  if (!redacted.ok) return refuse(unusable('words', redacted.problem));
  const { value: result } = redacted;
  const report: SeveranceReport = result.report;
  const copy = result.kind === 'released' ? await deps.files.keep(result.pdf) : null;
  if (copy !== null && !copy.ok) return refuse(unusable('words', copy.problem));

  const released = copy === null ? null : (randomUUIDv7() as string as ReleasedFile);
  const at = deps.now();
  const severance: Severance = {
    id: randomUUIDv7() as string as SeveranceId,
    original,
    passages: known.passages,
    released,
    report,
    madeAt: at,
  };
  const count = known.passages.length;
  const done = await perform(deps, { kind: 'officer', officer }, { ...ref, version: null }, () =>
    ok({
      acts: [
        {
          kind: 'noted',
          text:
            released === null
              ? `区分处理没有通过检验，标记 ${count} 处，没有生成可以提供的文件`
              : `作区分处理：标记 ${count} 处，检验通过，生成提供给申请人的文件`,
        },
      ],
      write: async transaction => {
        if (released !== null && copy?.ok === true && result.kind === 'released') {
          await setAsideReleased(transaction, ref.id, original);
          await insertFileRow(transaction, deps.sealing, ref.id, {
            id: released,
            purpose: 'released',
            file: copy.value,
            name: releasedName(row.name),
            mediaType: 'application/pdf',
            bytes: result.pdf.byteLength,
            sha256: createHash('sha256').update(result.pdf).digest('hex'),
            scan: row.scan,
            addedAt: at,
            addedBy: officer.id,
          });
        }
        await insertSeverance(transaction, deps.sealing, ref.id, { ...severance, madeBy: officer.id });
      },
    }),
  );
  if (done.ok) return ok(severance);
  if (copy?.ok === true) await deps.files.remove(copy.value);
  return done;
}
