import { deflateSync } from 'node:zlib';
import { dictionary, name } from './objects/pdf-object.ts';
import type { PdfObject } from './objects/pdf-object.ts';
import type { Picture } from './open-document.ts';
import { filteredRows, pixelsOf } from './picture.ts';

/** A page that is nothing but a picture, ready to be put among the objects of a file. */
export type PicturePage = {
  readonly width: number;
  readonly height: number;
  readonly image: PdfObject;
  /** Quarter turns clockwise by which the page is shown. */
  readonly turns?: 0 | 1 | 2 | 3;
};

/** Makes a page of this size (in points) that shows the picture. */
export function picturePage(picture: Picture, width: number, height: number): PicturePage {
  const pixels = pixelsOf(picture);
  const image: PdfObject = {
    kind: 'stream',
    entries: new Map<string, PdfObject>([
      ['Type', name('XObject')],
      ['Subtype', name('Image')],
      ['Width', pixels.width],
      ['Height', pixels.height],
      ['ColorSpace', name(pixels.channels === 1 ? 'DeviceGray' : 'DeviceRGB')],
      ['BitsPerComponent', 8],
      ['Filter', name('FlateDecode')],
      [
        'DecodeParms',
        dictionary({ Predictor: 15, Colors: pixels.channels, BitsPerComponent: 8, Columns: pixels.width }),
      ],
    ]),
    bytes: new Uint8Array(deflateSync(filteredRows(pixels), { level: 6 })),
  };
  return { width, height, image };
}
