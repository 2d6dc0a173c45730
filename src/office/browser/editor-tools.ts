import type { Editor } from '@tiptap/core';
import { ask } from './ask.ts';

/** A picture among the item's attachments. */
export type PictureFile = { readonly attachment: string; readonly src: string; readonly name: string };

type Tool = {
  readonly text: string;
  readonly run: () => unknown;
  /** Whether what the tool gives stands where the cursor is; absent for what is no state. */
  readonly isOn?: () => boolean;
  /** Whether it can be used where the cursor is. */
  readonly isOpen?: () => boolean;
};

async function askLink(editor: Editor): Promise<void> {
  const { href } = editor.getAttributes('link') as { readonly href?: string };
  const answers = await ask('链接', [
    { name: 'href', label: '网址（本门户的以 / 开头；留空去掉链接）', value: href ?? '' },
  ]);
  if (answers === null) return;
  const address = answers.get('href') ?? '';
  const chain = editor.chain().focus().extendMarkRange('link');
  if (address === '') chain.unsetLink().run();
  else if (editor.state.selection.empty && href === undefined)
    chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run();
  else chain.setLink({ href: address }).run();
}

const between = (text: string | undefined, most: number) =>
  Math.min(Math.max(Number.parseInt(text ?? '', 10) || 1, 1), most);

async function askTable(editor: Editor): Promise<void> {
  const answers = await ask('插入表格', [
    { name: 'caption', label: '表名', value: '' },
    { name: 'rows', label: '行数（含表头）', value: '4', required: true },
    { name: 'columns', label: '列数', value: '3', required: true },
  ]);
  if (answers === null) return;
  const size = {
    rows: between(answers.get('rows'), 100),
    cols: between(answers.get('columns'), 20),
    withHeaderRow: true,
  };
  editor
    .chain()
    .focus()
    .insertTable(size)
    .updateAttributes('table', { caption: answers.get('caption') || null })
    .run();
}

async function askCaption(editor: Editor): Promise<void> {
  const { caption } = editor.getAttributes('table') as { readonly caption?: string | null };
  const answers = await ask('表名', [{ name: 'caption', label: '表名（留空则没有表名）', value: caption ?? '' }]);
  if (answers === null) return;
  editor
    .chain()
    .focus()
    .updateAttributes('table', { caption: answers.get('caption') || null })
    .run();
}

async function askPicture(editor: Editor, { attachment, src, name }: PictureFile): Promise<void> {
  const answers = await ask(`插入图片：${name}`, [
    { name: 'alt', label: '图片说明（读给看不见图片的人听）', required: true },
    { name: 'caption', label: '图题（显示在图片下面，可以不填）' },
  ]);
  if (answers === null) return;
  const attrs = { attachment, src, alt: answers.get('alt') ?? '', caption: answers.get('caption') || null };
  editor.chain().focus().insertContent({ type: 'picture', attrs }).run();
}

function toolsOf(editor: Editor, pictures: readonly PictureFile[]): readonly (readonly Tool[])[] {
  const heading = (level: 2 | 3 | 4, text: string): Tool => ({
    text,
    run: () => editor.chain().focus().toggleHeading({ level }).run(),
    isOn: () => editor.isActive('heading', { level }),
  });
  const align = (value: string | null, text: string): Tool => ({
    text,
    run: () => editor.chain().focus().updateAttributes('paragraph', { align: value }).run(),
    isOn: () => editor.isActive('paragraph', { align: value }),
  });
  const inTable = (text: string, run: () => unknown): Tool => ({ text, run, isOpen: () => editor.isActive('table') });
  return [
    [
      {
        text: '正文',
        run: () => editor.chain().focus().setParagraph().run(),
        isOn: () => editor.isActive('paragraph'),
      },
      heading(2, '标题'),
      heading(3, '二级标题'),
      heading(4, '三级标题'),
      { text: '加粗', run: () => editor.chain().focus().toggleBold().run(), isOn: () => editor.isActive('bold') },
    ],
    [align(null, '左对齐'), align('center', '居中'), align('end', '右对齐')],
    [
      {
        text: '列表',
        run: () => editor.chain().focus().toggleBulletList().run(),
        isOn: () => editor.isActive('bulletList'),
      },
      {
        text: '编号',
        run: () => editor.chain().focus().toggleOrderedList().run(),
        isOn: () => editor.isActive('orderedList'),
      },
      { text: '链接', run: () => askLink(editor), isOn: () => editor.isActive('link') },
      ...pictures.map(picture => ({ text: `图片：${picture.name}`, run: () => askPicture(editor, picture) })),
    ],
    [
      { text: '表格', run: () => askTable(editor), isOpen: () => !editor.isActive('table') },
      inTable('表名', () => askCaption(editor)),
      inTable('加一行', () => editor.chain().focus().addRowAfter().run()),
      inTable('加一列', () => editor.chain().focus().addColumnAfter().run()),
      inTable('删行', () => editor.chain().focus().deleteRow().run()),
      inTable('删列', () => editor.chain().focus().deleteColumn().run()),
      inTable('合并或拆分', () => editor.chain().focus().mergeOrSplit().run()),
      inTable('表头', () => editor.chain().focus().toggleHeaderCell().run()),
      inTable('删除表格', () => editor.chain().focus().deleteTable().run()),
    ],
    [
      { text: '撤销', run: () => editor.chain().focus().undo().run(), isOpen: () => editor.can().undo() },
      { text: '重做', run: () => editor.chain().focus().redo().run(), isOpen: () => editor.can().redo() },
    ],
  ];
}

/** The tools above an editor: one stop of the Tab key, arrows go from tool to tool, each says whether it is on. */
export function editorTools(editor: Editor, pictures: readonly PictureFile[], controls: string): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'editor-tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', '排版');
  bar.setAttribute('aria-controls', controls);
  const made: { readonly tool: Tool; readonly button: HTMLButtonElement }[] = [];
  for (const group of toolsOf(editor, pictures)) {
    const box = document.createElement('div');
    for (const tool of group) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'plain small';
      button.textContent = tool.text;
      button.tabIndex = made.length === 0 ? 0 : -1;
      // Pressing must not take the place of writing away from the text.
      button.addEventListener('mousedown', event => event.preventDefault());
      button.addEventListener('click', () => {
        if (button.getAttribute('aria-disabled') !== 'true') void tool.run();
      });
      box.append(button);
      made.push({ tool, button });
    }
    bar.append(box);
  }
  const refresh = () => {
    for (const { tool, button } of made) {
      if (tool.isOn !== undefined) button.setAttribute('aria-pressed', String(tool.isOn()));
      button.setAttribute('aria-disabled', String(tool.isOpen?.() === false));
    }
  };
  bar.addEventListener('keydown', event => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = made.findIndex(({ button }) => button === document.activeElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    const next = made[(at + step + made.length) % made.length]!.button;
    for (const { button } of made) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
  editor.on('transaction', refresh);
  refresh();
  return bar;
}
