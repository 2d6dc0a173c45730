import { SECTION_HEADING } from '../../src/law/report-form/sections.ts';
import type { SectionKey } from '../../src/law/report-form/sections.ts';
import { formTables } from './form-tables.ts';
import type { Random } from './random-source.ts';
import type { TableMarkup } from './table-markup.ts';
import {
  blocksApart,
  brokenLabels,
  cutTable,
  flatTable,
  headerApart,
  oldTable,
  plainTable,
  wordTable,
  wpsTable,
  wrongSpans,
} from './table-markup.ts';
import type { TrueReport } from './true-report.ts';

/** A complete page of a government site. */
export type SitePage = {
  readonly html: string;
  /** The name that the page gives the agency; null where no title names it. */
  readonly agency: string | null;
};
export type SiteStyle = { readonly name: string; readonly print: (report: TrueReport, random: Random) => SitePage };

/** What the paragraphs of an article look like; `heading` is a heading of a section. */
type ProseMarkup = (text: string, isHeading: boolean) => string;

const SECTIONS = ['1', '2', '3', '4', '5', '6'] as const;

const inParagraphs: ProseMarkup = (text, isHeading) =>
  `<p style="text-indent:2em;line-height:2;">${isHeading ? `<strong>${text}</strong>` : text}</p>`;
const indented: ProseMarkup = text => `<p>　　${text}</p>`;
const inWord: ProseMarkup = (text, isHeading) =>
  `<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt;mso-line-height-rule:exactly'><span style='font-size:16.0pt;font-family:${isHeading ? '黑体' : '仿宋_GB2312'}'>${text.replace(/\d+/g, "</span><span lang=EN-US style='font-size:16.0pt;font-family:\"Times New Roman\"'>$&</span><span style='font-size:16.0pt'>")}<span lang=EN-US><o:p></o:p></span></span></p>`;
const inLines: ProseMarkup = text => `&nbsp;&nbsp;&nbsp;&nbsp;${text}<br /><br />`;
const inDivisions: ProseMarkup = (text, isHeading) =>
  isHeading ? `<div><h3><span>${text}</span></h3></div>` : `<div><span style="font-family:仿宋;">${text}</span></div>`;
const inSections: ProseMarkup = (text, isHeading) =>
  isHeading
    ? `<section data-role="title"><section><p><span><strong>${text}</strong></span></p></section></section>`
    : `<section><p><span leaf="">${text}</span></p></section>`;

/** The article alone: prose and tables, section by section. */
function article(report: TrueReport, random: Random, prose: ProseMarkup, table: TableMarkup): string {
  const [two, three, four] = formTables(report);
  const tables: Partial<Record<SectionKey, string>> = {
    '2': table(two, random),
    '3': table(three, random),
    '4': table(four, random),
  };
  const paragraphs = (key: SectionKey) => report.prose[key].map(text => prose(text, false));
  return [
    ...paragraphs('preface'),
    ...SECTIONS.flatMap(key => [prose(SECTION_HEADING[key], true), ...paragraphs(key), tables[key] ?? '']),
  ].join('\n');
}

const otherYears = ({ year }: TrueReport) => [1, 2, 3, 4].map(back => year - back);
const published = (random: Random, { year }: TrueReport) =>
  `${year + 1}-01-${String(10 + random.below(20))} ${10 + random.below(8)}:${10 + random.below(50)}`;

