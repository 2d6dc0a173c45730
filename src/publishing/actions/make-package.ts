import { randomUUIDv7 } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { findFileId } from '../../platform/files/file-store.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { sha256Of, writePackage } from '../press/write-package.ts';
import type { PackedFile } from '../press/write-package.ts';
import { itemData } from '../render/item-data.ts';
import {
  AGENCIES_PATH,
  attachmentPathIn,
  COLUMNS_PATH,
  ITEMS_PATH,
  WITHDRAWALS_PATH,
} from '../rules/exchange/manifest.ts';
import type { Manifest, PackageScope } from '../rules/exchange/manifest.ts';
import type { PublicContent } from '../rules/exchange/public-content.ts';
import { foldPublication } from '../rules/fold.ts';
import { listColumns } from '../store/column.register.store.ts';
import { insertPackage, listForExchange } from '../store/exchange.store.ts';
import type { ExchangePackage } from '../store/exchange.store.ts';
import { listEntries } from '../store/item-log.store.ts';
import type { ItemLine } from '../store/item-line.ts';
import type { Party } from './deps.ts';
import type { PictureDeps } from './make-pictures.ts';
import { actorOf } from './perform.ts';
import { readPublicContents } from './read-public-contents.ts';

export type ExchangeDeps = PictureDeps & {
  readonly key: KeyObject;
  readonly site: Manifest['site'];
  readonly today: () => Temporal.PlainDate;
};

/** What is to be packed: `after` goes on behind a package of the same round. */
export type PackageOrder = {
  readonly scope: PackageScope;
  readonly after: number;
  /** Whether it will be sent, or carried over as a file. */
  readonly way: 'sent' | 'file';
};

/** A package, and the number of the last item in it; `more` where others are left. */
export type MadePackage = { readonly package: ExchangePackage; readonly upTo: number; readonly more: boolean };

const MOST_ITEMS = 1000;
/** What a receiver has to unfold at once. An item whose own files are larger is handed over with their addresses alone. */
const MOST_FILES = 1500;
const MOST_BYTES = 60 * 1024 * 1024;

const textFile = (path: string, text: string): PackedFile => ({ path, bytes: new TextEncoder().encode(text) });
const linesFile = (path: string, lines: readonly unknown[]): PackedFile =>
  textFile(path, lines.map(line => `${JSON.stringify(line)}\n`).join(''));

const bytesOf = ({ files }: PublicContent): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
const goesAlong = (item: PublicContent): boolean => bytesOf(item) <= MOST_BYTES && item.files.length <= MOST_FILES;

/** As many of the lines, from the first, as fit into one package. */
function fitting(lines: readonly ItemLine[], contents: ReadonlyMap<number, PublicContent>): readonly ItemLine[] {
  let [bytes, files] = [0, 0];
  const past = lines.findIndex(({ number }, index) => {
    const item = contents.get(number);
    if (item === undefined || !goesAlong(item)) return false;
    bytes += bytesOf(item);
    files += item.files.length;
    return index > 0 && (bytes > MOST_BYTES || files > MOST_FILES);
  });
  return past < 0 ? lines : lines.slice(0, past);
}

/** What was taken down, and why; the other side takes it down too. */
async function withdrawalOf(queries: Queries, line: ItemLine, origin: string) {
  const { visibility } = foldPublication(await listEntries(queries, line.id));
  const facts = { number: line.number, indexNumber: line.indexNumber, url: `${origin}${line.address!}` };
  switch (visibility.kind) {
    case 'withdrawn':
      return { ...facts, kind: 'withdrawn', at: visibility.at.toString(), explanation: visibility.explanation };
    case 'removed':
      return {
        ...facts,
        kind: 'removed',
        at: visibility.at.toString(),
        explanation: visibility.explanation,
        redirectTo: visibility.redirectTo,
      };
    case 'public':
    case 'unpublished':
      return null;
  }
}

