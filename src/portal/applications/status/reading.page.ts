import { registrationNumber } from '../../../applications/rules/case-file.ts';
import type { LetterId } from '../../../applications/rules/ids.ts';
import { buttonLink } from '../../../views/form/form-buttons.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { letterHtml } from '../../../views/official-letter/letter-html.ts';
import type { OfficialLetter } from '../../../views/official-letter/official-letter.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import { APPLICATIONS_COLUMN, FILE_PATH, GUIDE_CRUMB } from '../column.ts';
import type { OpenedFile } from './opened-file.ts';

const crumbsOf = ({ file }: OpenedFile) => [
  GUIDE_CRUMB,
  { text: `办理进度 ${registrationNumber(file.registration)}`, href: FILE_PATH },
];

/** A letter to the applicant, to be read on the screen. */
export function letterPage(setting: PageSetting, opened: OpenedFile, id: LetterId, letter: OfficialLetter): Html {
  const title = letter.title.join('');
  return portalPage(setting, {
    path: FILE_PATH,
    title,
    crumbs: crumbsOf(opened),
    column: APPLICATIONS_COLUMN,
    description: title,
    styles: ['applications.css', 'letter.css'],
    main: html`<div class="actions">${buttonLink('下载 PDF', `${FILE_PATH}/letters/${id}.pdf`)}${buttonLink('下载 Word', `${FILE_PATH}/letters/${id}.docx`)}${buttonLink('返回办理进度', FILE_PATH)}</div>
${letterHtml(letter, 1)}`,
  });
}

/** The form as it was sent, word for word. */
export function keptFormPage(setting: PageSetting, opened: OpenedFile, text: string): Html {
  return portalPage(setting, {
    path: FILE_PATH,
    title: '当时提交的申请表',
    crumbs: crumbsOf(opened),
    column: APPLICATIONS_COLUMN,
    description: '当时提交的申请表',
    styles: ['applications.css'],
    main: html`<h1>当时提交的申请表</h1>
<div class="card"><pre class="kept-form">${text}</pre></div>
<div class="actions">${buttonLink('返回办理进度', FILE_PATH)}</div>`,
  });
}
