import { randomUUIDv7 } from 'node:crypto';
import { describeUpload } from '../../../platform/files/describe-upload.ts';
import { filesNamed, folderOf } from '../../parse/file-finder.ts';
import type { Body, BodyBlock } from '../../rules/body.ts';
import type { Content } from '../../rules/content.ts';
import type { AttachmentReading } from '../../rules/gates/reading.ts';
import type { AttachmentId } from '../../rules/ids.ts';
import { findOldAddress } from '../../rules/import/old-address.ts';
import type { Attachment } from '../../rules/item-file.ts';
import { ImportHalted } from './import-deps.ts';
import type { ImportDeps } from './import-deps.ts';
import type { ImportRun } from './import-run.ts';
import type { DraftedLine } from './line-documents.ts';

/** A file that comes in with an item: kept, unless it is a trial. */
export type ImportedAttachment = {
  readonly attachment: Attachment;
  readonly title: string;
  /** Null where nobody could read it now: it is read when the item is checked again. */
  readonly reading: AttachmentReading | null;
  readonly oldAddress: string | null;
};

/** The content of a line with its files. */
export type Gathered = {
  readonly content: Content;
  readonly attachments: readonly ImportedAttachment[];
  /** Files that the line names and that could not be taken in. */
  readonly doubts: readonly string[];
  readonly remarks: readonly string[];
};

/** CONTENT has no room for more. */
const MOST_ATTACHMENTS = 50;
const LONGEST_TITLE = 150;
const BARE_NAME = /\.(?:jpe?g|png|gif|bmp|webp)$|^(?:img|image|dsc|pic|图片|截图)[\s_-]*\d*$/iu;

/** The body with its pictures under the ids of their attachments; those that were not found are left out. */
function withPictures(body: Body, ids: ReadonlyMap<string, AttachmentId>, title: string): Body {
  let count = 0;
  return body.flatMap((block): readonly BodyBlock[] => {
    if (block.kind !== 'image') return [block];
    const attachment = ids.get(block.attachment);
    if (attachment === undefined) return [];
    count += 1;
    const alt = block.alt.trim();
    // Older sites gave pictures no words; the title says at least what they belong to.
    const words = alt === '' || BARE_NAME.test(alt) ? `${title.slice(0, 80)}（配图${count}）` : alt;
    return [{ ...block, attachment, alt: words }];
  });
}

function createGathering(deps: ImportDeps, run: ImportRun) {
  const attachments: ImportedAttachment[] = [];
  const ids = new Map<string, AttachmentId>();

  /** Takes a file in, once; one sentence where it cannot be. Throws where there is no room for it. */
  async function take(path: string, title: string | null, oldAddress: string | null): Promise<string | null> {
    if (ids.has(path)) return null;
    if (attachments.length >= MOST_ATTACHMENTS) return `附件超过 ${MOST_ATTACHMENTS} 个`;
    const bytes = await run.tree.read(path);
    if (!bytes.ok) return bytes.problem;
    const described = await describeUpload(bytes.value, path);
    if (!described.ok) return described.problem;
    const verdict = await deps.scanner(bytes.value);
    if (verdict.kind === 'infected') return `查出病毒（${verdict.found.slice(0, 60)}）`;
    const { kind: _kind, ...facts } = described.value;
    const kept = run.keep ? await deps.files.keep(bytes.value) : null;
    if (kept?.ok === false) throw new ImportHalted(kept.problem);
    const id = randomUUIDv7() as string as AttachmentId;
    ids.set(path, id);
    attachments.push({
      attachment: { id, file: kept?.value ?? '', ...facts },
      title: (title ?? facts.name.replace(/\.[a-z0-9]+$/iu, '')).slice(0, LONGEST_TITLE),
      reading: await deps.reader.read({ name: facts.name, bytes: bytes.value }),
      oldAddress,
    });
    return null;
  }
  return { take, attachments, ids };
}

/** Takes in the files that belong to a line: those that it names, its document where it is to be had as a file, its pictures. */
export async function gatherFiles(
  deps: ImportDeps,
  run: ImportRun,
  { line, draft, path, keepsDocument }: DraftedLine,
): Promise<Gathered> {
  const near = path === null ? run.top : folderOf(path);
  const { take, attachments, ids } = createGathering(deps, run);
  const doubts: string[] = [];
  const { title, body } = draft.content;
  if (keepsDocument && path !== null) {
    const problem = await take(path, title, null);
    if (problem !== null) doubts.push(`正文文件“${path}”：${problem}`);
  }
  for (const { text, path: from } of filesNamed(line.fields.attachments ?? '', near, run.find)) {
    const problem = from === undefined ? '没有找到' : await take(from, null, findOldAddress(text) ?? null);
    if (problem !== null) doubts.push(`附件“${text.slice(0, 60)}”${from === undefined ? '' : '：'}${problem}`);
  }
  const pictures = new Map<string, AttachmentId>();
  let lost = 0;
  for (const block of body) {
    if (block.kind !== 'image') continue;
    const from = run.find(block.attachment, near);
    if (from !== undefined && (await take(from, null, null)) === null) pictures.set(block.attachment, ids.get(from)!);
    else lost += 1;
  }
  return {
    content: {
      ...draft.content,
      body: withPictures(body, pictures, title),
      attachments: attachments.map(({ attachment, title: shown }) => ({ id: attachment.id, title: shown })),
    },
    attachments,
    doubts,
    remarks: lost > 0 ? [`正文里有 ${lost} 张图片没有找到，没有带入`] : [],
  };
}
