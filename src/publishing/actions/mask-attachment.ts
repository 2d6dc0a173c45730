import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import { describeUpload } from '../../platform/files/describe-upload.ts';
import type { FileId } from '../../platform/files/file-store.ts';
import type { Redaction } from '../../platform/redaction/redaction.ts';
import { withFileReplaced } from '../rules/content.ts';
import type { Content } from '../rules/content.ts';
import type { AttachmentReading } from '../rules/gates/reading.ts';
import type { AttachmentId } from '../rules/ids.ts';
import type { Attachment, ItemFile } from '../rules/item-file.ts';
import { masked, masksOf } from '../rules/masking.ts';
import type { MaskedPlace } from '../rules/masking.ts';
import type { Refusal } from '../rules/refusal.ts';
import { mayFollow, STAGE_LABEL } from '../rules/stage.ts';
import { officialFactsOf } from '../store/examined.store.ts';
import { findItemFile, insertAttachments } from '../store/item.store.ts';
import { keepReading } from '../store/reading.store.ts';
import { checkItem } from './check-item.ts';
import type { CheckDeps } from './check-item.ts';
import type { Party } from './deps.ts';
import { isVisibleTo, perform } from './perform.ts';
import type { ItemRef } from './perform.ts';
import { readAttachments } from './read-attachments.ts';

/** Office files, texts and pictures are copied by us, PDF by the engine of severance. */
export type MaskDeps = CheckDeps & { readonly redaction: Redaction };

type Copy = { readonly bytes: Uint8Array; readonly places: readonly MaskedPlace[] };

/** A masked copy as it was taken in: what was masked in it, and the item that names it now. */
export type MaskedCopy = {
  readonly file: ItemFile;
  readonly attachment: AttachmentId;
  readonly places: readonly MaskedPlace[];
};

const shownTexts = (reading: AttachmentReading): readonly string[] =>
  reading.parts.filter(({ hidden }) => !hidden).map(({ text }) => text);

/** True redaction: the words are taken out of the file, and so is everything that lies beside its pages. */
async function maskPdf(
  { redaction, reader }: MaskDeps,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  officialNumbers: readonly string[],
): Promise<Result<Copy, string>> {
  const reading = await reader.read({ name, bytes });
  if (reading === null) return refuse('现在处理不了，请一分钟后再试');
  const found = shownTexts(reading).flatMap(text =>
    masksOf(text, officialNumbers).map(mask => ({ term: text.slice(mask.start, mask.end), ...mask })),
  );
  const terms = [...new Set(found.map(({ term }) => term))];
  const order = { regions: [], terms };
  const redacted = await redaction.redact(bytes, terms.length === 0 ? { ...order, besideOnly: true } : order);
  if (!redacted.ok) return redacted;
  if (redacted.value.kind === 'blocked')
    return refuse('副本没有通过检验，仍能查到应当遮盖的内容，请在电脑上处理后重新上传');
  const places = found.map(({ replacement, what }) => ({
    place: '正文',
    replacement: `${replacement}（整体遮盖）`,
    what,
  }));
  return ok({ bytes: redacted.value.pdf, places });
}

async function copyOf(
  deps: MaskDeps,
  { name, mediaType }: Attachment,
  bytes: Uint8Array,
  officialNumbers: readonly string[],
): Promise<Result<Copy, string>> {
  if (mediaType === 'application/pdf') return maskPdf(deps, { name, bytes }, officialNumbers);
  const answer = await deps.reader.mask({ name, bytes, officialNumbers });
  return answer.kind === 'masked' ? ok(answer) : refuse(answer.why);
}

/** What a reader of its own still finds in a copy; null where it finds nothing. */
function leftIn(reading: AttachmentReading, officialNumbers: readonly string[]): string | null {
  const hidden = reading.parts.find(part => part.hidden);
  if (hidden !== undefined) return hidden.place;
  return shownTexts(reading).some(text => masksOf(text, officialNumbers).length > 0) ? '个人信息' : null;
}

