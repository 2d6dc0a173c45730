// Changes the mode of reading without loading the page again, so that what is typed or shown after sending a form stays.

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-reading-mode]'))
  form.addEventListener('submit', event => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const body = new URLSearchParams({ mode: button.value });
    // A failure here only means that the next page is shown in the old mode.
    void fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
    document.documentElement.classList.toggle('large', button.value === 'large');
    form.querySelector<HTMLButtonElement>(button.value === 'large' ? '.when-large' : '.when-standard')?.focus();
  });
