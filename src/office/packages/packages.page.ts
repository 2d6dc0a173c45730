import { PACKAGE_SCOPE_LABEL, PACKAGE_STATE_LABEL } from '../../publishing/rules/exchange/manifest.ts';
import type { PackageState } from '../../publishing/rules/exchange/manifest.ts';
import type { ExchangePackage } from '../../publishing/store/exchange.store.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { submitButton } from '../../views/form/form-buttons.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';
import { instantText } from '../instant-text.ts';

export const PACKAGES_PATH = '/office/packages';

export type PackagesContent = {
  readonly packages: readonly ExchangePackage[];
  /** What the other side checks signatures by. */
  readonly publicKey: string;
};

const TONE = {
  made: 'warning',
  waiting: 'active',
  accepted: 'good',
  refused: 'urgent',
} as const satisfies Record<PackageState, Tone>;

const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function decisionForm({ id, number }: ExchangePackage): Html {
  return html`<form class="inline-form" method="post" action="${PACKAGES_PATH}/${id}/decision">
<label class="unseen" for="receipt-${number}">第 ${number} 号的回执</label><input id="receipt-${number}" name="receipt" type="text" placeholder="回执（可不填）" maxlength="200">${submitButton({ text: '对方已接收', look: 'plain', small: true, name: 'state', value: 'accepted' })}${submitButton({ text: '对方未接收', look: 'plain', small: true, name: 'state', value: 'refused' })}
</form>`;
}

/** 报送数据包: what was handed to the platform of the province, and what is to be. */
export function packagesMain({ packages, publicKey }: PackagesContent): Html {
  return html`<h1>报送数据包</h1>
<p class="lead">把公开的信息连同附件、撤下的记录打成签名的数据包，报送上级集约化平台。增量只含对方还没有接收的；对方接收以后要登记，以后才不再重复报送。</p>
<div class="actions"><form method="post" action="${PACKAGES_PATH}">${hiddenField('scope', 'changes')}${submitButton({ text: '生成增量数据包' })}</form><form method="post" action="${PACKAGES_PATH}">${hiddenField('scope', 'full')}${submitButton({ text: '生成全量数据包', look: 'plain' })}</form></div>
${dataTable<ExchangePackage>({
  caption: '最近的数据包',
  rows: packages,
  empty: '还没有生成过数据包。',
  columns: [
    {
      key: 'number',
      heading: '编号',
      rowHeading: true,
      cell: one => html`<a href="${PACKAGES_PATH}/${one.id}.zip" download>第 ${one.number} 号</a>`,
    },
    { key: 'scope', heading: '范围', cell: ({ scope }) => PACKAGE_SCOPE_LABEL[scope] },
    { key: 'items', heading: '信息', kind: 'figure', cell: ({ items }) => items },
    { key: 'withdrawals', heading: '撤下', kind: 'figure', cell: ({ withdrawals }) => withdrawals },
    { key: 'size', heading: '大小', kind: 'figure', cell: ({ bytes }) => sizeText(bytes) },
    { key: 'made', heading: '生成时间', kind: 'date', cell: ({ madeAt }) => instantText(madeAt) },
    {
      key: 'state',
      heading: '状态',
      cell: ({ state, receipt, decidedAt }) =>
        html`${tag(PACKAGE_STATE_LABEL[state], TONE[state])}${decidedAt !== null && html`<span class="quiet">${instantText(decidedAt)}</span>`}${receipt !== null && receipt !== '' && html`<span class="quiet">回执：${receipt}</span>`}`,
    },
    { key: 'decision', heading: '登记', kind: 'acts', cell: one => (one.state === 'made' ? decisionForm(one) : null) },
  ],
})}
<details class="card"><summary>签名的公钥</summary><p>交给接收的平台，用来核对数据包是本网站发出、没有被改动的：</p><p><code>${publicKey}</code></p></details>`;
}
