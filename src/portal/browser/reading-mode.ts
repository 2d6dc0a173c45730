// Changes the way of reading without loading the page again, so that what is typed or shown after sending a form stays.

/** The choices that are a matter of style, the class of each value, and the button that takes the focus afterwards. */
const CLASSES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  layout: { large: 'large' },
  size: { big: 'type-big', biggest: 'type-biggest' },
  contrast: { high: 'high-contrast' },
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-reading-mode]'))
  form.addEventListener('submit', event => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    const { name, value } = button;
    const classes = CLASSES[name];
    // Another script is another page.
    if (classes === undefined) return;
    event.preventDefault();
    // A failure here only means that the next page is shown in the old way.
    void fetch(form.action, { method: 'POST', body: new URLSearchParams({ [name]: value }), redirect: 'manual' }).catch(
      () => undefined,
    );
    for (const [one, className] of Object.entries(classes))
      document.documentElement.classList.toggle(className, one === value);
    const same = form.querySelectorAll<HTMLButtonElement>(`button[name="${name}"]`);
    for (const one of same) {
      if (one.ariaPressed !== null) one.ariaPressed = String(one.value === value);
      else if (one !== button) one.focus();
    }
  });
