import { refusalOf } from '../admit.ts';
import type { Content } from '../content.ts';
import { foldPublication } from '../fold.ts';
import type { FindingMark } from '../publication-log.ts';
import type { Act, Actor, Entry } from '../publication-log.ts';
import { refusalText } from '../refusal.ts';
import type { ItemKind } from '../item-kind.ts';
import type { LineDraft } from './line-draft.ts';
import type { ImportMode } from './item-import.ts';

export type Begun = {
  readonly kind: ItemKind;
  readonly by: Actor;
  readonly at: Temporal.Instant;
  readonly findings: readonly FindingMark[];
  readonly mode: ImportMode;
};

const entriesOf = (acts: readonly Act[], by: Actor, at: Temporal.Instant): readonly Entry[] =>
  acts.map((act, index) => ({ sequence: index + 1, at, by, act }));

/** The log of what comes in as a draft: it was checked on its way. What was public before is 主动公开 whoever looks at it. */
export function draftHistory({ kind, by, at, findings, mode }: Begun): readonly Entry[] {
  const attribute: Act = { kind: 'attribute-set', attribute: 'proactive', ground: null, reason: null };
  return entriesOf(
    [
      { kind: 'drafted', itemKind: kind, edition: 1 },
      ...(mode === 'published' ? [attribute] : []),
      { kind: 'checked', edition: 1, findings },
    ],
    by,
    at,
  );
}

/** What an older site had published, as it was there: its day is a fact of that site, and no officer's word. */
export type TakenOver = {
  readonly address: string;
  readonly firstPublishedAt: Temporal.Instant;
  readonly origin: string;
  readonly change: LineDraft['change'];
};

const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();

/** The log of what is taken over as published, by the system from its export. */
export function importedHistory(begun: Omit<Begun, 'by' | 'mode'>, taken: TakenOver): readonly Entry[] {
  const by: Actor = { kind: 'system' };
  const { address, firstPublishedAt, origin, change } = taken;
  const acts: readonly Act[] = [
    ...draftHistory({ ...begun, by, mode: 'published' }).map(({ act }) => act),
    { kind: 'taken-over', edition: 1, address, on: dayOf(firstPublishedAt), firstPublishedAt, origin },
    ...(change === null
      ? []
      : [
          {
            kind: 'validity-changed',
            ...change,
            basis: { kind: 'elsewhere', title: `${origin}注明的有效性`, documentNumber: null },
          } satisfies Act,
        ]),
  ];
  return entriesOf(acts, by, begun.at);
}

/** Why a log that was made for a line is none that the procedure allows; null where it is. */
export function historyFault(entries: readonly Entry[], content: Content, today: Temporal.PlainDate): string | null {
  for (const [index, { act, at, by }] of entries.entries()) {
    if (index === 0) continue;
    const refusal = refusalOf(foldPublication(entries.slice(0, index)), act, { by, content, now: at, today });
    if (refusal !== null) return refusalText(refusal);
  }
  return null;
}
