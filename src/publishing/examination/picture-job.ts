import sharp from 'sharp';

/** A form of a picture for the public: without anything that the camera or a program wrote beside the pixels. */
export type Rendition = {
  readonly width: number;
  readonly height: number;
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
};

export type PictureJob = { readonly bytes: Uint8Array };

/** The whole picture first, then narrower ones; none where the file cannot be read as a picture. */
export type PictureAnswer = { readonly renditions: readonly Rendition[] };

/** Pixels of a picture, as uploads are limited. */
const MOST_PIXELS = 80_000_000;
/** The column of text at twice its pixels, a phone, a thumbnail. */
const WIDTHS = [1600, 800, 320] as const;

sharp.cache(false);
sharp.concurrency(1);
// Of the decoders that the library brings, only the two that uploads may need.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });

async function renditionOf(bytes: Uint8Array, format: 'jpeg' | 'png', width: number | null): Promise<Rendition> {
  // Turned as the camera was held, in sRGB, and nothing else of its notes is kept.
  const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' }).autoOrient();
  const sized = width === null ? upright : upright.resize({ width, withoutEnlargement: true });
  const whole = width === null;
  const encoded =
    format === 'jpeg'
      ? sized.jpeg(whole ? { quality: 92, chromaSubsampling: '4:4:4' } : { quality: 80, mozjpeg: true })
      : sized.png(whole ? { compressionLevel: 9 } : { compressionLevel: 9, palette: true, quality: 90 });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, mediaType: `image/${format}`, bytes: new Uint8Array(data) };
}

/** Makes the public forms of a JPEG or PNG. */
export async function run({ bytes }: PictureJob): Promise<PictureAnswer> {
  try {
    const { format, autoOrient } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    if (format !== 'jpeg' && format !== 'png') return { renditions: [] };
    const renditions = [await renditionOf(bytes, format, null)];
    for (const width of WIDTHS) if (width < autoOrient.width) renditions.push(await renditionOf(bytes, format, width));
    return { renditions };
  } catch {
    return { renditions: [] };
  }
}