const MENU = ['首页', '走进晴川', '新闻动态', '政务公开', '政务服务', '互动交流', '数据开放'];
const menu = (tag = 'li') => MENU.map(name => `<${tag}><a href="/">${name}</a></${tag}>`).join('\n');
const COLUMNS = [
  '政府信息公开指南',
  '政府信息公开制度',
  '法定主动公开内容',
  '政府信息公开年报',
  '依申请公开',
  '规章库',
  '行政规范性文件',
  '行政许可',
  '行政处罚和行政强制',
  '财政预决算',
  '行政事业性收费',
  '政府集中采购',
];
const FOOTER = `<div class="footer"><p>主办：示范市晴川区人民政府办公室　承办：晴川区大数据中心</p>
<p>网站标识码：9901010001　晴ICP备05004418号-1　<img src="/ghs.png">晴公网安备 99010102000101号</p>
<p>地址：晴川区滨湖路1号　邮编：990101　您是第 1286034 位访客　<a href="#">网站地图</a> | <a href="#">联系我们</a></p></div>`;
const SCRIPT = `<script>var info={"title":"2018年政府信息公开工作年度报告","hits":[3,0,0,1,4],"table":"<table><tr><td>规章</td><td>9</td><td>9</td><td>9</td></tr></table>"};document.write("访问量：128");</script><style>.TRS_Editor p{margin:0}</style>`;
const SHARE = `<div class="share">分享到：<a>微信</a><a>微博</a></div><div class="tool">【字号：<a>大</a> <a>中</a> <a>小</a>】<a>打印</a> <a>关闭</a></div>`;

type Frame = {
  readonly titleTag?: string;
  readonly meta?: readonly (readonly [string, string])[];
  readonly before: string;
  readonly after: string;
};
const page = ({ titleTag, meta, before, after }: Frame, body: string) => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${titleTag ?? ''}</title>
${(meta ?? []).map(([name, content]) => `<meta name="${name}" content="${content}">`).join('\n')}
${SCRIPT}</head><body>
${before}
${body}
${after}
</body></html>`;

const REPORT = '政府信息公开工作年度报告';

/** The table with index number and issuing body that stands over articles of information disclosure. */
const indexTable = (report: TrueReport, title: string, when: string) => `<table class="xxgk_head" width="100%"><tbody>
<tr><td>索 引 号：</td><td>990101001/${report.year + 1}-00007</td><td>主题分类：</td><td>综合政务/政务公开</td></tr>
<tr><td>发布机构：</td><td>${report.agency}</td><td>发文日期：</td><td>${when.slice(0, 10)}</td></tr>
<tr><td>名　　称：</td><td colspan="3">${title}</td></tr>
<tr><td>文　　号：</td><td>无</td><td>有 效 性：</td><td>有效</td></tr></tbody></table>`;

const TRS: SiteStyle = {
  name: 'portal with breadcrumb and editor block',
  print(report, random) {
    const title = `${report.agency}${report.year}年${REPORT}`;
    const frame: Frame = {
      titleTag: `${title}_政府信息公开年报_示范市晴川区人民政府`,
      meta: [
        ['SiteName', '示范市晴川区人民政府'],
        ['ColumnName', '政府信息公开年报'],
        ['ArticleTitle', title],
        ['PubDate', published(random, report)],
      ],
      before: `<div class="head"><ul>${menu()}</ul></div><div class="crumb">您现在的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>政府信息公开年报</a></div>
