import { attachmentPlace } from './examined.ts';
import type { Examined } from './examined.ts';
import type { Found } from './gate.ts';

/** Attachments that no program has read: a person looks at them. What was not looked at is never called passed. */
export function unreadable({ attachments }: Examined): readonly Found[] {
  return attachments.flatMap(attachment => {
    const { reading, inBody } = attachment;
    if (inBody || reading.kind === 'read') return [];
    const why = reading.kind === 'picture' ? '是图片，文字不能自动检查' : reading.why;
    return [
      {
        gate: 'unreadable',
        level: 'stop',
        place: attachmentPlace(attachment),
        quote: attachment.fileName,
        message: `附件没有自动检查：${why}。`,
        suggestion: '由保密审查员打开看过，写明看过的结果后保留；或者换成可以检查的文件',
      },
    ];
  });
}
