// Keeps what is typed into a form on this device until it is sent. Nothing leaves the device; passwords, codes and files are never kept.

const AFTER_TYPING = 500;
const DAYS_KEPT = 14;

type Entry = readonly [name: string, value: string];
type Draft = { readonly at: number; readonly entries: readonly Entry[] };

function isKept(control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) return control.name !== '';
  return (
    control instanceof HTMLInputElement &&
    control.name !== '' &&
    !['password', 'file', 'hidden', 'submit', 'button'].includes(control.type) &&
    // What a browser must not remember, such as the number of an identity card, is not kept either.
    !['one-time-code', 'off'].includes(control.autocomplete)
  );
}

const isTick = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

function entriesOf(form: HTMLFormElement): readonly Entry[] {
  return [...form.elements].filter(isKept).flatMap((control): Entry[] => {
    if (isTick(control)) return control.checked ? [[control.name, control.value]] : [];
    return control.value === '' ? [] : [[control.name, control.value]];
  });
}

function fill(form: HTMLFormElement, entries: readonly Entry[]): void {
  for (const control of [...form.elements].filter(isKept)) {
    const values = entries.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isTick(control)) control.checked = values.includes(control.value);
    else if (values[0] !== undefined) control.value = values[0];
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function readDraft(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    if (draft === null || !Array.isArray(draft.entries)) return null;
    return Date.now() - draft.at < DAYS_KEPT * 24 * 60 * 60 * 1000 ? draft : null;
  } catch {
    return null;
  }
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'plain small';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

/** Offers what was typed before; it is never put in unasked, because the device may be shared. */
function offer(form: HTMLFormElement, draft: Draft, forget: () => void): void {
  const panel = document.createElement('div');
  panel.className = 'notice notice-info';
  panel.setAttribute('role', 'status');
  const sentence = document.createElement('p');
  sentence.textContent = `这台设备上存有 ${new Date(draft.at).toLocaleString('zh-CN')} 没有提交的内容。`;
  const acts = document.createElement('div');
  acts.className = 'actions';
  acts.append(
    button('接着填写', () => {
      fill(form, draft.entries);
      panel.remove();
    }),
    button('删除这份草稿', () => {
      forget();
      panel.remove();
    }),
  );
  panel.append(sentence, acts);
  form.before(panel);
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
  const key = `draft:${form.dataset['draft'] ?? ''}`;
  const before = JSON.stringify(entriesOf(form));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const forget = () => {
    clearTimeout(waiting);
    localStorage.removeItem(key);
  };
  // Whoever uses a device that others use too can have no draft at all.
  const off = form.querySelector<HTMLInputElement>('[data-draft-off]');
  form.querySelector<HTMLElement>('[data-draft-choice]')?.removeAttribute('hidden');
  off?.addEventListener('change', () => off.checked && forget());
  const keep = () => {
    if (off?.checked === true) return;
    const entries = entriesOf(form);
    try {
      if (JSON.stringify(entries) !== before) localStorage.setItem(key, JSON.stringify({ at: Date.now(), entries }));
    } catch {
      // A device without room or without leave to keep things: the form works without a draft.
    }
  };
  const draft = readDraft(key);
  // A form that came back with what is wrong in it, or with another part, already holds what was typed.
  if (draft !== null && document.querySelector('.error-summary, [data-draft-filled]') === null)
    offer(form, draft, forget);
  form.addEventListener('input', event => {
    if (!event.isTrusted) return;
    clearTimeout(waiting);
    waiting = setTimeout(keep, AFTER_TYPING);
  });
  form.addEventListener('submit', () => clearTimeout(waiting));
}

// Only the page that confirms the sending says that a draft is done with: a refused form comes back, a lost connection does not count.
for (const done of document.querySelectorAll<HTMLElement>('[data-draft-done]'))
  localStorage.removeItem(`draft:${done.dataset['draftDone'] ?? ''}`);
