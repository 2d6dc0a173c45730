// Printing and reading aloud, where the browser can; without this script the buttons are not there.

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

/** The longest piece that browsers speak without stopping in the middle. */
const PIECE = 180;

function piecesOf(text: string): string[] {
  const sentences = text.match(/[^。！？；\n]+[。！？；]?/g) ?? [];
  const pieces: string[] = [];
  for (const sentence of sentences) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + sentence.length < PIECE) pieces[pieces.length - 1] = last + sentence;
    else pieces.push(sentence);
  }
  return pieces;
}

const text = document.querySelector<HTMLElement>('[data-document]');

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-speak]')) {
  // The browser's own voice: nothing leaves this computer.
  if (text === null || !('speechSynthesis' in window)) continue;
  button.hidden = false;
  const show = (speaking: boolean) => {
    button.setAttribute('aria-pressed', String(speaking));
    button.textContent = speaking ? '停止朗读' : '朗读';
  };
  button.addEventListener('click', () => {
    const speaking = button.getAttribute('aria-pressed') === 'true';
    speechSynthesis.cancel();
    show(!speaking);
    if (speaking) return;
    const pieces = piecesOf(text.innerText);
    for (const [index, piece] of pieces.entries()) {
      const utterance = new SpeechSynthesisUtterance(piece);
      utterance.lang = 'zh-CN';
      if (index === pieces.length - 1) utterance.addEventListener('end', () => show(false));
      speechSynthesis.speak(utterance);
    }
  });
  window.addEventListener('pagehide', () => speechSynthesis.cancel());
}

const address = document.querySelector<HTMLInputElement>('#share-address');
address?.addEventListener('focus', () => address.select());
