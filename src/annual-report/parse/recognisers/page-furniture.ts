import { foldedText } from './canonical-label.ts';
import { isPageNumber } from './cell-value.ts';

// What web pages print behind an article. Each pattern must be the whole beginning of a short line.
const AFTER_ARTICLE =
  /^[【[(（]?(?:上一篇|下一篇|上一条|下一条|上页|下页|相关附件|附件下载|相关链接|相关信息|相关文章|相关稿件|打印本页|打印|关闭窗口|关闭本页|关闭|收藏|分享到|分享|扫一扫|返回顶部|返回首页|版权所有|主办单位|主办|承办单位|承办|协办|技术支持|网站标识码|网站标识|网站地图|联系我们|关于我们|网站声明|隐私声明|友情链接|责任编辑|编辑[:：]|[^，。]{0,4}ICP备|[^，。]{0,4}公网安备|copyright|©)/i;
const ABOUT_ARTICLE =
  /^(?:发布时间|发布日期|发文时间|发布机构|发布单位|信息来源|来源[:：]|文章来源|作者[:：]|浏览次数|浏览量|阅读次数|点击数|点击率|点击[:：]|访问量|字体|字号|索引号|主题分类|公开方式|公开时效|文号[:：]|生成日期|成文日期|有效性|当前位置|您的位置|您当前|所在位置|首页>|首页»|日期[:：]|时间[:：]|打印|分享|【字体|\[字体|视力保护|保护视力|大中小|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})/;
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
