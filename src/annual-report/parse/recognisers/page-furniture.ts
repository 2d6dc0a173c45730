import { foldedText } from './canonical-label.ts';
import { isPageNumber } from './cell-value.ts';

// What web pages print behind an article. Each pattern must be the whole beginning of a short line.
const AFTER_ARTICLE = beginning('[[【(（]?', [
  '上一篇|下一篇|上一条|下一条|上页|下页|阅读原文|继续滑动|喜欢作者|点赞',
  '附件下载|附件(?:[\\d一二三]{0,2}[:：]|【|\\[|$)|图解[:：]|解读[:：]|声明[:：]',
  '相关附件|相关(?:链接|信息|文章|稿件|文档|阅读|解读|资料|新闻|内容|推荐|报道|文件)(?:$|[:：>»\\d])',
  '(?:部门|历年|往年|各单位|各部门|乡镇|镇街|街道|其他)(?:乡镇|单位)?(?:政府)?(?:信息公开)?(?:工作)?年(?:度报告|报)$',
  '打印|关闭窗口|关闭本页|关闭|收藏|分享到|分享|扫一扫|返回顶部|返回首页',
  '版权所有|主办单位|主办|承办单位|承办|协办|技术支持|网站标识码|网站标识|网站地图|联系我们|关于我们|网站声明|隐私声明|友情链接',
  '责任编辑|编辑[:：]|[^，。]{0,4}ICP备|[^，。]{0,4}公网安备|copyright|©',
]);
const ABOUT_ARTICLE = beginning('[[【(（]?', [
  '发布时间|发布日期|发文时间|发文日期|发布机构|发布单位|生成日期|成文日期|日期[:：]|时间[:：]|(?:19|20)\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}',
  '信息来源|来源[:：]|文章来源|作者[:：]|审核人?[:：]|责编[:：]|原创|听全文',
  '浏览次数|浏览量|阅读次数|访问次数|点击次数|点击数|点击率|点击[:：]|阅读[:：]|访问量|字体|字号|大中小|视力保护|保护视力|打印|分享',
  '索引号|主题分类|公开方式|公开时效|文号[:：]|有效性|当前位置|您的位置|您当前|您现在|您的当前|所在位置|首页[>»/]',
]);
const LONGEST = 120;

/** Whether a line stands behind an article on a web page and is no part of it: 上一篇, 打印, 版权所有, 网站标识码 … */
export function isPageEnd(line: string): boolean {
  const text = foldedText(line);
  return text.length > 0 && text.length <= LONGEST && !/[。；]$/.test(text) && AFTER_ARTICLE.test(text);
}

/** Whether a line says something about the page or the article: 发布时间, 浏览次数, 当前位置, 【字体：大 中 小】. */
export function isPageMeta(line: string): boolean {
  const text = foldedText(line);
  return text.length === 0 || (text.length <= LONGEST && !/[。；]$/.test(text) && ABOUT_ARTICLE.test(text));
}

/** Whether a line belongs to no text at all: page numbers, rules, decoration. */
export const isDecoration = (line: string): boolean =>
  isPageNumber(line) || /^[\s\-—–_=*·•~.。|+｜#]*$/.test(line) || /^目\s{0,6}[录錄]$/.test(line.trim());

function beginning(opening: string, patterns: readonly string[]): RegExp {
  return new RegExp(`^${opening}(?:${patterns.join('|')})`, 'i');
}
