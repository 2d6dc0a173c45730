import { expect, test } from 'vitest';
import { writeDocx } from '../../platform/docx/write-docx.ts';
import { openDocumentReader } from './document-reader.ts';

const NOTICE = {
  title: ['示范市晴川区人民政府办公室', '关于做好春季防火工作的通知'],
  issuer: '示范市晴川区人民政府办公室',
  blocks: [
    { kind: 'paragraph', text: '各乡镇人民政府、街道办事处：' },
    { kind: 'heading', level: 1, text: '一、落实责任' },
    { kind: 'paragraph', text: '各单位要落实责任。' },
  ],
} as const;

test('a Word document is read in a process apart; what is none is answered with a sentence', async () => {
  const reader = openDocumentReader();
  try {
    const proposed = await reader.propose(await writeDocx(NOTICE));
    expect(proposed).toMatchObject({
      ok: true,
      value: { title: '示范市晴川区人民政府办公室关于做好春季防火工作的通知', genre: '通知' },
    });
    const damaged = await reader.propose(new TextEncoder().encode('PK not a document'));
    expect(damaged).toMatchObject({ ok: false, problem: expect.stringContaining('另存为 .docx') as string });
  } finally {
    reader.close();
  }
});
