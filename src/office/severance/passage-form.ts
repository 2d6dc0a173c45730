import { citationsText } from '../../law/citation.ts';
import { SEVERANCE_GROUNDS, severanceGround } from '../../applications/rules/severance.ts';
import type {
  SeveranceGround,
  TypedPassage,
  WithheldPassage,
  WithheldPlace,
} from '../../applications/rules/severance.ts';
import type { Region, SeenPage } from '../../platform/redaction/redaction.ts';
import type { FieldProblem } from '../../views/error-summary/error-summary.ts';
import { checkboxField, radioField } from '../../views/form/choice-fields.ts';
import { formButtons } from '../../views/form/form-buttons.ts';
import { valueOf, valuesOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { selectField } from '../../views/form/select-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';

const POINTS_PER_MILLIMETRE = 72 / 25.4;
const SIDES = ['left', 'top', 'width', 'height'] as const;
const SIDE_LABEL = { left: '左边距', top: '上边距', width: '宽', height: '高' } as const;

/** Ground and case in one choice: `third-party-interest 个人隐私`. */
const choiceOf = (ground: SeveranceGround, aspect: string | null) => (aspect === null ? ground : `${ground} ${aspect}`);

const articlesOf = (ground: SeveranceGround): string => {
  const text = citationsText(severanceGround(ground).citations);
  return text.slice(text.indexOf('》') + 1);
};

/** Every ground with its cases, worded as in a letter. */
const GROUND_OPTIONS = SEVERANCE_GROUNDS.flatMap(ground => {
  const { aspects, wording } = severanceGround(ground);
  const cases = aspects.map(aspect => ({
    value: choiceOf(ground, aspect),
    text: `${aspect}（${articlesOf(ground)}）`,
  }));
  return [...cases, { value: choiceOf(ground, null), text: `${wording}（${articlesOf(ground)}）` }];
});

/** The ground of a passage as the list of marks says it. */
export const groundText = ({ ground, aspect }: Pick<WithheldPassage, 'ground' | 'aspect'>): string =>
  `${aspect ?? severanceGround(ground).wording}（${articlesOf(ground)}）`;

const millimetres = (points: number): string => String(Math.round((points / POINTS_PER_MILLIMETRE) * 10) / 10);

/** Where a passage stands, in the words of the screen. */
export function placeLabel({ place }: WithheldPassage): string {
  if (place.kind === 'words') return `词语“${place.words}”（全文每一处）`;
  const { left, top, right, bottom, page } = place;
  return `第 ${page} 页：距左 ${millimetres(left)}、距上 ${millimetres(top)}，宽 ${millimetres(right - left)}、高 ${millimetres(bottom - top)} 毫米`;
}

function rectangleFrom(state: Pick<FormState, 'values'>, page: number): WithheldPlace | FieldProblem {
  const [left, top, width, height] = SIDES.map(side => Number(valueOf(state, side).trim().replace(/^$/, 'x')));
  for (const [at, value] of [left, top, width, height].entries())
    if (value === undefined || !Number.isFinite(value) || value < 0 || value > 2_000)
      return { field: SIDES[at]!, message: `请填写${SIDE_LABEL[SIDES[at]!]}，单位毫米，如 25.5` };
  const [x, y] = [left! * POINTS_PER_MILLIMETRE, top! * POINTS_PER_MILLIMETRE];
  return {
    kind: 'rectangle',
    page,
    left: x,
    top: y,
    right: x + width! * POINTS_PER_MILLIMETRE,
    bottom: y + height! * POINTS_PER_MILLIMETRE,
  };
}

const placeOfLine = ({ page, left, top, right, bottom }: Region): WithheldPlace => ({
  kind: 'rectangle',
  page,
  left,
  top,
  right,
  bottom,
});

/** The passages that a form asks for: one, or one for each line chosen. */
export function typedPassages(values: FormValues, seen: SeenPage): readonly TypedPassage[] | FieldProblem {
  const state = { values };
  const [ground = '', aspect = ''] = valueOf(state, 'ground').split(' ');
  const typed = (place: WithheldPlace | null): TypedPassage => ({
    place,
    ground,
    aspect,
    reason: valueOf(state, 'reason'),
  });
  const by = valueOf(state, 'by');
  if (by === 'rectangle') {
    const place = rectangleFrom(state, seen.page);
    return 'field' in place ? place : [typed(place)];
  }
  if (by === 'lines') {
    const chosen = valuesOf(state, 'lines').map(index => seen.lines[Number(index)]);
    const lines = chosen.filter(line => line !== undefined);
    return lines.length === 0
      ? { field: 'lines', message: '请勾选这一页上要遮盖的行' }
      : lines.map(({ region }) => typed(placeOfLine(region)));
  }
  return [typed({ kind: 'words', words: valueOf(state, 'words') })];
}

/** What a new mark begins with: the ground and the reason of the one before, because they are often the same. */
export function openingValuesOf(passages: readonly WithheldPassage[]): FormValues {
  const last = passages.at(-1);
  const by = 'words';
  return last === undefined ? { by } : { by, ground: choiceOf(last.ground, last.aspect), reason: last.reason };
}

function rectangleFields(state: FormState): Html {
  return html`<div class="sides" data-draw-target>${SIDES.map(side =>
    textField(state, { name: side, label: SIDE_LABEL[side], type: 'number', width: 'short', unit: '毫米' }),
  )}</div>`;
}

/** The form that marks a passage on a page. */
export function passageForm(state: FormState, action: string, seen: SeenPage): Html {
  return html`<form class="card form" method="post" action="${action}" novalidate>
<h2>标记要遮盖的内容</h2>
${hiddenField('page', seen.page)}${radioField(state, {
    name: 'by',
    label: '按什么遮盖',
    required: true,
    choices: [
      {
        value: 'words',
        text: '词语（全文每一处）',
        more: textField(state, {
          name: 'words',
          label: '要遮盖的词语',
          hint: '如姓名、号码；跨行、跨页的也会找到，多个词语请逐个标记',
          autocomplete: 'off',
        }),
      },
      {
        value: 'lines',
        text: '这一页上的行',
        more:
          seen.lines.length === 0
            ? html`<p class="quiet">这一页没有可以识别的文字，请用矩形范围。</p>`
            : checkboxField(state, {
                name: 'lines',
                label: '要遮盖的行',
                choices: seen.lines.map(({ text }, index) => ({ value: String(index), text })),
              }),
      },
      {
        value: 'rectangle',
        text: '这一页上的矩形范围',
        hint: '可以在页面图上拖动画出，也可以直接填写尺寸',
        more: rectangleFields(state),
      },
    ],
  })}${selectField(state, { name: 'ground', label: '不予公开的依据', options: GROUND_OPTIONS, unchosen: '请选择', required: true })}${textArea(
    state,
    {
      name: 'reason',
      label: '理由',
      hint: '《条例》第三十七条要求对不予公开的内容说明理由；会写入答复，请不要重复被遮盖的内容',
      rows: 3,
      limit: 500,
      required: true,
    },
  )}${formButtons([{ text: '标记' }])}</form>
`;
}
