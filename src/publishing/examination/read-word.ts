import { walkXml } from '../../platform/xml/walk-xml.ts';
import { localName } from '../../platform/xlsx/strings.ts';
import { openZip } from '../../platform/zip/open-zip.ts';
import type { ZipContainer } from '../../platform/zip/open-zip.ts';
import type { AttachmentReading, ReadingPart } from '../rules/gates/reading.ts';
import {
  attributesIn,
  newTextBudget,
  readEmbedded,
  readPictureProperties,
  readProperties,
  spend,
} from './office-parts.ts';
import type { ReadInner, TextBudget } from './office-parts.ts';

type PartPlace = { readonly pattern: RegExp; readonly place: string; readonly hidden: boolean };

const PARTS: readonly PartPlace[] = [
  { pattern: /^word\/document\d*\.xml$/, place: '正文', hidden: false },
  { pattern: /^word\/header\d*\.xml$/, place: '页眉', hidden: false },
  { pattern: /^word\/footer\d*\.xml$/, place: '页脚', hidden: false },
  { pattern: /^word\/footnotes\.xml$/, place: '脚注', hidden: false },
  { pattern: /^word\/endnotes\.xml$/, place: '尾注', hidden: false },
  { pattern: /^word\/comments\.xml$/, place: '批注', hidden: true },
  { pattern: /^word\/glossary\/document\.xml$/, place: '构建基块', hidden: true },
];

type WordText = { readonly shown: string; readonly vanished: string; readonly deleted: string };

const isOn = (value: string | undefined) => value === undefined || !/^(?:0|false|off|none)$/i.test(value);

/** The text of a part: what is shown, what is formatted as hidden, and what tracked changes have deleted but still hold. */
async function readPart(zip: ZipContainer, name: string, budget: TextBudget): Promise<WordText> {
  const shown: string[] = [];
  const vanished: string[] = [];
  const deleted: string[] = [];
  let [inText, inDeleted, vanish, fallbacks] = [false, false, false, 0];
  const push = (text: string) => (vanish ? vanished : shown).push(spend(budget, text));
  await walkXml(zip.chunks(name), {
    open(element, attributes) {
      switch (localName(element)) {
        case 'Fallback':
          fallbacks += 1;
          return;
        case 'r':
          vanish = false;
          return;
        case 'vanish':
          vanish = isOn(attributes['w:val']);
          return;
        case 't':
          inText = true;
          return;
        case 'delText':
          inDeleted = true;
          return;
        case 'tab':
          push('\t');
          return;
        case 'br':
        case 'cr':
          push('\n');
      }
    },
    close(element) {
      switch (localName(element)) {
        case 'Fallback':
          fallbacks -= 1;
          return;
        case 't':
          inText = false;
          return;
        case 'delText':
          inDeleted = false;
          return;
        case 'r':
          vanish = false;
          return;
        case 'p':
          shown.push('\n');
          if (vanished.length > 0) vanished.push('\n');
          if (deleted.length > 0) deleted.push('\n');
      }
    },
    text(text) {
      // What stands in a fallback stands beside it in the form that programs of today show.
      if (fallbacks > 0) return;
      if (inText) push(text);
      else if (inDeleted) deleted.push(spend(budget, text));
    },
  });
  const [shownText, vanishedText, deletedText] = [shown, vanished, deleted].map(parts => parts.join('').trim());
  return { shown: shownText!, vanished: vanishedText!, deleted: deletedText! };
}

/** Reads a Word document with everything in it that a reader of it does not see. */
export async function readWord(bytes: Uint8Array, inner: ReadInner): Promise<AttachmentReading> {
  const zip = await openZip(bytes);
  const budget = newTextBudget();
  const parts: ReadingPart[] = [];
  for (const { pattern, place, hidden } of PARTS)
    for (const name of zip
      .names()
      .filter(candidate => pattern.test(candidate))
      .toSorted()) {
      const { shown, vanished, deleted } = await readPart(zip, name, budget);
      if (shown !== '') parts.push({ place, text: shown, hidden });
      if (vanished !== '') parts.push({ place: `${place}的隐藏文字`, text: vanished, hidden: true });
      if (deleted !== '') parts.push({ place: `${place}的修订痕迹`, text: deleted, hidden: true });
    }
  parts.push(...(await readEmbedded(zip, inner)));
  const authors = await attributesIn(
    zip,
    /^word\/(?:document\d*|comments|header\d*|footer\d*|people)\.xml$/,
    (_element, attribute) => attribute === 'author',
    budget,
  );
  return {
    kind: 'read',
    text: parts
      .filter(({ hidden, place }) => !hidden && place !== '页眉' && place !== '页脚')
      .map(({ text }) => text)
      .join('\n'),
    parts,
    properties: [
      ...(await readProperties(zip)),
      ...authors.map(value => ({ name: '批注、修订的作者', value: value.slice(0, 100) })),
      ...(await readPictureProperties(zip)),
    ],
  };
}
