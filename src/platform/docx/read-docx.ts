import type { Result } from '../../kernel/result.ts';
import type { Block } from '../document/block.ts';
import { fail, guarded } from '../document/trouble.ts';
import type { Trouble } from '../document/trouble.ts';
import { findPageInMht } from '../html/mht.ts';
import { readHtml, readHtmlText } from '../html/read-html.ts';
import { decodeText } from '../text/decode-text.ts';
import { openZip } from '../zip/open-zip.ts';
import type { ZipContainer } from '../zip/open-zip.ts';
import { readRelationships } from '../zip/relationships.ts';
import { readBody } from './body.ts';
import { NO_NUMBERING, readNumbering } from './numbering.ts';
import { NO_STYLES, readStyles } from './styles.ts';
import { createWordNames } from './word-names.ts';

/** The blocks of a web page set into a document as a whole, as converters from HTML do; none if it is of another kind. */
async function readChunk(zip: ZipContainer, part: string): Promise<readonly Block[]> {
  if (!zip.has(part) || !/\.(?:x?html?|mht(?:ml)?)$/i.test(part)) return [];
  const bytes = Buffer.concat(await Array.fromAsync(zip.chunks(part)));
  const saved = findPageInMht(bytes);
  const page = saved === null ? await readHtml(bytes) : await readHtmlText(decodeText(saved.bytes, saved.charset).text);
  return page.ok ? page.value.blocks : fail(page.problem);
}

/** Reads the text of a Word document (.docx, also the strict variant): paragraphs and tables in reading order. */
export function readDocx(bytes: Uint8Array): Promise<Result<readonly Block[], Trouble>> {
  return guarded(async () => {
    const zip = await openZip(bytes);
    const main = (await readRelationships(zip, '')).find(({ kind }) => kind === 'officeDocument')?.target;
    const part = main !== undefined && zip.has(main) ? main : 'word/document.xml';
    if (!zip.has(part)) fail('no-content');
    const relationships = await readRelationships(zip, part);
    const partOf = (kind: string) => {
      const target = relationships.find(relationship => relationship.kind === kind)?.target;
      return target !== undefined && zip.has(target) ? target : undefined;
    };
    const [stylesPart, numberingPart] = [partOf('styles'), partOf('numbering')];
    const styles = stylesPart === undefined ? NO_STYLES : await readStyles(zip.chunks(stylesPart), createWordNames());
    const numbering =
      numberingPart === undefined
        ? NO_NUMBERING
        : await readNumbering(zip.chunks(numberingPart), createWordNames(), styles);
    const body = await readBody(zip.chunks(part), createWordNames(), styles, numbering);
    if (body.chunks.length === 0) return body.blocks;
    const blocks: Block[] = [...body.blocks];
    for (const { relationship, before } of body.chunks.toReversed()) {
      const target = relationships.find(({ id }) => id === relationship)?.target;
      if (target !== undefined) blocks.splice(before, 0, ...(await readChunk(zip, target)));
    }
    return blocks;
  });
}
