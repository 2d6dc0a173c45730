import { randomUUIDv7 } from 'node:crypto';
import type { Result } from '../../kernel/result.ts';
import { describeUpload } from '../../platform/files/describe-upload.ts';
import { addAttachments } from '../actions/add-attachments.ts';
import { approveItem } from '../actions/approve-item.ts';
import { checkItem } from '../actions/check-item.ts';
import type { CheckDeps } from '../actions/check-item.ts';
import { draftItem } from '../actions/draft-item.ts';
import { editItem } from '../actions/edit-item.ts';
import { proofreadItem } from '../actions/proofread-item.ts';
import { publishItem } from '../actions/publish-item.ts';
import { reviewItem } from '../actions/review-item.ts';
import { reviewSecrecy } from '../actions/review-secrecy.ts';
import { setAttribute } from '../actions/set-attribute.ts';
import { submitItem } from '../actions/submit-item.ts';
import { run as readAttachment } from '../examination/job.ts';
import { run as maskAttachment } from '../examination/masking/masking-job.ts';
import type { Content } from '../rules/content.ts';
import type { AttachmentId } from '../rules/ids.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { ItemKind } from '../rules/item-kind.ts';
import { refusalText } from '../rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { SecrecyForm } from '../rules/secrecy-form.ts';
import { saveColumns } from '../store/column.store.ts';
import { OFFICE, TEST_COLUMNS } from './contents.ts';
import { doneOr, openTestInstallation, refusedWith } from '../../people/testing/installation.ts';
import type { TestInstallation } from '../../people/testing/installation.ts';

/** An installation for tests of publishing: columns besides what every register needs. */
export type Publishing = Omit<TestInstallation, 'deps'> & { readonly deps: CheckDeps };

/** Attachments are read in this process: what the sandbox adds has tests of its own. */
export async function openPublishing(day: string): Promise<Publishing> {
  const installation = await openTestInstallation(day);
  await saveColumns(installation.deps.queries, TEST_COLUMNS);
  return {
    ...installation,
    deps: { ...installation.deps, reader: { read: readAttachment, mask: maskAttachment, close: () => {} } },
  };
}

/** What an act gave; a test that expects it to be done fails with the refusal's own words. */
export const done = <Value>(result: Result<Value, Refusal>): Value => doneOr(result, refusalText);

/** The words of a refusal; a test that expects one fails where the act was done. */
export const refused = <Value>(result: Result<Value, Refusal>): string => refusedWith(result, refusalText);

export const refOf = ({ registration, publication }: ItemFile) => ({
  id: registration.id,
  version: publication.version,
});

/** A 保密审查表 that finds nothing. */
export const CLEAN_FORM: SecrecyForm = {
  carrier: 'official-document',
  channels: ['website'],
  classified: false,
  answers: {
    'state-secret': 'none',
    'work-secret': 'none',
    'trade-secret': 'none',
    privacy: 'none',
    'security-and-stability': 'none',
    'internal-or-deliberative': 'none',
    'other-agency': 'none',
    aggregation: 'none',
  },
  personalData: 'none',
  opinion: '同意公开',
};

/** Drafts an item, with its attachments, as the 承办人 does. */
export async function drafted(
  publishing: Publishing,
  content: Content,
  kind: ItemKind = 'news',
  attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [],
): Promise<ItemFile> {
  const { deps } = publishing;
  const author = await publishing.officer(['case-handler']);
  const file = done(await draftItem(deps, author, { agency: OFFICE, kind, content }));
  if (attachments.length === 0) return file;
  const named: { readonly id: AttachmentId; readonly title: string }[] = [];
  for (const { name, bytes } of attachments) {
    const described = await describeUpload(bytes, name);
    const kept = await deps.files.keep(bytes);
    if (!described.ok || !kept.ok) throw new Error('the attachment was not taken');
    const { kind: _kind, ...facts } = described.value;
    const id = randomUUIDv7() as string as AttachmentId;
    done(await addAttachments(deps, author, refOf(file), [{ id, file: kept.value, ...facts }]));
    named.push({ id, title: name });
  }
  return done(await editItem(deps, author, refOf(file), { ...content, attachments: named }));
}

/** Has a draft's public attribute set and the gates run over it. */
export async function checked(publishing: Publishing, file: ItemFile): Promise<ItemFile> {
  const { deps } = publishing;
  const author = await publishing.officer(['case-handler']);
  const ready =
    file.publication.publicEdition === null
      ? done(await setAttribute(deps, author, refOf(file), { attribute: 'proactive', ground: null, reason: null }))
      : file;
  return done(await checkItem(deps, author, refOf(ready)));
}

/** Takes an item through 保密审查, three reviews and three proofs, each by somebody else, up to approval. */
export async function approved(publishing: Publishing, draft: ItemFile): Promise<ItemFile> {
  const { deps, officer } = publishing;
  let file = done(await submitItem(deps, await officer(['case-handler']), refOf(await checked(publishing, draft))));
  const { edition } = file.publication;
  file = done(
    await reviewSecrecy(deps, await officer(['secrecy-reviewer']), refOf(file), {
      edition,
      form: CLEAN_FORM,
      ticked: file.latest.content.attachments.map(({ id }) => id),
      conclusion: 'release',
    }),
  );
  const reviewer = await officer(['reviewer']);
  file = done(await reviewItem(deps, reviewer, refOf(file), { edition, step: 'first', comment: null }));
  const head = await officer(['disclosure-head']);
  file = done(await reviewItem(deps, head, refOf(file), { edition, step: 'second', comment: null }));
  file = done(await proofreadItem(deps, reviewer, refOf(file), { edition, proof: 'editor', remark: null }));
  return done(await approveItem(deps, await officer(['signatory']), refOf(file), { edition, comment: null }));
}

/** Publishes a draft after all that has to come before. */
export async function published(publishing: Publishing, draft: ItemFile): Promise<ItemFile> {
  const { deps, officer } = publishing;
  const head = await officer(['disclosure-head']);
  const ready = await approved(publishing, draft);
  const { edition } = ready.publication;
  const proof = await proofreadItem(deps, head, refOf(ready), { edition, proof: 'before-publication', remark: null });
  return done(await publishItem(deps, head, refOf(done(proof))));
}
