import { LIMITS } from '../../platform/document/limits.ts';
import { fail } from '../../platform/document/trouble.ts';
import { readPictureMetadata } from '../../platform/files/picture-metadata.ts';
import { walkXml } from '../../platform/xml/walk-xml.ts';
import { localName } from '../../platform/xlsx/strings.ts';
import type { ZipContainer } from '../../platform/zip/open-zip.ts';
import type { AttachmentReading, ReadingPart } from '../rules/gates/reading.ts';

/** Bounds the text that is taken out of one file. */
export type TextBudget = { characters: number };

export const newTextBudget = (): TextBudget => ({ characters: LIMITS.textCharacters });

export function spend(budget: TextBudget, text: string): string {
  budget.characters -= text.length;
  if (budget.characters < 0) fail('too-large');
  return text;
}

/** Reads a file that lies in another one. */
export type ReadInner = (name: string, bytes: Uint8Array) => Promise<AttachmentReading>;

/** The parts whose names fit, in the order of their names. */
export const partsNamed = (zip: ZipContainer, pattern: RegExp): readonly string[] =>
  zip
    .names()
    .filter(name => pattern.test(name))
    .toSorted();

/** The words within elements of these local names, one element a line, in all parts whose names fit. */
export async function wordsIn(
  zip: ZipContainer,
  pattern: RegExp,
  elements: ReadonlySet<string>,
  budget: TextBudget,
): Promise<string> {
  const lines: string[] = [];
  for (const part of partsNamed(zip, pattern)) {
    let [inside, line] = [0, ''];
    await walkXml(zip.chunks(part), {
      open: element => {
        if (elements.has(localName(element))) inside += 1;
      },
      close: element => {
        if (!elements.has(localName(element))) return;
        inside -= 1;
        if (inside === 0 && line.trim() !== '') lines.push(line.trim());
        if (inside === 0) line = '';
      },
      text: text => {
        if (inside > 0) line += spend(budget, text);
      },
    });
  }
  return lines.join('\n');
}

/** The values of attributes of these local names, each once, in all parts whose names fit. */
export async function attributesIn(
  zip: ZipContainer,
  pattern: RegExp,
  wanted: (element: string, attribute: string) => boolean,
  budget: TextBudget,
): Promise<readonly string[]> {
  const values = new Set<string>();
  for (const part of partsNamed(zip, pattern))
    await walkXml(zip.chunks(part), {
      open: (element, attributes) => {
        for (const [name, value] of Object.entries(attributes))
          if (value.trim() !== '' && !values.has(value) && wanted(localName(element), localName(name)))
            values.add(spend(budget, value));
      },
      close: () => {},
    });
  return [...values];
}

const MOST_PICTURES = 200;
const MOST_EMBEDDED = 20;

async function bytesOf(zip: ZipContainer, part: string): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(zip.chunks(part)));
}

const lastOf = (part: string): string => part.slice(part.lastIndexOf('/') + 1);

/** What cameras wrote into the pictures of a document. */
export async function readPictureProperties(
  zip: ZipContainer,
): Promise<readonly { readonly name: string; readonly value: string }[]> {
  const properties: { readonly name: string; readonly value: string }[] = [];
  for (const part of partsNamed(zip, /\/media\/[^/]+\.(?:jpe?g|png)$/).slice(0, MOST_PICTURES))
    properties.push(...readPictureMetadata(await bytesOf(zip, part)));
  return properties;
}

/** Files that lie in a document: whoever opens it can take them out whole, hidden sheets and all. */
export async function readEmbedded(zip: ZipContainer, inner: ReadInner): Promise<readonly ReadingPart[]> {
  const parts: ReadingPart[] = [];
  for (const part of partsNamed(zip, /\/embeddings\/[^/]+$/).slice(0, MOST_EMBEDDED)) {
    const name = lastOf(part);
    const place = `内嵌文件“${name}”`;
    const reading = await inner(name, await bytesOf(zip, part));
    const texts = reading.parts.map(({ text }) => text);
    parts.push({ place, text: texts.length === 0 ? name : texts.join('\n'), hidden: true });
  }
  return parts;
}

const PROPERTY_NAME: Readonly<Record<string, string>> = {
  creator: '作者',
  lastmodifiedby: '最后保存者',
  company: '单位',
  manager: '经理',
  subject: '主题',
  keywords: '标记',
  description: '备注',
};
const PROPERTY_PARTS = ['docprops/core.xml', 'docprops/app.xml'];
const CUSTOM_PART = /^docprops\/custom\.xml$/;
const LONGEST_PROPERTY = 500;

/** What office programs write into a file by themselves: authors, companies, remarks. */
export async function readProperties(
  zip: ZipContainer,
): Promise<readonly { readonly name: string; readonly value: string }[]> {
  const properties: { readonly name: string; readonly value: string }[] = [];
  for (const part of PROPERTY_PARTS.filter(name => zip.has(name))) {
    let [name, value]: [string | undefined, string] = [undefined, ''];
    await walkXml(zip.chunks(part), {
      open: element => {
        name = PROPERTY_NAME[localName(element).toLowerCase()];
        value = '';
      },
      text: text => {
        if (name !== undefined && value.length < LONGEST_PROPERTY) value += text;
      },
      close: () => {
        if (name !== undefined && value.trim() !== '')
          properties.push({ name, value: value.trim().slice(0, LONGEST_PROPERTY) });
        name = undefined;
      },
    });
  }
  const custom = await wordsIn(zip, CUSTOM_PART, new Set(['property']), newTextBudget());
  if (custom !== '') properties.push({ name: '自定义属性', value: custom.slice(0, LONGEST_PROPERTY) });
  return properties;
}
