import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { READING_CHOICES } from './reading.ts';
import type { Reading } from './reading.ts';

const SIZE_NAME = { normal: '标准', big: '大', biggest: '特大' } as const;

/** The other script is offered in itself: whoever looks for it reads it. */
function scriptButton({ script }: Reading): Html {
  return script === 'simplified'
    ? html`<button class="link" type="submit" name="script" value="traditional" lang="zh-Hant" translate="no">繁體</button>`
    : html`<button class="link" type="submit" name="script" value="simplified" lang="zh-Hans" translate="no">简体</button>`;
}

/** How the site is read and where to change it. */
export type ReadingPlace = {
  readonly mode: Reading;
  /** Where a change is posted to. */
  readonly action: string;
  /** The address to come back to. */
  readonly back: string;
};

/** Both directions of a switch are there; the style shows the one that leads away from the present state. */
export function readingTools({ mode, action, back }: ReadingPlace): Html {
  return html`<form class="site-tools" method="post" action="${action}" aria-label="阅读方式" data-reading-mode>
<div class="width"><input type="hidden" name="back" value="${back}">${scriptButton(mode)}<span class="type-sizes" role="group" aria-label="字号"><span aria-hidden="true">字号</span>${READING_CHOICES.size.map(
    size =>
      html`<button class="link" type="submit" name="size" value="${size}" aria-pressed="${String(mode.size === size)}">${SIZE_NAME[size]}</button>`,
  )}</span><button class="link when-plain" type="submit" name="contrast" value="high">高对比度</button><button class="link when-high" type="submit" name="contrast" value="plain">退出高对比度</button><button class="link when-standard" type="submit" name="layout" value="large">长者模式</button><button class="link when-large" type="submit" name="layout" value="standard">退出长者模式</button></div>
</form>
`;
}
