/** A question of a dialog: what it is called, what stands there at first. */
export type Question = {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly required?: boolean;
};

/** Asks in a dialog of the page's own; null where the officer thinks better of it. The focus goes back where it was. */
export function ask(title: string, questions: readonly Question[]): Promise<ReadonlyMap<string, string> | null> {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  dialog.setAttribute('aria-labelledby', 'ask-title');
  const form = document.createElement('form');
  form.method = 'dialog';
  const heading = document.createElement('h2');
  heading.id = 'ask-title';
  heading.textContent = title;
  form.append(heading);
  for (const { name, label, value, required } of questions) {
    const field = document.createElement('p');
    field.className = 'field';
    const text = document.createElement('label');
    text.htmlFor = `ask-${name}`;
    text.textContent = label;
    const input = document.createElement('input');
    input.id = `ask-${name}`;
    input.name = name;
    input.value = value ?? '';
    input.required = required === true;
    field.append(text, input);
    form.append(field);
  }
  const buttons = document.createElement('p');
  buttons.className = 'buttons';
  const done = document.createElement('button');
  done.value = 'done';
  done.textContent = '确定';
  const back = document.createElement('button');
  back.type = 'button';
  back.className = 'plain';
  back.textContent = '取消';
  back.addEventListener('click', () => dialog.close());
  buttons.append(done, back);
  form.append(buttons);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      const answers = new Map(
        [...form.querySelectorAll('input')].map(({ name, value }) => [name, value.trim()] as const),
      );
      dialog.remove();
      resolve(dialog.returnValue === 'done' ? answers : null);
    });
  });
}
