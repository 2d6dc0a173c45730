import type { Agency } from '../../people/rules/agency.ts';
import type { Column } from '../../publishing/rules/column.ts';
import type { Visibility } from '../../publishing/rules/fold.ts';
import type { PublishedItem } from '../../publishing/store/item.register.store.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { forAgency, GUIDE_PATH } from '../applications/column.ts';
import { momentText } from '../items/moment-text.ts';
import { columnFacts, columnHref, crumbsOf, SITE_MAP_PATH } from '../items/places.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';

type Withdrawn = Extract<Visibility, { kind: 'withdrawn' }>;
type Removed = Extract<Visibility, { kind: 'removed' }>;

type Place = { readonly agency: Agency; readonly path: readonly Column[] };

const whereNow = ({ agency, path }: Place): Html => {
  const column = path.at(-1);
  return html`<ul>${column !== undefined && html`<li><a href="${columnHref(column)}">${column.name}的其他信息</a></li>`}<li><a href="${forAgency(GUIDE_PATH, agency.code)}">需要这份信息的，可以申请公开</a></li><li><a href="${SITE_MAP_PATH}">网站地图</a></li></ul>`;
};

/** 撤回: the page stays and says what it was and why it is not shown; the text is gone. */
export function withdrawnPage(
  setting: PageSetting,
  { line, edition }: PublishedItem,
  state: Withdrawn,
  place: Place,
): Html {
  const column = place.path.at(-1);
  return portalPage(setting, {
    path: line.address!,
    title: edition.content.title,
    crumbs: crumbsOf(place.agency, place.path),
    ...(column !== undefined && { column: columnFacts(column) }),
    description: '这条信息已经撤回',
    styles: ['published.css'],
    main: html`<h1 class="document-title">${edition.content.title}</h1>
<div class="banner banner-gone" role="note"><p><strong>已撤回</strong>发布机关于 ${momentText(state.at)} 撤回了这条信息。${state.explanation}</p></div>
<div class="card">${descriptionList([
      { term: '索引号', detail: line.indexNumber },
      { term: '发文机关', detail: edition.content.issuer },
      edition.content.documentNumber !== null && { term: '发文字号', detail: edition.content.documentNumber },
      { term: '发布日期', detail: momentText(line.publishedAt!) },
    ])}${whereNow(place)}</div>`,
  });
}

/** 删除: the address answers 410 for ever, with the reason; nothing of the item is shown but its 索引号. */
export function removedPage(setting: PageSetting, { line }: PublishedItem, state: Removed, place: Place): Html {
  return portalPage(setting, {
    path: line.address!,
    title: '这条信息已经删除',
    crumbs: crumbsOf(place.agency, place.path),
    description: '这条信息已经删除',
    styles: ['published.css'],
    main: html`<div class="card"><h1>这条信息已经删除</h1>
<p>发布机关于 ${momentText(state.at)} 删除了这条信息（索引号 ${line.indexNumber}）。</p>
<p>删除说明：${state.explanation}</p>
${whereNow(place)}</div>`,
  });
}
