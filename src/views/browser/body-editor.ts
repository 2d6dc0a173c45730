// Writing with what is written in view, in place of marked text. The server takes in what the editor holds as it takes in anything
// pasted: by reading it into paragraphs, headings, lists, tables, links and pictures. Without this script marked text is typed.

const START = document.querySelector<HTMLTemplateElement>('template[data-editor-for]');
const plain =
  START === null ? null : document.querySelector<HTMLTextAreaElement>(`#${START.dataset['editorFor'] ?? ''}`);
const pictures = document.querySelector<HTMLTemplateElement>('template[data-editor-pictures]');

const ACTS: readonly { readonly text: string; readonly run: () => void }[] = [
  { text: '正文', run: () => document.execCommand('formatBlock', false, 'p') },
  { text: '标题', run: () => document.execCommand('formatBlock', false, 'h2') },
  { text: '下级标题', run: () => document.execCommand('formatBlock', false, 'h3') },
  { text: '加粗', run: () => document.execCommand('bold') },
  { text: '列表', run: () => document.execCommand('insertUnorderedList') },
  { text: '编号', run: () => document.execCommand('insertOrderedList') },
  { text: '居中', run: () => document.execCommand('justifyCenter') },
  { text: '靠右', run: () => document.execCommand('justifyRight') },
  { text: '撤销', run: () => document.execCommand('undo') },
];

function button(text: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'plain small';
  made.textContent = text;
  // Pressing must not take the place of writing away from the text.
  made.addEventListener('mousedown', event => event.preventDefault());
  made.addEventListener('click', run);
  return made;
}

function escaped(text: string): string {
  const holder = document.createElement('p');
  holder.textContent = text;
  return holder.innerHTML;
}

function emptyTable(rows: number, columns: number): string {
  const row = (tag: string) => `<tr>${`<${tag}><br></${tag}>`.repeat(columns)}</tr>`;
  return `<table><caption>表名</caption>${row('th')}${row('td').repeat(Math.max(1, rows - 1))}</table><p><br></p>`;
}

if (START !== null && plain !== null && plain.form !== null) {
  const { form } = plain;
  const label = document.querySelector<HTMLLabelElement>(`label[for="${plain.id}"]`);
  if (label !== null) label.id = `${plain.id}-label`;

  const editor = document.createElement('div');
  editor.className = 'body-editor';
  editor.contentEditable = 'true';
  editor.setAttribute('role', 'textbox');
  editor.setAttribute('aria-multiline', 'true');
  editor.setAttribute('aria-labelledby', `${plain.id}-label`);
  editor.tabIndex = 0;
  editor.append(START.content.cloneNode(true));
  document.execCommand('defaultParagraphSeparator', false, 'p');

  const said = document.createElement('p');
  said.className = 'quiet';
  said.setAttribute('role', 'status');

  const insert = (markup: string) => {
    editor.focus();
    document.execCommand('insertHTML', false, markup);
  };

  const insertLink = () => {
    const address = window.prompt('链接的网址（本门户的以 / 开头）');
    if (address !== null && address !== '') document.execCommand('createLink', false, address);
  };

  const insertTable = () => {
    const size = /^(\d{1,2})\D+(\d{1,2})$/.exec(window.prompt('几行几列，例如 3×4', '3×4') ?? '');
    if (size !== null) insert(emptyTable(Number(size[1]), Number(size[2])));
  };

  const tools = document.createElement('div');
  tools.className = 'editor-tools';
  tools.setAttribute('role', 'toolbar');
  tools.setAttribute('aria-label', '排版');
  for (const { text, run } of ACTS)
    tools.append(
      button(text, () => {
        editor.focus();
        run();
      }),
    );
  tools.append(button('链接', insertLink), button('表格', insertTable));
  const files = [...(pictures?.content.querySelectorAll('option') ?? [])];
  for (const file of files)
    tools.append(
      button(`图片：${file.textContent}`, () => {
        const alt = window.prompt('图片说明（给看不见图片的读者）') ?? '';
        insert(
          `<figure><img src="${escaped(file.dataset['src'] ?? '')}" alt="${escaped(alt).replaceAll('"', '&quot;')}" data-attachment="${file.value}"></figure><p><br></p>`,
        );
      }),
    );

  const clean = async (markup: string) => {
    said.textContent = '正在整理粘贴的内容……';
    try {
      const answer = await fetch(START.dataset['clean'] ?? '', {
        method: 'POST',
        body: new URLSearchParams({ markup }),
      });
      if (!answer.ok) {
        said.textContent = answer.status === 413 ? await answer.text() : '没有整理成功，请改为粘贴纯文本。';
        return;
      }
      const { markup: cleaned, leftOut } = (await answer.json()) as { markup: string; leftOut: number };
      insert(cleaned);
      said.textContent = leftOut > 0 ? `有 ${leftOut} 张图片没有带入，请作为附件上传后再放进正文。` : '';
    } catch {
      said.textContent = '连接中断，没有粘贴；请再试一次。';
    }
  };

  editor.addEventListener('paste', event => {
    event.preventDefault();
    const markup = event.clipboardData?.getData('text/html') ?? '';
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (markup !== '') void clean(markup);
    else
      insert(
        text
          .split(/\r?\n/)
          .filter(line => line.trim() !== '')
          .map(line => `<p>${escaped(line)}</p>`)
          .join(''),
      );
  });
  editor.addEventListener('drop', event => event.preventDefault());

  const sent = document.createElement('input');
  sent.type = 'hidden';
  sent.name = 'bodyHtml';
  form.append(sent);
  form.addEventListener('submit', () => {
    // An emptied editor is sent as an empty paragraph: nothing at all would mean that marked text was typed.
    sent.value = editor.innerHTML === '' ? '<p></p>' : editor.innerHTML;
  });

  // The hint is about marked text.
  document.querySelector<HTMLElement>(`#${plain.id}-hint`)?.setAttribute('hidden', '');
  plain.hidden = true;
  plain.before(tools, editor, said);
}