/** The content with one file in place of another, wherever it is named; its title masked like its words. */
function withCopy(content: Content, from: AttachmentId, to: AttachmentId, officialNumbers: readonly string[]): Content {
  const replaced = withFileReplaced(content, from, to);
  const attachments = replaced.attachments.map(one =>
    one.id === to ? { ...one, title: masked(one.title, masksOf(one.title, officialNumbers)) } : one,
  );
  return { ...replaced, attachments };
}

const maskedName = (name: string, officialNumbers: readonly string[]): string =>
  // A star may stand in no name of a file.
  masked(name, masksOf(name, officialNumbers)).replaceAll('*', '＊');

/**
 * Puts a masked copy in place of an attachment, in a further edition: what is public stays as it is until that has been approved.
 * The original stays with the item and is never public again. The copy is read by a reader that has no part in the masking and is
 * refused where that still finds something; the gates run over the new edition.
 */
export async function maskAttachment(
  deps: MaskDeps,
  party: Party,
  ref: ItemRef,
  attachment: AttachmentId,
): Promise<Result<MaskedCopy, Refusal>> {
  const file = await findItemFile(deps.queries, ref.id);
  if (file === undefined || !isVisibleTo(party, file.registration)) return refuse({ kind: 'not-found' });
  const { stage } = file.publication;
  if (!mayFollow(stage, 'edited')) return refuse(notOpen(`这条信息现在是“${STAGE_LABEL[stage]}”，不能替换附件`));
  const original = file.attachments.find(({ id }) => id === attachment);
  if (original === undefined || !file.latest.content.attachments.some(({ id }) => id === attachment))
    return refuse(notOpen('最新一稿里没有这个附件，请刷新页面核对'));

  // So that the two can be laid beside each other afterwards.
  await readAttachments(deps, file);
  const { agency, id } = file.registration;
  const { officialNumbers } = await officialFactsOf(deps.queries, agency);
  const copy = await copyOf(deps, original, await deps.files.read(original.file as FileId), officialNumbers);
  if (!copy.ok) return refuse(notOpen(`附件“${original.name}”没有生成脱敏副本：${copy.problem}`));
  const described = await describeUpload(copy.value.bytes, maskedName(original.name, officialNumbers));
  if (!described.ok) return refuse(notOpen(described.problem));
  const { name, mediaType, bytes, sha256 } = described.value;
  const reading = await deps.reader.read({ name, bytes: copy.value.bytes });
  if (reading === null) return refuse(notOpen('现在处理不了，请一分钟后再试'));
  const left = leftIn(reading, officialNumbers);
  if (left !== null)
    return refuse(notOpen(`副本里仍然查到${left}，没有替换；请在电脑上处理附件“${original.name}”后重新上传`));

  const kept = await deps.files.keep(copy.value.bytes);
  if (!kept.ok) return refuse(notOpen(kept.problem));
  const copyId = randomUUIDv7() as string as AttachmentId;
  const added: Attachment = { id: copyId, file: kept.value, name, mediaType, bytes, sha256, maskedFrom: attachment };
  const replaced = await perform(deps, party, ref, ({ latest }) => {
    const edition = latest.edition + 1;
    const by = party.kind === 'officer' ? party.officer.id : null;
    return ok({
      acts: [
        { kind: 'edited', edition },
        {
          kind: 'noted',
          text: `附件“${masked(original.name, masksOf(original.name, officialNumbers))}”换成脱敏副本，原件只在内部保存`,
        },
      ],
      edition: {
        edition,
        content: withCopy(latest.content, attachment, copyId, officialNumbers),
        author: by,
        savedAt: deps.now(),
      },
      write: async transaction => {
        await insertAttachments(transaction, id, [added], deps.now(), by);
        await keepReading(transaction, copyId, reading);
      },
    });
  });
  if (!replaced.ok) {
    await deps.files.remove(kept.value);
    return replaced;
  }
  const checked = await checkItem(deps, party, { id, version: replaced.value.publication.version });
  return ok({ file: checked.ok ? checked.value : replaced.value, attachment: copyId, places: copy.value.places });
}