<h1>${title}</h1><div class="info"><span>发布日期：${published(random, report)}</span><span>来源：区政府办公室</span><span>浏览次数：<em id="hits">123</em>次</span></div>${SHARE}<div class="TRS_Editor">`,
      after: `</div><div class="fj">附件：<a href="./W0202401.docx">${title}.docx</a></div><div>扫一扫在手机打开当前页</div>${FOOTER}`,
    };
    return { html: page(frame, article(report, random, indented, plainTable)), agency: report.agency };
  },
};

const INDEXED: SiteStyle = {
  name: 'index number table over the article',
  print(report, random) {
    const title = `${report.agency}${report.year}年度${REPORT}`;
    const frame: Frame = {
      titleTag: `晴川区政府信息公开 ${title}`,
      before: `<ul>${menu()}</ul>${indexTable(report, title, published(random, report))}<div class="title">${title}</div><p>发布时间：${published(random, report)}　　信息来源：${report.agency}　　浏览量： 87</p><!--<$[信息内容]>begin--><div id="zoom">`,
      after: `</div><!--<$[信息内容]>end--><p>上一篇：无</p><p>下一篇：<a>晴川区水务局${report.year}年${REPORT}</a></p><p>[打印本页] [关闭窗口]</p>${FOOTER}`,
    };
    return { html: page(frame, article(report, random, inParagraphs, wpsTable)), agency: report.agency };
  },
};

const SIDEBAR: SiteStyle = {
  name: 'sidebar with the reports of other years and bodies',
  print(report, random) {
    const title = `${report.agency}${report.year}年${REPORT}`;
    const links = [
      ...otherYears(report).map(year => `${report.agency}${year}年${REPORT}`),
      `晴川区水务局${report.year}年${REPORT}`,
    ];
    const frame: Frame = {
      titleTag: `${title} - 晴川区人民政府`,
      before: `<nav>${menu('span')}</nav><div class="left"><h2>政府信息公开</h2><ul>${COLUMNS.map(name => `<li><a>${name}</a></li>`).join('')}</ul><h2>历年年报</h2><ul>${links.map(text => `<li><a title="${text}">${text}</a></li>`).join('')}</ul></div>
<div class="right"><div class="article-title">${title}</div><ul class="meta"><li>时间：${published(random, report)}</li><li>来源：本网</li><li>阅读：45</li></ul>`,
      after: `</div><div class="related"><h3>相关文档</h3><ul>${links.map(text => `<li><a>${text}</a><span>${report.year}-01-20</span></li>`).join('')}</ul></div>${FOOTER}`,
    };
    return { html: page(frame, article(report, random, inDivisions, brokenLabels)), agency: report.agency };
  },
};

const UNIVERSITY: SiteStyle = {
  name: 'form-based content system with previous and next',
  print(report, random) {
    const title = `${report.agency}${report.year}年${REPORT}`;
    const frame: Frame = {
      titleTag: `${title}-${report.agency}`,
      before: `<div id="dqwz">当前位置: <a>首页</a>&gt;&gt;<a>信息公开</a>&gt;&gt;<a>年度报告</a>&gt;&gt;正文</div><form name="_newscontent_fromname"><div align="center"><h3>${title}</h3>
<div>${published(random, report)}&nbsp;&nbsp;&nbsp;&nbsp;审核人：办公室&nbsp;&nbsp;&nbsp;&nbsp;点击：[<span id="dynclicks">356</span>]</div></div><div id="vsb_content"><div class="v_news_content">`,
      after: `</div></div><p>附件【<a>${report.year}年报.pdf</a>】已下载<span>12</span>次</p><p>上一条：<a>2016年${REPORT}</a></p><p>下一条：<a>关于春节放假的通知</a></p><p>【<a>关闭</a>】</p></form>${FOOTER}`,
    };
    return { html: page(frame, article(report, random, inWord, wordTable)), agency: report.agency };
  },
};

const PLATFORM: SiteStyle = {
  name: 'disclosure platform, title in two lines, years as tabs',
  print(report, random) {
    const tabs = [report.year + 1, report.year, ...otherYears(report)].map(year => `<li>${year}年</li>`).join('');
    const frame: Frame = {
      titleTag: '政府信息公开年报',
      before: `<header><a>示范市晴川区人民政府</a><form>请输入关键字<input></form></header><div>首页 / 政府信息公开 / 政府信息公开年报</div><ul class="years">${tabs}</ul><div class="content"><p style="text-align:center"><b>${report.agency}</b></p><p style="text-align:center"><b>${report.year}年${REPORT}</b></p>`,
      after: `</div><div class="back"><a>返回顶部</a></div>${FOOTER}`,
    };
    return { html: page(frame, article(report, random, inParagraphs, headerApart)), agency: report.agency };
  },
};

const OLD: SiteStyle = {
  name: 'nested layout tables, capital tags',
  print(report, random) {
    const title = `${report.year}年${report.agency}${REPORT}`;
    const body = `<TABLE width=1000 align=center border=0><TR><TD colspan=2><IMG src="banner.jpg"></TD></TR><TR><TD width=200 vAlign=top><TABLE>${COLUMNS.map(name => `<TR><TD>·<A>${name}</A></TD></TR>`).join('')}</TABLE></TD>
