import { expect, test } from 'vitest';
import { SAMPLE_AGENCIES } from '../../sample/qingchuan/agencies.ts';
import { sampleItems } from '../../sample/qingchuan/publications/index.ts';
import type { SampleItem } from '../publishing/actions/add-sample-items.ts';
import { bodyText } from '../publishing/rules/body.ts';
import type { Content } from '../publishing/rules/content.ts';
import type { Examined } from '../publishing/rules/gates/examined.ts';
import { runGates } from '../publishing/rules/gates/run-gates.ts';
import type { ItemId } from '../publishing/rules/ids.ts';

const LOADED = Temporal.PlainDate.from('2026-11-25');
const ITEMS = sampleItems(LOADED);
const BY_KEY = new Map(ITEMS.map(item => [item.key, item]));
const dayOf = ({ at }: SampleItem) => at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();

/** A sample item as the gates would have seen it on the day on which it was published. */
function examinedOf(item: SampleItem): Examined {
  const relations = item.relations.map(({ relation, to }) => ({ relation, to: to as ItemId }));
  const content: Content = { ...item.content, relations };
  return {
    kind: item.kind,
    content,
    attachments: [],
    today: dayOf(item),
    officialNumbers: SAMPLE_AGENCIES.flatMap(({ contact = {} }) =>
      [contact.telephone, contact.fax].filter(number => typeof number === 'string'),
    ),
    names: SAMPLE_AGENCIES.flatMap(({ name, shortName }) => [name, shortName]).filter(name => name.length >= 2),
    documentNumberTaken: ITEMS.some(
      other =>
        other !== item &&
        other.agency === item.agency &&
        content.documentNumber !== null &&
        other.content.documentNumber === content.documentNumber,
    ),
    interpreted: item.relations.flatMap(({ relation, to }) => {
      const target = relation === 'interprets' ? BY_KEY.get(to) : undefined;
      return target === undefined ? [] : [{ title: target.content.title, text: bodyText(target.content.body) }];
    }),
  };
}

test('nothing in the sample stops at the gates: whatever it says could be published as it stands', () => {
  const stops = ITEMS.flatMap(item =>
    runGates(examinedOf(item))
      .filter(({ level }) => level === 'stop')
      .map(({ gate, place, quote, message }) => `${item.key}: ${gate} ${place} ${quote} ${message}`),
  );
  expect(ITEMS.length).toBeGreaterThan(1_000);
  expect(stops).toEqual([]);
});
