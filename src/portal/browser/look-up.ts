// 先查一查 while typing: shows what is public already and fits what has been written. Without this script a button does the same.

const AFTER_TYPING = 700;
const LEAST_LENGTH = 4;

for (const place of document.querySelectorAll<HTMLElement>('[data-look-up]')) {
  const text = document.querySelector<HTMLTextAreaElement>('#description');
  const hits = place.querySelector<HTMLElement>('#look-up-hits');
  if (text === null || hits === null) continue;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = '';
  const lookUp = async () => {
    const words = text.value.trim().slice(0, 300);
    if (words === asked || words.length < LEAST_LENGTH) return;
    asked = words;
    const answer = await fetch(`/applications/look-up?${new URLSearchParams({ q: words, part: '1' }).toString()}`);
    // An older answer must not take the place of a newer one.
    if (answer.ok && words === asked) hits.innerHTML = await answer.text();
  };
  text.addEventListener('input', event => {
    if (!event.isTrusted) return;
    clearTimeout(waiting);
    // A lost connection only means that nothing is offered.
    waiting = setTimeout(() => void lookUp().catch(() => undefined), AFTER_TYPING);
  });
}
