import type { Column } from '../../../publishing/rules/column.ts';
import { columnPath } from '../../../publishing/rules/column.ts';
import { IMPORT_MODE_LABEL } from '../../../publishing/rules/import/item-import.ts';
import { ITEM_KIND_LABEL, ITEM_KINDS } from '../../../publishing/rules/item-kind.ts';
import { THEME_NAMES } from '../../../publishing/rules/themes.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { fileField } from '../../../views/form/file-field.ts';
import { formPage } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { IMPORTS_PATH, NEW_IMPORT_PATH, TEMPLATE_PATH } from './imports-paths.ts';

/** What a desk takes; larger exports are imported on the server. */
export const MOST_SENT_BYTES = 200 * 1024 * 1024;

const help: Html = html`<section class="card"><h2>压缩包里放什么</h2>
<p><strong>有元数据表：</strong>一个 XLSX 或者 CSV 放在最外层，每行一条信息；正文网页、文档和附件放在旁边，表里写出它们的路径。</p>
<p><strong>没有元数据表：</strong>放 HTML、DOCX、PDF、TXT 文件，每个文件一条信息；附件起名为“文件名_附件1”，或者放进同名的文件夹。</p>
<p>原网站的导出一般就有这样的表：表头可以是“标题、发布时间、栏目名称、文号、索引号、原网址、正文文件、附件”等常见写法，GB18030 和 UTF-8 都可以。</p>
<p><a href="${TEMPLATE_PATH}" download>下载元数据表模板（CSV）</a></p></section>
<section class="card"><h2>先试运行</h2>
<p>上传以后先逐条试运行，不写入任何信息；看过结果再决定导入。个人信息、密级标志等照样检查，有问题的一律成为草稿，不会公开。</p></section>
`;

/** What stands in `main` of the form with which an import begins. */
export function newImportMain(state: FormState, columns: readonly Column[]): Html {
  return formPage({
    heading: '新的批量导入',
    lead: '一次导入许多条信息：一批文档、一张表和它的文件，或者原网站的导出。',
    action: NEW_IMPORT_PATH,
    state,
    files: true,
    fields: [
      fileField(state, {
        name: 'file',
        label: '压缩包或者元数据表',
        required: true,
        hint: '更大的请系统管理员在服务器上用命令 gongkai items import 导入。',
        accept: ['.zip', '.xlsx', '.csv'],
        maxMegabytes: MOST_SENT_BYTES / 1024 / 1024,
      }),
      radioField(state, {
        name: 'mode',
        label: '导入成什么',
        required: true,
        choices: [
          { value: 'drafts', text: IMPORT_MODE_LABEL.drafts },
          {
            value: 'published',
            text: IMPORT_MODE_LABEL.published,
            hint: '保留原来的发布日期、索引号和网址（原网址自动转到新网址）；由另一名有发布权限的人核对试运行结果后开始',
            more: textField(state, {
              name: 'origin',
              label: '原网站名称',
              hint: '例如“晴川区政府原门户网站”',
              maxLength: 100,
            }),
          },
        ],
      }),
      selectField(state, {
        name: 'column',
        label: '默认栏目',
        hint: '没有写明栏目，或者写的栏目这里没有的，放进这个栏目',
        unchosen: '没有默认栏目（这样的行不导入）',
        options: columns
          .filter(({ block }) => block !== 'on-application')
          .map(({ code }) => ({
            value: code,
            text: columnPath(columns, code)
              .map(({ name }) => name)
              .join(' / '),
          })),
      }),
      selectField(state, {
        name: 'kind',
        label: '信息种类',
        hint: '表里没有写明种类的',
        unchosen: '按栏目的类型判断',
        width: 'middle',
        options: ITEM_KINDS.map(value => ({ value, text: ITEM_KIND_LABEL[value] })),
      }),
      selectField(state, {
        name: 'theme',
        label: '默认主题分类',
        hint: '政策文件必须有主题分类；表里没有写明的用这个',
        unchosen: '没有默认主题分类',
        width: 'middle',
        options: THEME_NAMES.map(value => ({ value, text: value.replace('\\', ' / ') })),
      }),
    ],
    buttons: [{ text: '上传并试运行' }],
    back: { text: '取消', href: IMPORTS_PATH },
    aside: help,
  });
}
