import { strToU8, zipSync } from 'fflate';
import { localName } from '../../../platform/xlsx/strings.ts';
import { rewriteXml, xmlOf } from '../../../platform/xml/rewrite-xml.ts';
import type { Fate, XmlPiece } from '../../../platform/xml/rewrite-xml.ts';
import type { XmlAttributes } from '../../../platform/xml/walk-xml.ts';
import { openZip } from '../../../platform/zip/open-zip.ts';
import type { ZipContainer } from '../../../platform/zip/open-zip.ts';
import { masked, masksOf, masksWithin } from '../../rules/masking.ts';
import type { MaskedPlace } from '../../rules/masking.ts';
import { withoutPictureMetadata } from './mask-picture.ts';

/** Parts that a reader does not see, or that tell who wrote the file and where it lay. */
const GOING = [
  /^word\/(?:comments[^/]*|people)\.xml$/,
  /^word\/_rels\/(?:comments[^/]*|people|settings)\.xml\.rels$/,
  /^word\/(?:glossary|embeddings|printersettings)\//,
  /^docprops\/(?:custom\.xml|thumbnail\.)/,
  /^customxml\//,
];
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const EMPTIED: Readonly<Record<string, string>> = {
  'docprops/core.xml': `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  'docprops/app.xml': `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
};
const TEXT_PART = /^word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

/** What tracked changes have deleted and what they noted; embedded objects; doubles for old programs; templates by their path. */
const DROPPED = new Set(
  (
    'del moveFrom delText delInstrText rPrChange pPrChange tblPrChange tblPrExChange trPrChange tcPrChange sectPrChange ' +
    'tblGridChange numberingChange commentReference annotationRef object Fallback attachedTemplate mailMerge'
  ).split(' '),
);
const RANGE_MARK = /^(?:comment|moveFrom|moveTo|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End)$/;
const ACCEPTED = new Set(['ins', 'moveTo']);

function fateOf(name: string): Fate {
  const local = localName(name);
  if (DROPPED.has(local) || RANGE_MARK.test(local)) return 'drop';
  return ACCEPTED.has(local) ? 'unwrap' : 'keep';
}

const isOn = (value: string | undefined) => value === undefined || !/^(?:0|false|off|none)$/i.test(value);

/** Where a part stands, as the gates name it. */
function placeOf(part: string): string {
  const name = /^word\/(?<name>[a-z]+)/.exec(part)?.groups?.['name'] ?? '';
  const places: Readonly<Record<string, string>> = {
    header: '页眉',
    footer: '页脚',
    footnotes: '脚注',
    endnotes: '尾注',
  };
  return places[name] ?? '正文';
}

/** The description of a picture is read out; its name may be the path that it came from. */
function describing(name: string, attributes: XmlAttributes, officialNumbers: readonly string[]): XmlAttributes {
  const local = localName(name);
  if (local !== 'docPr' && local !== 'cNvPr') return attributes;
  const { descr, ...others } = attributes;
  if (descr === undefined) return attributes;
  return /[\\/]/.test(descr) ? others : { ...others, descr: masked(descr, masksOf(descr, officialNumbers)) };
}

type Copied = {
  readonly pieces: readonly XmlPiece[];
  /** Places of the texts that are seen, and of the ends of paragraphs. */
  readonly texts: readonly number[];
  readonly ends: ReadonlySet<number>;
};

async function copyPart(zip: ZipContainer, part: string, officialNumbers: readonly string[]): Promise<Copied> {
  const runs: { readonly from: number; hidden: boolean }[] = [];
  const hidden: { readonly from: number; readonly to: number }[] = [];
  const texts: number[] = [];
  const ends = new Set<number>();
  let inText = false;
  const pieces = await rewriteXml(zip.chunks(part), {
    fate: fateOf,
    attributes: (name, attributes) => describing(name, attributes, officialNumbers),
    opened(name, attributes, at) {
      const local = localName(name);
      if (local === 'r') runs.push({ from: at, hidden: false });
      else if (local === 'vanish' && runs.length > 0) runs.at(-1)!.hidden = isOn(attributes['w:val']);
      else if (local === 't') inText = true;
    },
    closed(name, at) {
      const local = localName(name);
      if (local === 't') inText = false;
      if (local === 'p') ends.add(at);
      if (local !== 'r') return;
      const run = runs.pop();
      if (run?.hidden === true) hidden.push({ from: run.from, to: at });
    },
    text: at => {
      if (inText) texts.push(at);
    },
  });
  const isHidden = (at: number) => hidden.some(({ from, to }) => at >= from && at <= to);
  if (hidden.length === 0) return { pieces, texts, ends };
  return {
    pieces: pieces.map((piece, at): XmlPiece => (isHidden(at) ? { kind: 'markup', value: '' } : piece)),
    texts: texts.filter(at => !isHidden(at)),
    ends,
  };
}

