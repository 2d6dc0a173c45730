import { attachmentPlace } from './examined.ts';
import type { Examined } from './examined.ts';
import type { Found } from './gate.ts';

const QUOTE_LENGTH = 12;
/** The quote tells where to look; what is hidden may be what must not be repeated. */
const beginning = (text: string): string => {
  const line = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\d{5,}/gu, '*****')
    .trim();
  return line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH)}…` : line;
};

/** Hidden sheets, rows, comments, deleted text in attachments, which go out with the file; and what programs wrote into it. */
export function hiddenContent({ attachments }: Examined): readonly Found[] {
  return attachments.flatMap(attachment => {
    const { reading } = attachment;
    if (reading.kind !== 'read') return [];
    const place = attachmentPlace(attachment);
    const hidden = reading.parts
      .filter(part => part.hidden)
      .map(part => ({
        gate: 'hidden-content' as const,
        level: 'stop' as const,
        place: `${place}${part.place}`,
        quote: beginning(part.text),
        message: `${place}里有看不见的内容（${part.place}），会随文件一起公开。`,
        suggestion: '在电脑上打开文件，删去这些内容（Word 先接受修订、删除批注，Excel 取消隐藏后删除）再上传',
      }));
    const names = [...new Set(reading.properties.map(({ name }) => name))];
    if (names.length === 0) return hidden;
    return [
      ...hidden,
      {
        gate: 'hidden-content' as const,
        level: 'advice' as const,
        place: `${place}文件属性`,
        quote: names.join('、'),
        message: `${place}的文件属性里写有${names.join('、')}，会随文件一起公开。`,
        suggestion: '用“检查文档”清除文件属性，或者确认可以公开',
      },
    ];
  });
}
