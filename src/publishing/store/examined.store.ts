import type { AgencyCode } from '../../people/rules/agency.ts';
import { readSetting } from '../../people/store/setting.register.store.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Examined, ExaminedAttachment } from '../rules/gates/examined.ts';
import { unread } from '../rules/gates/reading.ts';
import type { AttachmentReading } from '../rules/gates/reading.ts';
import type { AttachmentId } from '../rules/ids.ts';
import type { ItemFile } from '../rules/item-file.ts';
import { OFFICIAL_NUMBERS } from '../rules/settings.ts';

const NOT_READ = unread('还没有读完');

/** What an agency makes public of itself, and the names of the district: the same for everything that it publishes. */
export async function officialFactsOf(
  queries: Queries,
  agency: AgencyCode,
): Promise<Pick<Examined, 'officialNumbers' | 'names'>> {
  const agencies = await listAgencies(queries);
  const contacts = agencies.flatMap(({ contact }) => [contact.telephone, contact.fax]).filter(text => text !== null);
  const more = (await readSetting(queries, OFFICIAL_NUMBERS, agency)).split(/[,，、\s]+/u).filter(text => text !== '');
  return {
    officialNumbers: [...contacts, ...more],
    names: agencies.flatMap(({ name, shortName }) => [name, shortName]).filter(name => name.length >= 2),
  };
}

/** What the gates look at: the newest edition with what was read of its attachments, and what the register knows besides. */
export async function examinedOf(
  queries: Queries,
  { registration, latest, attachments }: ItemFile,
  readings: ReadonlyMap<AttachmentId, AttachmentReading>,
  today: Temporal.PlainDate,
): Promise<Examined> {
  const { agency, id, kind } = registration;
  const { content } = latest;
  const pictures = new Set<string>(content.body.flatMap(block => (block.kind === 'image' ? [block.attachment] : [])));
  const kept = new Map(attachments.map(one => [one.id as string, one]));
  const examined = content.attachments.map((attachment): ExaminedAttachment => ({
    title: attachment.title,
    fileName: kept.get(attachment.id)?.name ?? attachment.title,
    reading: readings.get(attachment.id) ?? NOT_READ,
    inBody: pictures.has(attachment.id),
  }));

  const { officialNumbers, names } = await officialFactsOf(queries, agency);
  const { documentNumber } = content;
  const taken =
    documentNumber !== null &&
    (await queries
      .selectFrom('items')
      .select('id')
      .where('agency', '=', agency)
      .where('document_number', '=', documentNumber)
      .where('id', '!=', id)
      .where('kind', '=', kind)
      .executeTakeFirst()) !== undefined;
  const targets = content.relations.flatMap(({ relation, to }) => (relation === 'interprets' ? [to] : []));
  const interpreted =
    targets.length === 0
      ? []
      : await queries
          .selectFrom('items')
          .innerJoin('item_editions as e', join =>
            join
              .onRef('e.item', '=', 'items.id')
              .on(eb => eb('e.edition', '=', eb.fn.coalesce('public_edition', 'items.edition'))),
          )
          .select(['items.title', 'e.plain_text as text'])
          .where('items.id', 'in', targets)
          .execute();
  return {
    kind,
    content,
    attachments: examined,
    today,
    officialNumbers,
    names,
    documentNumberTaken: taken,
    interpreted,
  };
}
