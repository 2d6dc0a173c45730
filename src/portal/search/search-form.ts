import { dateField } from '../../views/form/date-field.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { queryText, SEARCH_PATH } from './search-query.ts';
import type { SearchQuery } from './search-query.ts';

const ASKED_BELOW = new Set(['q', 'scope', 'prefix', 'nyear', 'serial', 'from', 'to', 'page', 'order']);

/** What was chosen beside the list goes on with another question. */
function kept(query: SearchQuery): readonly Html[] {
  return Object.entries(queryText(query)).flatMap(([name, value]) => {
    if (ASKED_BELOW.has(name) || value === null || value === undefined) return [];
    const values = typeof value === 'object' ? value : [String(value)];
    return values.map(one => hiddenField(name, one));
  });
}

const isDetailed = ({ scope, prefix, numberYear, serial, from, to }: SearchQuery): boolean =>
  scope === 'title' || [prefix, numberYear, serial, from, to].some(value => value !== null);

function numberBoxes({ prefix, numberYear, serial }: SearchQuery): Html {
  return html`<fieldset class="number-boxes"><legend>发文字号</legend><div><label><span class="unseen">机关代字</span><input name="prefix" type="text" maxlength="20" placeholder="机关代字" value="${prefix ?? ''}"></label><span aria-hidden="true">〔</span><label><span class="unseen">年份</span><input name="nyear" type="text" inputmode="numeric" maxlength="4" placeholder="年份" value="${numberYear ?? ''}"></label><span aria-hidden="true">〕</span><label><span class="unseen">序号</span><input name="serial" type="text" inputmode="numeric" maxlength="6" placeholder="序号" value="${serial ?? ''}"></label><span aria-hidden="true">号</span></div></fieldset>
`;
}

/** The question, and what it can be asked with: where the words stand, 文号, days. */
export function searchForm(query: SearchQuery): Html {
  const state = {
    values: { from: query.from?.toString() ?? '', to: query.to?.toString() ?? '' },
    problems: [],
  };
  return html`<form class="search-form" method="get" action="${SEARCH_PATH}" role="search" aria-label="查找公开信息">
${kept(query)}<div class="search-line"><label class="unseen" for="words">标题、正文、附件、文号或者索引号</label><input id="words" name="q" type="search" value="${query.words}" placeholder="标题、正文、附件、文号或者索引号"><button type="submit">搜索</button></div>
<details${isDetailed(query) && html` open`}><summary>高级检索</summary><div class="search-details">
<fieldset><legend>查找范围</legend><div class="choices inline"><div class="choice"><input type="radio" id="scope-everywhere" name="scope" value="everywhere"${query.scope === 'everywhere' && html` checked`}><label for="scope-everywhere">标题、正文和附件</label></div><div class="choice"><input type="radio" id="scope-title" name="scope" value="title"${query.scope === 'title' && html` checked`}><label for="scope-title">只在标题中</label></div></div></fieldset>
${numberBoxes(query)}<div class="search-days">${dateField(state, { name: 'from', label: '发布日期从' })}${dateField(state, { name: 'to', label: '到' })}</div></div></details>
</form>
`;
}
