import { attachmentPlace } from './examined.ts';
import type { Examined, ExaminedAttachment } from './examined.ts';
import type { Found } from './gate.ts';

const QUOTE_LENGTH = 12;
/** What must not go out with a picture whoever took it: where it was taken tells where somebody was. */
const STOPPING = new Set(['拍摄位置（GPS）', '文件在电脑里的路径']);

/** The quote tells where to look; what is hidden may be what must not be repeated. */
const beginning = (text: string): string => {
  const line = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\d{5,}/gu, '*****')
    .trim();
  return line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH)}…` : line;
};

/** Sheets, rows, notes, deleted text, embedded files: what is in a file and is not seen by who opens it. */
function hiddenParts(attachment: ExaminedAttachment): readonly Found[] {
  const place = attachmentPlace(attachment);
  return attachment.reading.parts
    .filter(part => part.hidden)
    .map(part => ({
      gate: 'hidden-content' as const,
      level: 'stop' as const,
      place: `${place}${part.place}`,
      quote: beginning(part.text),
      message: `${place}里有看不见的内容（${part.place}），会随文件一起公开。`,
      suggestion: '生成脱敏副本，或者在电脑上打开文件删去这些内容再上传',
    }));
}

/** What programs and cameras wrote into a file by themselves. */
function writtenProperties(attachment: ExaminedAttachment): readonly Found[] {
  const place = attachmentPlace(attachment);
  // The portal makes its pictures anew, without these; whoever gets the file itself has them.
  const consequence = attachment.reading.kind === 'picture' ? '原件提供出去就会泄露' : '会随文件一起公开';
  const names = [...new Set(attachment.reading.properties.map(({ name }) => name))];
  const say = (level: Found['level'], told: readonly string[]): readonly Found[] =>
    told.length === 0
      ? []
      : [
          {
            gate: 'hidden-content',
            level,
            place: `${place}文件属性`,
            quote: told.join('、'),
            message: `${place}的文件属性里写有${told.join('、')}，${consequence}。`,
            suggestion: level === 'stop' ? '生成脱敏副本，或者清除后再上传' : '生成脱敏副本，或者确认这些属性可以公开',
          },
        ];
  return [
    ...say(
      'stop',
      names.filter(name => STOPPING.has(name)),
    ),
    ...say(
      'advice',
      names.filter(name => !STOPPING.has(name)),
    ),
  ];
}

/** What goes out with an attachment, or with a picture of the body, without being seen. */
export function hiddenContent({ attachments }: Examined): readonly Found[] {
  return attachments.flatMap(attachment => [...hiddenParts(attachment), ...writtenProperties(attachment)]);
}
