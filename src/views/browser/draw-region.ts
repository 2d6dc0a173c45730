// Lets one draw a rectangle on the picture of a page; the fields beside it take its sides in millimetres. Without this script
// the sides are typed.

const MILLIMETRES_PER_POINT = 25.4 / 72;
const SVG = 'http://www.w3.org/2000/svg';

const sheet = document.querySelector<SVGSVGElement>('svg[data-draw-region]');
const field = (name: string) => document.querySelector<HTMLInputElement>(`[data-draw-target] input[name='${name}']`);
const choice = document.querySelector<HTMLInputElement>("input[name='by'][value='rectangle']");
const sides = ['left', 'top', 'width', 'height'].map(field);

if (sheet !== null && choice !== null && sides.every(input => input !== null)) {
  const [left, top, width, height] = sides as [HTMLInputElement, HTMLInputElement, HTMLInputElement, HTMLInputElement];
  const drawn = document.createElementNS(SVG, 'rect');
  drawn.setAttribute('class', 'drawn-region');
  sheet.append(drawn);
  sheet.classList.add('drawable');

  const show = () => {
    const [x, y, across, down] = [left, top, width, height].map(input => Number(input.value) / MILLIMETRES_PER_POINT);
    const known = [x, y, across, down].every(value => Number.isFinite(value)) && across! > 0 && down! > 0;
    drawn.setAttribute('x', String(x));
    drawn.setAttribute('y', String(y));
    drawn.setAttribute('width', known ? String(across) : '0');
    drawn.setAttribute('height', known ? String(down) : '0');
  };
  for (const input of [left, top, width, height]) input.addEventListener('input', show);
  show();

  const pointOf = (event: PointerEvent): readonly [number, number] => {
    const matrix = sheet.getScreenCTM();
    if (matrix === null) return [0, 0];
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const { width: pageWidth, height: pageHeight } = sheet.viewBox.baseVal;
    return [Math.min(Math.max(x, 0), pageWidth), Math.min(Math.max(y, 0), pageHeight)];
  };
  let from: readonly [number, number] | null = null;

  sheet.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    event.preventDefault();
    sheet.setPointerCapture(event.pointerId);
    from = pointOf(event);
    choice.checked = true;
  });
  sheet.addEventListener('pointermove', event => {
    if (from === null) return;
    const to = pointOf(event);
    const written = (points: number) => (points * MILLIMETRES_PER_POINT).toFixed(1);
    left.value = written(Math.min(from[0], to[0]));
    top.value = written(Math.min(from[1], to[1]));
    width.value = written(Math.abs(from[0] - to[0]));
    height.value = written(Math.abs(from[1] - to[1]));
    show();
  });
  const end = () => {
    from = null;
  };
  sheet.addEventListener('pointerup', end);
  sheet.addEventListener('pointercancel', end);
}
