// Says how many characters are left in a text with a limit. Without this script the limit alone is said.

const AFTER_TYPING = 600;

for (const text of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) {
  const limit = Number(text.dataset['limit']);
  const count = document.getElementById(`${text.id}-count`);
  if (count === null) continue;
  // The visible count follows each key; the spoken one waits until typing rests.
  const spoken = document.createElement('span');
  spoken.className = 'unseen';
  spoken.setAttribute('role', 'status');
  count.after(spoken);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const show = (speak: boolean) => {
    const left = limit - text.value.length;
    const sentence = left >= 0 ? `还可以写 ${left} 个字，最多 ${limit} 个` : `超出 ${-left} 个字，最多 ${limit} 个`;
    count.textContent = sentence;
    count.classList.toggle('over', left < 0);
    clearTimeout(waiting);
    if (speak)
      waiting = setTimeout(() => {
        spoken.textContent = sentence;
      }, AFTER_TYPING);
  };
  text.addEventListener('input', () => show(true));
  show(false);
}
