import type { Agency } from '../../../people/rules/agency.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { forAgency, GUIDE_PATH, NEW_PATH } from '../column.ts';
import { groupAgencies } from './receiving-agencies.ts';

const line = (label: string, text: string | null): HtmlValue =>
  text !== null &&
  html`<span>${label}：${text}</span>
`;

function agencyLine(agency: Agency): Html {
  const { code, name, contact } = agency;
  return html`<li><div><a class="agency-name" href="${forAgency(NEW_PATH, code)}">${name}</a>
<p class="quiet">${line('地址', contact.address)}${line('电话', contact.telephone)}</p></div>
<div class="agency-acts"><a href="${forAgency(GUIDE_PATH, code)}#how" aria-label="${name}的受理方式">受理方式</a></div></li>
`;
}

/** The agencies that may be asked, in groups, with a search that works as a plain form. */
export function agencyChoice(agencies: readonly Agency[], words: string): Html {
  const groups = groupAgencies(agencies, words);
  return html`<form class="agency-search" method="get" action="${GUIDE_PATH}#agencies" role="search" aria-label="查找受理机关">
<label for="agency-words">机关名称</label><div class="with-button"><input id="agency-words" name="find" type="search" value="${words}" placeholder="例如：教育局"><button type="submit" class="plain">查找</button></div>
</form>
${
  groups.length === 0 &&
  html`<div class="empty"><p>${words === '' ? '还没有登记受理申请的机关。' : `没有名称里有“${words}”的机关，请换一个词再找。`}</p>${words !== '' && html`<p><a href="${GUIDE_PATH}#agencies">列出全部机关</a></p>`}</div>
`
}${groups.map(
    ({ name, agencies: members }) => html`<h3>${name}</h3>
<ul class="agency-list">
${members.map(agencyLine)}</ul>
`,
  )}`;
}
