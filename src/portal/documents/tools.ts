import { encode } from 'uqr';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';

/** The address as a picture that a phone reads. */
function qrPicture(address: string): Html {
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="本页网址的二维码" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

/** What a reader can do with a document: take it along, hand it on, print it, have it read out. Nothing is asked of others. */
export function readingTools(path: string, url: string): Html {
  const file = path.replace(/\.html$/, '');
  return html`<div class="item-tools" role="group" aria-label="阅读工具">
<a class="button plain" href="${file}.pdf" download>下载 PDF</a><a class="button plain" href="${file}.docx" download>下载 Word</a><button class="plain" type="button" data-print hidden>打印</button><button class="plain" type="button" data-speak aria-pressed="false" hidden>朗读</button>
<details class="share"><summary>分享</summary><div class="share-place">${qrPicture(url)}<div><p>用手机扫一扫，在手机上打开本页。</p><label for="share-address">本页网址</label><input id="share-address" type="text" readonly value="${url}"></div></div></details>
</div>
`;
}
