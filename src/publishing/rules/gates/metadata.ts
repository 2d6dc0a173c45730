import { findDocumentNumber } from '../document-number.ts';
import { gapsOf } from '../guide.ts';
import { OVERLAP_LIMIT, overlapWith } from '../interpretation.ts';
import { bodyText } from '../body.ts';
import { isTheme } from '../themes.ts';
import type { Examined } from './examined.ts';
import type { Found, Gate } from './gate.ts';

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0;

const say = (
  level: Found['level'],
  place: string,
  quote: string,
  message: string,
  suggestion: string,
  gate: Gate = 'metadata',
): Found => ({
  gate,
  level,
  place,
  quote,
  message,
  suggestion,
});

/** What documents must have besides what every item has. */
function documentFaults({ kind, content, documentNumberTaken }: Examined): readonly Found[] {
  const { documentNumber, genre, theme, madeOn, details } = content;
  const found: Found[] = [];
  if (documentNumber !== null && findDocumentNumber(documentNumber) === undefined)
    found.push(
      say(
        'stop',
        '发文字号',
        documentNumber,
        '发文字号的写法不对。',
        '写作“晴政办〔2026〕1号”：六角括号、完整年份，不加“第”，编号不补零',
      ),
    );
  if (documentNumberTaken)
    found.push(
      say(
        'stop',
        '发文字号',
        documentNumber ?? '',
        '本机关已有一条信息用了这个发文字号。',
        '核对发文字号；重复的稿件请删去一条',
      ),
    );
  if (kind !== 'document') return found;
  if (documentNumber === null)
    found.push(say('advice', '发文字号', '', '文件没有发文字号。', '填写发文字号；确实没有的不填'));
  if (genre === null) found.push(say('stop', '体裁', '', '文件没有体裁（文种）。', '选择文种，如“通知”'));
  if (theme === null) found.push(say('stop', '主题分类', '', '文件没有主题分类。', '选择主题分类'));
  if (madeOn === null) found.push(say('stop', '成文日期', '', '文件没有成文日期。', '填写成文日期'));
  if (details.kind === 'normative' && madeOn !== null) {
    if (isAfter(madeOn, details.effectiveOn))
      found.push(say('stop', '施行日期', details.effectiveOn.toString(), '施行日期早于成文日期。', '核对两个日期'));
    if (details.expiresOn !== null && !isAfter(details.expiresOn, details.effectiveOn))
      found.push(say('stop', '有效期至', details.expiresOn.toString(), '有效期在施行日期以前就结束。', '核对有效期'));
  }
  return found;
}

/** What only some kinds have. */
function detailFaults({ kind, content }: Examined): readonly Found[] {
  const { details, relations } = content;
  switch (kind) {
    case 'guide':
      return details.kind === 'guide'
        ? gapsOf(details.guide).map(({ message }) => say('stop', '公开指南', '', message, '补充后再提交'))
        : [say('stop', '公开指南', '', '公开指南没有按规定的要素填写。', '在“公开指南”表单里逐项填写')];
    case 'interpretation':
      return [
        ...(details.kind === 'interpretation'
          ? []
          : [say('stop', '解读', '', '解读没有选择形式。', '选择解读形式，填写解读人和电话')]),
        ...(relations.some(({ relation }) => relation === 'interprets')
          ? []
          : [say('stop', '相关文件', '', '解读没有关联被解读的文件。', '选择被解读的文件，两边的页面就会互相链接')]),
      ];
    case 'call-result':
      return details.kind === 'call-result' && details.adopted <= details.received
        ? []
        : [say('stop', '征集结果', '', '收到意见数和采纳数没有填写，或者采纳数大于收到数。', '核对后填写')];
    case 'leader':
      return details.kind === 'leader' && details.post !== '' && details.duties !== ''
        ? []
        : [say('stop', '负责人信息', '', '负责人信息缺少职务或者分工。', '填写职务和分工')];
    case 'gazette':
      return details.kind === 'gazette'
        ? []
        : [say('stop', '政府公报', '', '公报没有期号和目录。', '在“政府公报”页面编排')];
    case 'document':
    case 'news':
    case 'notice':
    case 'data':
    case 'system-document':
    case 'organisation':
    case 'catalogue-entry':
    case 'annual-report':
    case 'budget':
      return [];
  }
}

/** An interpretation that repeats its document explains nothing. */
function originality({ kind, content, interpreted }: Examined): readonly Found[] {
  if (kind !== 'interpretation') return [];
  const text = bodyText(content.body);
  return interpreted.flatMap(document => {
    const share = overlapWith(document.text, text);
    return share <= OVERLAP_LIMIT
      ? []
      : [
          say(
            'advice',
            '正文',
            document.title,
            `解读有 ${Math.round(share * 100)}% 的文字照抄原文件。`,
            '说明背景、目的、主要内容和与以前政策的不同，不要只摘抄、压缩原文',
            'interpretation',
          ),
        ];
  });
}

/** A 公示 says for how long; one that ends before it can begin shows nobody anything. */
function publicityFaults({ content, today }: Examined): readonly Found[] {
  const { publicity, title } = content;
  if (publicity === undefined)
    return /(?:拟[^，。]{1,20}|名单|候选人|候选对象|推荐对象)的?公示/u.test(title)
      ? [say('advice', '公示期', title, '标题是公示，没有填写公示期。', '填写公示期限、依据和提出异议的方式')]
      : [];
  return publicity.period.kind === 'until' && !isAfter(publicity.period.on, today)
    ? [say('stop', '公示期', publicity.period.on.toString(), '公示截止日期已经到了。', '核对公示截止日期')]
    : [];
}

/** Metadata of §4.1 that are missing or contradict each other. */
export function metadata(examined: Examined): readonly Found[] {
  const { content, today } = examined;
  const { title, theme, madeOn, formedOn, keywords, body, attachments } = content;
  const found: Found[] = [];
  if (/[。，；、：,.;:]$/u.test(title)) found.push(say('advice', '标题', title, '标题末尾有标点。', '删去末尾的标点'));
  if (theme !== null && !isTheme(theme))
    found.push(say('stop', '主题分类', theme, '主题分类不在分类表里。', '重新选择主题分类'));
  if (madeOn !== null && isAfter(madeOn, today))
    found.push(say('stop', '成文日期', madeOn.toString(), '成文日期还没有到。', '核对成文日期'));
  if (isAfter(formedOn, today))
    found.push(say('stop', '公开时限基准日', formedOn.toString(), '形成或者变更的日期还没有到。', '核对日期'));
  if (keywords.length === 0) found.push(say('advice', '关键词', '', '没有填写关键词。', '填写一至五个关键词'));
  if (bodyText(body).trim() === '' && attachments.length === 0 && content.details.kind === 'none')
    found.push(say('stop', '正文', '', '没有正文，也没有附件。', '填写正文或者添加附件'));
  return [
    ...found,
    ...publicityFaults(examined),
    ...documentFaults(examined),
    ...detailFaults(examined),
    ...originality(examined),
  ];
}
