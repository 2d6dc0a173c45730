import { blockText } from '../body.ts';
import { attachmentPlace } from './examined.ts';
import type { Examined, PlacedText } from './examined.ts';

/** Every text of an edition and its attachments, hidden ones included: whatever is in a file is published with it. */
export function textsOf({ content, attachments }: Examined): readonly PlacedText[] {
  const { title, summary, body } = content;
  return [
    { place: '标题', text: title },
    ...(summary === null ? [] : [{ place: '摘要', text: summary }]),
    { place: '正文', text: body.map(blockText).join('\n') },
    ...attachments.flatMap(attachment => {
      const { reading, title: name, fileName } = attachment;
      const place = attachmentPlace(attachment);
      return [
        { place: `${place}的名称`, text: `${name}\n${fileName}` },
        ...reading.parts.map(part => ({
          place: `${place}${part.place}`,
          text: part.text,
          ...(part.place === '页眉' || part.place === '页脚' ? { margin: true as const } : {}),
        })),
        ...reading.properties.map(({ name: property, value }) => ({
          place: `${place}文件属性“${property}”`,
          text: value,
        })),
      ];
    }),
  ].filter(({ text }) => text.trim() !== '');
}
