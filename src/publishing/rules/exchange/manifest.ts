import { z } from 'zod';

/** Everything that ever happened to be public, or what the other side lacks. */
export const PACKAGE_SCOPES = ['full', 'changes'] as const;
export type PackageScope = (typeof PACKAGE_SCOPES)[number];
export const PACKAGE_SCOPE_LABEL = { full: '全量', changes: '增量' } as const satisfies Record<PackageScope, string>;

/** `made`: a file to be carried over; `waiting`: on its way. Mirrors the check of `exchange_packages`. */
export const PACKAGE_STATES = ['made', 'waiting', 'accepted', 'refused'] as const;
export type PackageState = (typeof PACKAGE_STATES)[number];
export const PACKAGE_STATE_LABEL = {
  made: '已生成，待对方确认',
  waiting: '正在报送',
  accepted: '对方已接收',
  refused: '对方未接收',
} as const satisfies Record<PackageState, string>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

/** manifest.json of a 报送包: what is in it, and the SHA-256 of every file. What is signed is its bytes as they stand. */
export const MANIFEST = z.strictObject({
  format: z.literal('gongkai-exchange'),
  formatVersion: z.literal(1),
  id: z.uuid(),
  scope: z.enum(PACKAGE_SCOPES),
  madeAt: z.iso.datetime(),
  site: z.strictObject({ name: z.string(), origin: z.string().nullable(), code: z.string().nullable() }),
  items: count,
  withdrawals: count,
  files: z
    .array(z.strictObject({ path: z.string().regex(/^[\w.-]+(?:\/[\w.-]+)?$/), bytes: count, sha256 }))
    .readonly(),
});
export type Manifest = z.infer<typeof MANIFEST>;

/** signature.json: an Ed25519 signature over manifest.json, and the public key (DER, SubjectPublicKeyInfo) that it is checked by. */
export const SIGNATURE = z.strictObject({
  algorithm: z.literal('Ed25519'),
  publicKey: z.base64(),
  signature: z.base64(),
});

export const MANIFEST_PATH = 'manifest.json';
export const SIGNATURE_PATH = 'signature.json';
export const ITEMS_PATH = 'items.ndjson';
export const WITHDRAWALS_PATH = 'withdrawals.ndjson';
export const COLUMNS_PATH = 'columns.json';
export const AGENCIES_PATH = 'agencies.json';

/** Where a package has the file of an attachment: nothing of its own name, which may be anything. */
export function attachmentPathIn({ id, name }: { readonly id: string; readonly name: string }): string {
  const ending = /\.(?<ending>[a-z0-9]{1,5})$/i.exec(name)?.groups?.['ending']?.toLowerCase() ?? 'bin';
  return `attachments/${id}.${ending}`;
}
