import { officeFrame } from '../../src/views/office-frame/office-frame.ts';
import { pageFrame } from '../../src/views/page-frame/page-frame.ts';
import { STANDARD_READING } from '../../src/views/reading/reading.ts';
import type { Reading } from '../../src/views/reading/reading.ts';
import { html } from '../../src/views/html/html.ts';
import type { Html } from '../../src/views/html/html.ts';
import { EXAMPLES } from './examples.ts';

/** Where the pages of the catalogue find styles and scripts. */
export type CatalogueAssets = {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly iconHref: string;
};

function content(): Html {
  // The panel that confirms is a page of its own elsewhere and brings its own h1.
  return html`<h1>页面组件</h1>
${EXAMPLES.map(
  ({
    id,
    title,
    content: example,
  }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${example}</section>
`,
)}`;
}

/** Every example in the frame of the public site. */
export function portalCatalogue({ styles, scripts }: CatalogueAssets, mode: Reading = STANDARD_READING): Html {
  return pageFrame({
    site: {
      name: '示范市晴川区人民政府',
      domain: 'www.example.gov.cn',
      organiser: '示范市晴川区人民政府办公室',
      telephone: '0990-1234567',
      registrations: {
        siteCode: '9901010001',
        icpRecord: '示ICP备00000000号',
        securityRecord: '示公网安备 00000000000000号',
        markAddress: 'https://example.com/mark',
        faultReportAddress: 'https://example.com/fault',
      },
      sample: true,
    },
    title: '页面组件',
    crumbs: [{ text: '上级栏目', href: '#' }],
    description: '页面组件',
    navigation: [
      { text: '首页', href: '#', current: false },
      { text: '依申请公开', href: '#', current: false },
      { text: '政府信息公开年报', href: '#', current: true },
      { text: '年报体检', href: '#', current: false },
    ],
    styles,
    scripts,
    reading: { mode, action: '/reading-mode', back: '/' },
    search: { action: '#', label: '搜索已公开的信息' },
    main: content(),
  });
}

/** Every example in the frame of the office. */
export function officeCatalogue({ styles, scripts, iconHref }: CatalogueAssets): Html {
  return officeFrame({
    siteName: '示范市晴川区人民政府',
    sample: true,
    agency: '示范市晴川区人民政府办公室',
    officer: {
      name: '林知夏',
      roles: '承办人、审核人',
      actingFor: '周启明',
      accountHref: '#',
      signOutAction: '#',
    },
    menu: [
      {
        heading: null,
        entries: [
          { text: '工作台', href: '#', current: false },
          { text: '全部申请', href: '#', current: true, waiting: 5 },
          { text: '登记申请', href: '#', current: false },
        ],
      },
      {
        heading: '文书',
        entries: [
          { text: '待我审签', href: '#', current: false, waiting: 0 },
          { text: '文号登记簿', href: '#', current: false },
        ],
      },
      { heading: '管理', entries: [{ text: '工作日历', href: '#', current: false }] },
    ],
    title: '页面组件',
    crumbs: [{ text: '全部申请', href: '#' }],
    notices: [{ kind: 'done', sentence: '已经登记，编号晴政公开申〔2026〕21号。' }],
    styles,
    scripts,
    iconHref,
    homeHref: '#',
    main: content(),
  });
}
