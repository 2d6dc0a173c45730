import { randomUUIDv7 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { SAMPLE_AGENCIES } from '../../../sample/qingchuan/agencies.ts';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { registerAgency } from '../../people/actions/register-agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { Role } from '../../people/rules/role.ts';
import { getStaffId } from '../../people/rules/staff-id.ts';
import { insertStaff } from '../../people/store/staff.store.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { describeUpload } from '../../platform/files/describe-upload.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { openSealing } from '../../platform/sealing/sealing.ts';
import { addAttachments } from '../actions/add-attachments.ts';
import { approveItem } from '../actions/approve-item.ts';
import { checkItem } from '../actions/check-item.ts';
import type { CheckDeps } from '../actions/check-item.ts';
import type { Party } from '../actions/deps.ts';
import { draftItem } from '../actions/draft-item.ts';
import { editItem } from '../actions/edit-item.ts';
import { proofreadItem } from '../actions/proofread-item.ts';
import { publishItem } from '../actions/publish-item.ts';
import { reviewItem } from '../actions/review-item.ts';
import { reviewSecrecy } from '../actions/review-secrecy.ts';
import { setAttribute } from '../actions/set-attribute.ts';
import { submitItem } from '../actions/submit-item.ts';
import { run as readAttachment } from '../examination/job.ts';
import type { Content } from '../rules/content.ts';
import type { AttachmentId } from '../rules/ids.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { ItemKind } from '../rules/item-kind.ts';
import { refusalText } from '../rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { SecrecyForm } from '../rules/secrecy-form.ts';
import { saveColumns } from '../store/column.store.ts';
import { OFFICE, TEST_COLUMNS } from './contents.ts';

type OfficerParty = Party & { readonly kind: 'officer' };

/** An installation for tests of publishing: a database of its own, the sample agencies, columns, and a day that is set. */
export type Publishing = AsyncDisposable & {
  readonly deps: CheckDeps;
  /** Makes it that day. */
  readonly on: (day: string) => Temporal.PlainDate;
  readonly today: () => Temporal.PlainDate;
  /** An officer with an account; made once for each agency and set of roles. */
  readonly officer: (roles: readonly Role[], agency?: AgencyCode) => Promise<OfficerParty>;
};

/** Attachments are read in this process: what the sandbox adds has tests of its own. */
export async function openPublishing(day: string): Promise<Publishing> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-publishing-'));
  const sealing = await openSealing({ keyText: null, dataFolder: folder });
  const files = await openFileStore({ folder: join(folder, 'files'), sealing });
  let today = Temporal.PlainDate.from(day);
  for (const agency of SAMPLE_AGENCIES) {
    const registered = await registerAgency(database.queries, agency);
    if (!registered.ok) throw new Error(registered.problem);
  }
  await saveColumns(database.queries, TEST_COLUMNS);
  const officers = new Map<string, Officer>();
  return {
    deps: {
      queries: database.queries,
      files,
      calendar: async () => NATIONAL_CALENDAR,
      today: () => today,
      now: () => today.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:30' }).toInstant(),
      reader: { read: readAttachment, close: () => {} },
    },
    on: next => (today = Temporal.PlainDate.from(next)),
    today: () => today,
    officer: async (roles, agency = OFFICE) => {
      const key = `${agency}:${roles.join()}`;
      const known = officers.get(key);
      if (known !== undefined) return { kind: 'officer', officer: known };
      const id = getStaffId(randomUUIDv7());
      const name = `测试员${officers.size + 1}`;
      await insertStaff(database.queries, {
        id,
        username: `officer-${officers.size + 1}`,
        name,
        agency,
        email: null,
        roles: [...roles],
        federatedSubject: null,
        passwordHash: null,
        passwordMustChange: false,
      });
      const officer: Officer = { id, name, agency, roles, actingFor: [], oversees: [] };
      officers.set(key, officer);
      return { kind: 'officer', officer };
    },
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What an act gave; a test that expects it to be done fails with the refusal's own words. */
export function done<Value>(result: Result<Value, Refusal>): Value {
  expect(result.ok ? null : refusalText(result.problem)).toBeNull();
  if (!result.ok) throw new Error(refusalText(result.problem));
  return result.value;
}

/** The words of a refusal; a test that expects one fails where the act was done. */
export function refused<Value>(result: Result<Value, Refusal>): string {
  if (result.ok) throw new Error('was done');
  return refusalText(result.problem);
}

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
