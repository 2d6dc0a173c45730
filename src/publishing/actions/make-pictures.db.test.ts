import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { openTestInstallation } from '../../people/testing/installation.ts';
import { findFileId } from '../../platform/files/file-store.ts';
import { openPictureMaker } from '../examination/picture-maker.ts';
import type { AttachmentId } from '../rules/ids.ts';
import { insertPublished, testColumn } from '../search-index/testing/published-items.ts';
import { saveColumns } from '../store/column.store.ts';
import { insertAttachments } from '../store/item.store.ts';
import { picturesOf } from './make-pictures.ts';

const pictureMaker = openPictureMaker();
afterAll(() => pictureMaker.close());

const ID = '01989f00-0000-7000-8000-0000000000c1' as AttachmentId;

/** A picture as a telephone takes it: held upright, with what it knows of its owner. */
async function photograph(): Promise<Uint8Array> {
  const pixels = { create: { width: 1200, height: 900, channels: 3, background: '#3a7' } } as const;
  return sharp(pixels)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Artist: 'WHO TOOK IT', Orientation: '6' } })
    .toBuffer();
}

async function openScene(bytes: Uint8Array) {
  const acting = await openTestInstallation('2023-12-29');
  const { queries, files, now } = acting.deps;
  await saveColumns(queries, [testColumn('zcwj', '政策文件')]);
  const [item] = await insertPublished(queries, [{ title: '图片', text: '见图。' }]);
  const kept = await files.keep(bytes);
  if (!kept.ok) throw new Error(kept.problem);
  const attachment = { id: ID, file: kept.value, name: '照片.jpg', mediaType: 'image/jpeg' };
  await insertAttachments(
    queries,
    item!,
    [{ ...attachment, bytes: bytes.byteLength, sha256: '0'.repeat(64) }],
    now(),
    null,
  );
  let asked = 0;
  const counting = {
    ...pictureMaker,
    make: async (picture: Uint8Array) => {
      asked += 1;
      return pictureMaker.make(picture);
    },
  };
  return {
    files,
    attachment,
    asked: () => asked,
    deps: { queries, files, now, pictureMaker: counting },
    [Symbol.asyncDispose]: () => acting[Symbol.asyncDispose](),
  };
}

test('readers get a picture upright, in several widths, and nothing of what the camera wrote into it', async () => {
  await using scene = await openScene(await photograph());
  const forms = (await picturesOf(scene.deps, [scene.attachment])).get(ID)!;
  expect(forms.map(({ width, height, isWhole }) => [width, height, isWhole])).toEqual([
    [900, 1200, true],
    [800, 1067, false],
    [320, 427, false],
  ]);
  for (const { file, bytes } of forms) {
    const kept = await scene.files.read(findFileId(file)!);
    expect(kept.byteLength).toBe(bytes);
    expect(Buffer.from(kept).includes('WHO TOOK IT')).toBe(false);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  }
  expect(await picturesOf(scene.deps, [scene.attachment])).toEqual(new Map([[ID, forms]]));
  expect(scene.asked()).toBe(1);
});

test('a file that is no picture, whatever it calls itself, is shown to nobody and not looked at again', async () => {
  const whole = await photograph();
  for (const bad of [
    whole.slice(0, 300),
    new TextEncoder().encode('<svg onload="x"/>'),
    new Uint8Array([0xff, 0xd8]),
  ]) {
    await using scene = await openScene(bad);
    for (const round of [1, 2]) {
      expect(await picturesOf(scene.deps, [scene.attachment]), String(round)).toEqual(new Map([[ID, []]]));
      expect(scene.asked()).toBe(1);
    }
  }
});
