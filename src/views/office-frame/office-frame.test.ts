import { expect, test } from 'vitest';
import { html } from '../html/html.ts';
import { officeFrame } from './office-frame.ts';
import type { OfficePageContent } from './office-frame.ts';

const PAGE: OfficePageContent = {
  siteName: '示范市晴川区人民政府',
  sample: true,
  agency: '晴川区人民政府办公室',
  officer: {
    name: '林<岚>',
    roles: '承办人',
    actingFor: '周启明',
    accountHref: '/office/account',
    signOutAction: '/office/sign-out',
  },
  menu: [
    {
      heading: null,
      entries: [
        { text: '工作台', href: '/office', current: false },
        { text: '依申请公开', href: '/office/applications', current: true, waiting: 3 },
      ],
    },
  ],
  title: '全部申请',
  crumbs: [],
  notices: [{ kind: 'done', sentence: '已经登记。' }],
  styles: ['/assets/office/office.css'],
  iconHref: '/assets/icon.svg',
  homeHref: '/office',
  main: html`<h1>全部申请</h1>`,
};

test('a page of the office says where one is, who works and for whom, and what has happened', () => {
  const { markup } = officeFrame(PAGE);
  expect(markup).toContain('<title>全部申请 - 示范市晴川区人民政府政务公开办公</title>');
  expect(markup).toContain('承办人，代周启明');
  expect(markup).toContain('林&lt;岚&gt;');
  expect(markup).toContain('aria-current="page">依申请公开');
  expect(markup).toContain('已经登记。');
  expect(markup).toContain('<summary>目录：依申请公开</summary>');
  expect(markup).toContain('演示数据');
});

test('before sign-in there is neither menu nor officer', () => {
  const { markup } = officeFrame({ ...PAGE, officer: null, agency: null, menu: [] });
  expect(markup).not.toMatch(/office-menu|class="officer"|office-agency/);
});

test('nothing on the page is inline or from elsewhere', () => {
  expect(officeFrame(PAGE).markup).not.toMatch(/<style|style="|<script>|https?:/);
});
