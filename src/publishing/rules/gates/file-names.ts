import { attachmentPlace } from './examined.ts';
import type { Examined } from './examined.ts';
import type { Found } from './gate.ts';

const MEANINGLESS =
  /^(?:(?:附件|附表|文件|新建|未命名|文本文档|文档|document|doc|sheet|book|工作簿|工作表|扫描|scan|微信图片)[\s_（(）)\d一二三四五六七八九十、.-]*)+$/iu;
const WORKING_COPY = /(?:最终|终稿|定稿|修改|修订|草稿|副本|送审|讨论)(?:稿|版)?[\s_（(]*\d*[)）]?$/u;
const LONGEST = 60;

/** Attachments whose names do not say what they are, or still say how they came about. */
export function fileNames({ attachments }: Examined): readonly Found[] {
  return attachments.flatMap(attachment => {
    if (attachment.inBody) return [];
    const stem = attachment.title.replace(/\.[a-z0-9]{1,8}$/i, '').trim();
    const place = attachmentPlace(attachment);
    const say = (message: string, suggestion: string): Found => ({
      gate: 'file-names',
      level: 'advice',
      place,
      quote: attachment.title,
      message,
      suggestion,
    });
    if (MEANINGLESS.test(stem)) return [say('附件的名称没有说明内容。', '改为附件的标题，如“晴川区办事指南目录”')];
    if (WORKING_COPY.test(stem)) return [say('附件的名称像是工作过程中的稿本。', '核对是不是定稿，并改为正式名称')];
    return stem.length > LONGEST ? [say('附件的名称太长，下载后不易辨认。', `改在 ${LONGEST} 个字以内`)] : [];
  });
}
