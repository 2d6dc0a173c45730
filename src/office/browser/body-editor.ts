// Writing with what is written in view, in place of marked text. The server takes in what the editor holds as it takes in anything
// pasted: by reading it into the closed structure of a body. Without this script marked text is typed.
import { Editor } from '@tiptap/core';
import { BODY_EXTENSIONS } from './body-schema.ts';
import { editorTools } from './editor-tools.ts';

const START = document.querySelector<HTMLTemplateElement>('template[data-editor-for]');
const plain =
  START === null ? null : document.querySelector<HTMLTextAreaElement>(`#${START.dataset['editorFor'] ?? ''}`);
const files = document.querySelector<HTMLTemplateElement>('template[data-editor-pictures]');

type Cleaned = { readonly markup: string; readonly leftOut: number };

/** What Word, WPS or a page put on the clipboard, as the server cleans it; a sentence where that did not work. */
async function cleaned(address: string, markup: string): Promise<Cleaned | string> {
  try {
    const answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ markup }) });
    if (answer.ok) return (await answer.json()) as Cleaned;
    return answer.status === 413 ? await answer.text() : '没有整理成功，请改为粘贴纯文本。';
  } catch {
    return '连接中断，没有粘贴；请再试一次。';
  }
}

if (START !== null && plain?.form) {
  const { form } = plain;
  const label = document.querySelector<HTMLLabelElement>(`label[for="${plain.id}"]`);
  if (label !== null) label.id = `${plain.id}-label`;

  const said = document.createElement('p');
  said.className = 'quiet';
  said.setAttribute('role', 'status');

  const takePasted = async (markup: string) => {
    said.textContent = '正在整理粘贴的内容……';
    const result = await cleaned(START.dataset['clean'] ?? '', markup);
    if (typeof result === 'string') {
      said.textContent = result;
      return;
    }
    editor.chain().focus().insertContent(result.markup).run();
    said.textContent = result.leftOut > 0 ? `有 ${result.leftOut} 张图片没有带入，请作为附件上传后再放进正文。` : '';
  };

  const holder = document.createElement('div');
  const id = `${plain.id}-editor`;
  const editor = new Editor({
    element: holder,
    content: START.innerHTML,
    extensions: BODY_EXTENSIONS,
    injectCSS: false,
    editorProps: {
      attributes: {
        id,
        class: 'body-editor',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': `${plain.id}-label`,
      },
      handlePaste: (_view, event) => {
        const markup = event.clipboardData?.getData('text/html') ?? '';
        // What was copied within the editor is what it says already.
        if (markup === '' || markup.includes('data-pm-slice')) return false;
        void takePasted(markup);
        return true;
      },
      handleDrop: (_view, event) => (event.dataTransfer?.files.length ?? 0) > 0,
    },
  });

  const pictures = [...(files?.content.querySelectorAll('option') ?? [])].map(option => ({
    attachment: option.value,
    src: option.dataset['src'] ?? '',
    name: option.textContent,
  }));

  const sent = document.createElement('input');
  sent.type = 'hidden';
  sent.name = 'bodyHtml';
  form.append(sent);
  form.addEventListener('submit', () => {
    // An emptied editor is sent as an empty paragraph: nothing at all would mean that marked text was typed.
    sent.value = editor.getHTML();
  });

  // The hint is about marked text.
  document.querySelector<HTMLElement>(`#${plain.id}-hint`)?.setAttribute('hidden', '');
  plain.hidden = true;
  plain.before(editorTools(editor, pictures, id), holder, said);
}