async function attachmentFiles(files: FileStore, items: readonly PublicContent[]): Promise<readonly PackedFile[]> {
  const packed: PackedFile[] = [];
  for (const item of items.filter(goesAlong))
    for (const file of item.files)
      packed.push({ path: attachmentPathIn(file), bytes: await files.read(findFileId(file.file)!) });
  return packed;
}

async function packedFiles(
  { queries, files, site, today }: ExchangeDeps,
  items: readonly PublicContent[],
  withdrawals: readonly unknown[],
): Promise<readonly PackedFile[]> {
  const origin = site.origin ?? '';
  const [agencies, columns] = [await listAgencies(queries), await listColumns(queries)];
  const data = items.map(item =>
    itemData(
      item,
      {
        origin,
        fileAddress: file =>
          goesAlong(item)
            ? attachmentPathIn(file)
            : `${origin}/attachments/${file.id}/${encodeURIComponent(file.name)}`,
      },
      today(),
    ),
  );
  return [
    linesFile(ITEMS_PATH, data),
    linesFile(WITHDRAWALS_PATH, withdrawals),
    textFile(
      COLUMNS_PATH,
      JSON.stringify(
        columns.map(({ code, agency, parent, name, type }) => ({ code, agency, parent, name, type })),
        null,
        1,
      ),
    ),
    textFile(
      AGENCIES_PATH,
      JSON.stringify(
        agencies.map(({ code, name, shortName, parent }) => ({ code, name, shortName, parent })),
        null,
        1,
      ),
    ),
    ...(await attachmentFiles(files, items)),
  ];
}

/**
 * Packs what the other side is to have, signs it and enters it; null where nothing is left. The whole of a package is in memory
 * while it is made, about twice the limits above.
 */
export async function makePackage(
  deps: ExchangeDeps,
  party: Party,
  { scope, after, way }: PackageOrder,
): Promise<Result<MadePackage | null, string>> {
  const { queries, files, key, site, now } = deps;
  const lines = await listForExchange(queries, scope, { after, limit: MOST_ITEMS });
  if (lines.length === 0) return ok(null);
  const contents = new Map((await readPublicContents(deps, lines)).map(item => [item.number, item]));
  const taken = fitting(lines, contents);
  const items = taken.flatMap(({ number }) => contents.get(number) ?? []);
  const withdrawals = [];
  for (const line of taken) {
    const withdrawal = await withdrawalOf(queries, line, site.origin ?? '');
    if (withdrawal !== null) withdrawals.push(withdrawal);
  }
  const [id, madeAt] = [randomUUIDv7(), now()];
  const head = { id, scope, madeAt: madeAt.toString(), site, items: items.length, withdrawals: withdrawals.length };
  const bytes = writePackage(head, await packedFiles(deps, items, withdrawals), key);
  const kept = await files.keep(bytes);
  if (!kept.ok) return kept;
  const made = await queries.transaction().execute(async transaction => {
    const entered = await insertPackage(transaction, {
      id,
      scope,
      items: items.length,
      withdrawals: withdrawals.length,
      file: kept.value,
      bytes: bytes.byteLength,
      sha256: sha256Of(bytes),
      state: way === 'sent' ? 'waiting' : 'made',
      madeAt,
      madeBy: party.kind === 'officer' ? party.officer.id : null,
      holds: taken.map(line => ({ item: line.id, version: line.version })),
    });
    await appendJournal(transaction, {
      at: madeAt,
      agency: party.kind === 'officer' ? party.officer.agency : null,
      actor: actorOf(party),
      event: 'exchange-package-made',
      subject: `exchange-package:${id}`,
      detail: { number: entered.number, scope, items: items.length, withdrawals: withdrawals.length },
    });
    return entered;
  });
  return ok({
    package: made,
    upTo: taken.at(-1)!.number,
    more: taken.length < lines.length || lines.length === MOST_ITEMS,
  });
}