<TD vAlign=top><TABLE width="100%"><TR><TD align=middle><FONT size=5><B>${title}</B></FONT></TD></TR><TR><TD align=middle>[ ${published(random, report)} ] [ 点击数：1024 ] 【大 中 小】</TD></TR>
<TR><TD>${article(report, random, inLines, oldTable)}</TD></TR><TR><TD align=right>【<A>打印本页</A>】【<A>关闭窗口</A>】</TD></TR></TABLE></TD></TR>
<TR><TD colspan=2 align=middle>版权所有：晴川区人民政府　技术支持：晴川科技　今日访问：88　总访问：2023104</TD></TR></TABLE>`;
    return { html: page({ titleTag: title, before: '', after: '' }, body), agency: report.agency };
  },
};

const WORD: SiteStyle = {
  name: 'Word, saved as a web page',
  print(report, random) {
    const html = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><title>${report.year}年度</title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Pages>5</o:Pages></o:DocumentProperties></xml><![endif]--></head>
<body lang=ZH-CN><div class=WordSection1 style='layout-grid:15.6pt'><p class=MsoNormal align=center><b><span style='font-size:22.0pt;font-family:方正小标宋_GBK'>${report.agency}<span lang=EN-US><br></span></span></b></p>
<p class=MsoNormal align=center><b><span lang=EN-US style='font-size:22.0pt'>${String(report.year).slice(0, 2)}</span><span lang=EN-US>${String(report.year).slice(2)}</span></b><b><span style='font-size:22.0pt'>年政府信息公开</span></b></p><p class=MsoNormal align=center><b>工作年度报告</b></p>
${article(report, random, inWord, wrongSpans)}
<p class=MsoNormal align=right><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div></body></html>`;
    return { html, agency: report.agency };
  },
};

const MOBILE: SiteStyle = {
  name: 'article from an editor for messages, agency behind the year',
  print(report, random) {
    const title = `${report.year}年度${report.agency}${REPORT}`;
    const frame: Frame = {
      titleTag: title,
      meta: [['og:title', title]],
      before: `<div id="page"><h1 class="rich_media_title">${title}</h1><div><span>原创</span> <span>晴川发布</span> <em>${published(random, report)}</em> <em>示范</em></div><div id="js_content">`,
      after: `</div><p>继续滑动看下一个</p><div>阅读 <span>2021</span>　点赞 <span>15</span></div></div>`,
    };
    return { html: page(frame, article(report, random, inSections, brokenLabels)), agency: report.agency };
  },
};

const UNTITLED: SiteStyle = {
  name: 'no year in the title, agency in the preface and the index table',
  print(report, random) {
    const frame: Frame = {
      titleTag: '政府信息公开年报',
      before: `<ul>${menu()}</ul>${indexTable(report, '政府信息公开工作年度报告', published(random, report))}<h2>${REPORT}</h2><p>发布日期：${published(random, report)} 访问次数：19</p>`,
      after: FOOTER,
    };
    return { html: page(frame, article(report, random, inParagraphs, cutTable)), agency: report.agency };
  },
};