/** A part with its personal data masked wherever a paragraph spells them, over runs too. */
async function maskPart(
  zip: ZipContainer,
  part: string,
  officialNumbers: readonly string[],
): Promise<{ readonly xml: string; readonly places: readonly MaskedPlace[] }> {
  const { pieces, texts, ends } = await copyPart(zip, part, officialNumbers);
  const isText = new Set(texts);
  const offsets = new Map<number, number>();
  let whole = '';
  for (const [at, { value }] of pieces.entries()) {
    if (isText.has(at)) {
      offsets.set(at, whole.length);
      whole += value;
    }
    if (ends.has(at)) whole += '\n';
  }
  const masks = masksOf(whole, officialNumbers);
  const written = pieces.map((piece, at): XmlPiece => {
    const offset = offsets.get(at);
    if (offset === undefined) return piece;
    return { kind: 'text', value: masked(piece.value, masksWithin(masks, offset, piece.value.length)) };
  });
  const place = placeOf(part);
  return { xml: xmlOf(written), places: masks.map(({ replacement, what }) => ({ place, replacement, what })) };
}

/** A part that names others, without those that go. */
async function withoutGone(zip: ZipContainer, part: string, isGone: (target: string) => boolean): Promise<string> {
  return xmlOf(
    await rewriteXml(zip.chunks(part), {
      fate: (_name, { PartName: name, Target: target, TargetMode: mode }) => {
        if (name !== undefined && isGone(name.replace(/^\//, ''))) return 'drop';
        if (target === undefined) return 'keep';
        return mode === 'External'
          ? /^(?:https?|mailto):/i.test(target)
            ? 'keep'
            : 'drop'
          : isGone(target)
            ? 'drop'
            : 'keep';
      },
    }),
  );
}

const bytesOf = async (zip: ZipContainer, part: string): Promise<Uint8Array> =>
  Buffer.concat(await Array.fromAsync(zip.chunks(part)));

/**
 * A copy of a Word document with the same layout, in which personal data are masked and nothing is left that a reader does not
 * see: comments, tracked changes, hidden text, embedded files, properties, what cameras wrote into its pictures.
 */
export async function maskWord(
  bytes: Uint8Array,
  officialNumbers: readonly string[],
): Promise<{ readonly bytes: Uint8Array; readonly places: readonly MaskedPlace[] }> {
  const zip = await openZip(bytes);
  const places: MaskedPlace[] = [];
  const written: Record<string, Uint8Array> = {};
  const going = (name: string) => GOING.some(pattern => pattern.test(name.toLowerCase()));
  for (const name of zip.writtenNames()) {
    const part = name.toLowerCase();
    if (going(part) || part.endsWith('/')) continue;
    const empty = EMPTIED[part];
    if (empty !== undefined) written[name] = strToU8(empty);
    else if (part === '[content_types].xml') written[name] = strToU8(await withoutGone(zip, name, going));
    else if (part.endsWith('.rels')) {
      // Targets are told from the folder of the part that names them.
      const folder = part.replace(/_rels\/[^/]*$/, '');
      written[name] = strToU8(await withoutGone(zip, name, target => going(resolved(folder, target))));
    } else if (TEXT_PART.test(part)) {
      const masking = await maskPart(zip, name, officialNumbers);
      written[name] = strToU8(masking.xml);
      places.push(...masking.places);
    } else if (part === 'word/settings.xml')
      written[name] = strToU8(xmlOf(await rewriteXml(zip.chunks(name), { fate: fateOf })));
    else written[name] = withoutPictureMetadata(await bytesOf(zip, name));
  }
  return { bytes: zipSync(written), places };
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').filter(step => step !== '');
  for (const step of target.split('/'))
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  return path.join('/');
}
