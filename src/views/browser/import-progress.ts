// Asks how far an import is, and loads the page anew when it stands elsewhere. Without this script the page has a link that does so.

const shown = document.querySelector<HTMLElement>('[data-progress]');
const EVERY_MS = 2000;

type Progress = { readonly state: string; readonly done: number; readonly total: number };

if (shown !== null) {
  const bar = shown.querySelector('progress');
  const words = shown.querySelector('span');
  const label = (words?.textContent ?? '').split('：')[0] ?? '';
  const ask = async () => {
    try {
      const answer = await fetch(shown.dataset['progress'] ?? '', { cache: 'no-store' });
      if (!answer.ok) return;
      const { state, done, total } = (await answer.json()) as Progress;
      if (state !== shown.dataset['state']) {
        window.location.reload();
        return;
      }
      if (bar !== null) bar.value = done;
      if (words !== null) words.textContent = `${label}：${done} / ${total}`;
    } catch {
      // The connection broke off; the next question may get through.
    }
    setTimeout(() => void ask(), EVERY_MS);
  };
  setTimeout(() => void ask(), EVERY_MS);
}