const NOTICE: SiteStyle = {
  name: 'announced as 关于…的报告, tables without merged cells',
  print(report, random) {
    const title = `${report.agency}关于${report.year}年${REPORT}`;
    const frame: Frame = {
      titleTag: `${title}-公示公告-晴川区人民政府门户网站`,
      before: `<div class="top"><a>无障碍阅读</a> <a>长者模式</a> <a>登录</a></div><p>当前位置： 首页 &gt; 政府信息公开 &gt; 年度报告 &gt; ${otherYears(report)[0]}年</p><div class="tit">${title}</div><div>文章来源：${report.agency} 发布时间：${published(random, report)} 点击数：12</div>`,
      after: `<div>分享到：</div><div>【打印】 【关闭】</div><table class="links"><tr><td>国务院部门网站</td><td>省政府网站</td><td>市县政府网站</td></tr></table>${FOOTER}`,
    };
    return { html: page(frame, article(report, random, inParagraphs, flatTable)), agency: report.agency };
  },
};

const PRINTED: SiteStyle = {
  name: 'contents before the report, signature behind it',
  print(report, random) {
    const title = `${report.agency}${report.year}年${REPORT}`;
    const contents = SECTIONS.map(key => `<p><a href="#s${key}">${SECTION_HEADING[key]}</a></p>`).join('');
    const frame: Frame = {
      titleTag: `${title}|晴川区`,
      before: `<h1>${title}</h1><div>发布机构：${report.agency}</div><div class="contents"><p>目 录</p>${contents}</div>`,
      after: `<p style="text-align:right">${report.agency}</p><p style="text-align:right">${report.year + 1}年1月18日</p><p>相关附件：</p><p>1.${title}.pdf</p>${FOOTER}`,
    };
    return { html: page(frame, article(report, random, inParagraphs, blocksApart)), agency: report.agency };
  },
};

const SPACED: SiteStyle = {
  name: 'two-column frame of divisions, list of bodies behind the article',
  print(report, random) {
    const title = `${report.agency} ${report.year} 年${REPORT}`;
    const bodies = ['区教育局', '区水务局', '青石镇人民政府', '望江街道办事处'];
    const frame: Frame = {
      titleTag: `${title} 政府信息公开工作年报 晴川区人民政府`,
      before: `<div class="nav">${MENU.join(' | ')}</div><div class="position"><i></i>您的当前位置：首页&nbsp;»&nbsp;政府信息公开&nbsp;»&nbsp;年报</div><div class="zw"><div class="bt"><span>${title}</span></div><div class="ly"><label>日期：${published(random, report).slice(0, 10)}</label><label>作者：</label><label>责任编辑：管理员</label></div>`,
      after: `</div><div class="list"><h4>部门年报</h4>${bodies.map(name => `<p>${name}${report.year}年${REPORT}</p>`).join('')}</div>${FOOTER}`,
    };
    return { html: page(frame, article(report, random, inLines, wordTable)), agency: report.agency };
  },
};

const BULLETIN: SiteStyle = {
  name: 'whole page in a layout table, mixed markup',
  print(report, random) {
    const title = `${report.agency}${report.year}年${REPORT}`;
    const marked: TableMarkup = (table, own) =>
      own.pick([plainTable, wordTable, wpsTable, brokenLabels, cutTable])(table, own);
    const body = `<div class="wrap"><table class="layout"><tbody><tr><td class="l"><ul>${otherYears(report)
      .map(year => `<li>${year}年政府信息公开年报</li>`)
      .join('')}</ul></td><td class="r"><table><tbody><tr><td>
<p align="center"><font size="5">${title}</font></p><p align="center">（${report.year + 1}年1月20日）</p>${article(report, random, indented, marked)}</td></tr></tbody></table></td></tr></tbody></table>${FOOTER}`;
    return { html: page({ titleTag: '晴川区人民政府', before: '', after: '' }, body), agency: report.agency };
  },
};

export const SITE_STYLES: readonly SiteStyle[] = [
  TRS,
  INDEXED,
  SIDEBAR,
  UNIVERSITY,
  PLATFORM,
  OLD,
  WORD,
  MOBILE,
  UNTITLED,
  NOTICE,
  PRINTED,
  SPACED,
  BULLETIN,
];
