// Makes 年报体检 quicker to use; without this script the same form works by itself.

const form = document.querySelector<HTMLFormElement>('#check-form')!;
const files = document.querySelector<HTMLInputElement>('#files')!;
const zone = document.querySelector<HTMLElement>('#drop-zone')!;
const text = document.querySelector<HTMLTextAreaElement>('#text')!;
const pastedHtml = document.querySelector<HTMLInputElement>('#pasted-html')!;
const submit = document.querySelector<HTMLButtonElement>('#submit')!;
const busy = document.querySelector<HTMLElement>('#busy')!;
const busyText = document.querySelector<HTMLElement>('#busy-text')!;
const busyBar = document.querySelector<HTMLProgressElement>('#busy-bar')!;
const boardPlace = document.querySelector<HTMLElement>('#board-place')!;

document.querySelector<HTMLElement>('#drop-hint')!.hidden = false;

// The whole page takes a dropped file: nobody should lose the page because a file fell beside the zone.
document.addEventListener('dragover', event => {
  event.preventDefault();
  zone.classList.add('over');
});
document.addEventListener('dragleave', event => {
  if (event.relatedTarget === null) zone.classList.remove('over');
});
document.addEventListener('drop', event => {
  event.preventDefault();
  zone.classList.remove('over');
  const dropped = event.dataTransfer;
  if (dropped === null) return;
  if (dropped.files.length > 0) files.files = dropped.files;
  else takeText(dropped.getData('text/plain'), dropped.getData('text/html'));
  form.requestSubmit();
});

function takeText(plain: string, html: string): void {
  text.value = plain;
  pastedHtml.value = html.includes('<table') ? html : '';
}

// Tables survive the clipboard only as HTML. Any later typing counts as the person's own text again.
text.addEventListener('paste', event => {
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (text.value.trim() !== '' || !html.includes('<table')) return;
  event.preventDefault();
  takeText(event.clipboardData?.getData('text/plain') ?? '', html);
});
text.addEventListener('input', () => {
  pastedHtml.value = '';
});

function showBusy(sentence: string, done?: number, total?: number): void {
  submit.disabled = true;
  busy.hidden = false;
  busyText.textContent = sentence;
  if (done === undefined || total === undefined) busyBar.removeAttribute('value');
  else {
    busyBar.max = total;
    busyBar.value = done;
  }
}

function showIdle(sentence: string): void {
  submit.disabled = false;
  busyText.textContent = sentence;
}

async function rowOf(file: File): Promise<string> {
  const data = new FormData(form);
  data.delete('files');
  data.delete('text');
  data.delete('pastedHtml');
  data.append('files', file);
  const answer = await fetch('/tools/report-check/row', { method: 'POST', body: data });
  if (!answer.ok) throw new Error(`${file.name}：没有送达，请稍后重试`);
  return answer.text();
}

function gravity(row: Element): number {
  return Number(row.getAttribute('data-gravity'));
}

/** Puts a row where its gravity belongs, so that the worst report stands on top while others are still coming in. */
function insertRow(body: HTMLTableSectionElement, markup: string): void {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const row = template.content.querySelector('tr');
  if (row === null) return;
  const next = [...body.rows].find(other => gravity(other) < gravity(row));
  body.insertBefore(row, next ?? null);
}

function openBoard(): HTMLTableSectionElement {
  boardPlace.innerHTML = `<div class="card"><h2 id="board-title">各份报告的体检结果</h2>
<div class="scroll" role="region" aria-labelledby="board-title" tabindex="0"><table class="list">
<thead><tr><th scope="col">文件</th><th scope="col">机关和年度</th><th scope="col" class="number">错误</th><th scope="col" class="number">警告</th><th scope="col" class="number">提示</th><th scope="col">结论</th><th scope="col">详情</th></tr></thead>
<tbody></tbody></table></div></div>`;
  boardPlace.scrollIntoView({ block: 'nearest' });
  return boardPlace.querySelector('tbody')!;
}

async function examineMany(chosen: readonly File[]): Promise<void> {
  const body = openBoard();
  const failures: string[] = [];
  for (const [index, file] of chosen.entries()) {
    showBusy(`正在体检第 ${index + 1} 份，共 ${chosen.length} 份：${file.name}`, index, chosen.length);
    try {
      insertRow(body, await rowOf(file));
    } catch (error) {
      failures.push(error instanceof Error ? error.message : file.name);
    }
  }
  showBusy('', chosen.length, chosen.length);
  showIdle(failures.length === 0 ? `${chosen.length} 份全部体检完毕，最需要处理的排在最前面。` : failures.join('；'));
}

form.addEventListener('submit', event => {
  const chosen = [...(files.files ?? [])];
  if (chosen.length > 1 && text.value.trim() === '') {
    event.preventDefault();
    void examineMany(chosen);
  } else showBusy('正在体检，请稍候……');
});

// Coming back with the browser's back button must not leave the form disabled.
window.addEventListener('pageshow', () => {
  submit.disabled = false;
  busy.hidden = true;
});
