import { expect, test } from 'vitest';
import { BODY } from '../../../publishing/rules/body.ts';
import type { Body } from '../../../publishing/rules/body.ts';
import { readBodyHtml } from '../../../publishing/parse/read-body-html.ts';
import { editorHtml } from './editor-html.ts';

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
<!--StartFragment--><p class=MsoNormal align=center style='text-align:center'><b><span lang=EN-US>晴川区<o:p></o:p></span></b></p>
<p class=MsoNormal style='text-indent:32pt'>各乡镇、
街道：现将<span style='display:none'>内部联系人张三</span>有关事项通知如下。<script>alert(1)</script></p>
<table class=MsoTableGrid><tr><td colspan=2 style='mso-x:y'><p>项目</p></td><th>金额</th></tr><tr><td rowspan=2>甲</td><td>乙</td><td>3</td></tr><tr><td>丙</td><td>4</td></tr></table>
<p>见<a href="https://www.gov.cn/zhengce/">政策库</a>与<a href="javascript:alert(1)">此处</a></p><img src="file:///C:/a.png">`;

test('what Word pastes becomes paragraphs and tables; hidden text, scripts and dangerous links do not come in', () => {
  const { body, leftOut } = readBodyHtml(WORD);
  expect(leftOut).toBe(1);
  expect(JSON.stringify(body)).not.toMatch(/张三|alert|javascript/);
  expect(body[0]).toEqual({
    kind: 'paragraph',
    align: 'center',
    inlines: [{ kind: 'text', text: '晴川区', strong: true }],
  });
  expect(body[1]).toEqual({
    kind: 'paragraph',
    inlines: [{ kind: 'text', text: '各乡镇、街道：现将有关事项通知如下。' }],
  });
  expect(body[2]).toMatchObject({
    kind: 'table',
    rows: [
      [
        { text: '项目', columnSpan: 2 },
        { text: '金额', heading: true },
      ],
      [{ text: '甲', rowSpan: 2 }, { text: '乙' }, { text: '3' }],
      [{ text: '丙' }, { text: '4' }],
    ],
  });
  expect(body[3]).toEqual({
    kind: 'paragraph',
    inlines: [
      { kind: 'text', text: '见' },
      { kind: 'link', text: '政策库', href: 'https://www.gov.cn/zhengce/' },
      { kind: 'text', text: '与此处' },
    ],
  });
});

test('what the editor shows is read back as it was', () => {
  const body: Body = [
    { kind: 'heading', level: 2, text: '一、总体要求' },
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: '甲 <b> & 乙' },
        { kind: 'link', text: '办法', href: '/zcwj/' },
      ],
    },
    { kind: 'paragraph', align: 'end', inlines: [{ kind: 'text', text: '区政府', strong: true }] },
    { kind: 'list', ordered: true, entries: [[{ kind: 'text', text: '先' }], [{ kind: 'text', text: '后' }]] },
    {
      kind: 'table',
      caption: '收支表',
      rows: [
        [{ text: '项目', heading: true, rowSpan: 1, columnSpan: 2 }],
        [{ text: '甲', heading: false, rowSpan: 1, columnSpan: 1 }],
      ],
    },
    { kind: 'image', attachment: '01989f00-0000-7000-8000-000000000001', alt: '位置图', caption: '图1' },
  ];
  expect(readBodyHtml(editorHtml(body, id => `/x/${id}`).markup).body).toEqual(body);
});

test('markup that is nested without end neither fails nor takes long', () => {
  const deep = '<div><span>'.repeat(20_000) + '字';
  expect(BODY.safeParse(readBodyHtml(deep).body).success).toBe(true);
});
