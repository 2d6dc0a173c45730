import { expect, test } from 'vitest';
import { bodyText } from '../rules/body.ts';
import { proposePage } from './propose-page.ts';

const SITE = `<!DOCTYPE html><html><head><title>关于防汛工作的通知_通知公告_晴川区人民政府</title>
<meta name="ArticleTitle" content="关于防汛工作的通知"><meta name="PubDate" content="2019-06-03 09:15">
<meta name="ColumnName" content="通知公告"><meta name="ContentSource" content="区水利局"><meta name="Keywords" content="null"></head>
<body><div class="top"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul></div>
<div class="crumbs">您现在的位置：<a href="/">首页</a></div><h1>关于防汛工作的通知</h1>
<div class="bd"><div id="zoom"><div class="TRS_Editor"><p>各镇、街道：</p><p>请做好<strong>防汛</strong>工作，见<a href="/art/2018/1.html">预案</a>。</p>
<p><span><img src="./W020190603.jpg" alt="汛情"></span></p><p align="right">晴川区水利局</p><p align="right">2019年6月3日</p></div></div></div>
<div class="foot">版权所有 网站标识码 <a href="/x">联系我们</a></div></body></html>`;

test('of a page of an older site the text is taken without what surrounds it, the metadata from its tags', () => {
  const page = proposePage(SITE);
  expect(page).toMatchObject({
    title: '关于防汛工作的通知',
    publishedAt: '2019-06-03 09:15',
    column: '通知公告',
    source: '区水利局',
    keywords: null,
    issuer: '晴川区水利局',
    madeOn: '2019-06-03',
  });
  expect(bodyText(page.body)).toBe('各镇、街道：\n请做好防汛工作，见预案。\n汛情\n晴川区水利局\n2019年6月3日');
  expect(page.body.find(({ kind }) => kind === 'image')).toMatchObject({ attachment: './W020190603.jpg', alt: '汛情' });
});

test('a page without tags and without known names gives its longest text; a fragment is its own text', () => {
  const links = '<a href="/">栏目</a>'.repeat(30);
  const text = '<p>晴川区开展安全生产检查，督促企业落实责任。</p>'.repeat(5);
  const page = proposePage(
    `<title>检查 - 晴川区政府网</title><div><nav>${links}</nav></div><div><div>${links}</div><div>${text}</div></div>`,
  );
  expect(page.title).toBe('检查');
  expect(page.body).toHaveLength(5);
  expect(bodyText(proposePage('<p>第一段。</p><p>第二段。</p>').body)).toBe('第一段。\n第二段。');
});
