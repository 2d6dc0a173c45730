import { expect, test } from 'vitest';
import { checkboxField, radioField, tickField } from './choice-fields.ts';
import { dateField } from './date-field.ts';
import { fileField } from './file-field.ts';
import { formButtons } from './form-buttons.ts';
import { formPage, formTitle } from './form-page.ts';
import { EMPTY_FORM, readFormValues, valueOf, valuesOf } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { codeField, passwordField } from './secret-fields.ts';
import { selectField } from './select-field.ts';
import { textArea } from './text-area.ts';
import { textField } from './text-field.ts';

const wrong = (values: FormState['values'], field: string): FormState => ({
  values,
  problems: [{ field, message: '请填写真实姓名' }],
});

test('a field says its label, that it is required, its hint and what is wrong, and ties them to the control', () => {
  const { markup } = textField(wrong({ name: '"张三"' }, 'name'), {
    name: 'name',
    label: '姓名',
    hint: '与证件一致',
    required: true,
  });
  expect(markup).toContain('<label for="name">姓名<span class="required">必填</span></label>');
  expect(markup).toContain(
    'id="name" name="name" aria-describedby="name-hint name-problem" required aria-invalid="true"',
  );
  expect(markup).toContain('value="&quot;张三&quot;"');
  expect(markup).toContain('请填写真实姓名');
});

test('a field with nothing to say claims no description and no fault', () => {
  const { markup } = textField(EMPTY_FORM, { name: 'q', label: '检索' });
  expect(markup).not.toMatch(/aria-describedby|aria-invalid|required|wrong/);
});

test('typed text survives in a text area, with its first line break', () => {
  expect(textArea({ values: { t: '\n<b>' }, problems: [] }, { name: 't', label: '内容', limit: 500 }).markup).toContain(
    'data-limit="500">\n\n&lt;b&gt;</textarea>',
  );
});

test('chosen entries stay chosen', () => {
  const choices = [
    { value: 'post', text: '邮寄' },
    { value: 'mail', text: '电子邮件' },
  ];
  const state = { values: { way: 'mail', kinds: ['post', 'mail'] }, problems: [] };
  expect(radioField(state, { name: 'way', label: '方式', choices }).markup).toContain('value="mail" checked');
  expect(radioField(state, { name: 'way', label: '方式', choices }).markup).not.toContain('value="post" checked');
  expect(checkboxField(state, { name: 'kinds', label: '方式', choices }).markup.match(/ checked/g)).toHaveLength(2);
  expect(selectField(state, { name: 'way', label: '方式', options: choices }).markup).toContain(
    'value="mail" selected',
  );
  expect(tickField({ values: { agree: 'yes' }, problems: [] }, { name: 'agree', label: '同意' }).markup).toContain(
    'checked',
  );
});

test('the first choice bears the id of the group, so that the error summary leads to it', () => {
  const { markup } = radioField(wrong({}, 'way'), {
    name: 'way',
    label: '方式',
    choices: [{ value: 'a', text: '甲' }],
  });
  expect(markup).toContain('id="way" name="way" value="a"');
  expect(markup).toContain('<fieldset class="field wrong" aria-describedby="way-problem">');
});

test('secrets are never given back', () => {
  const state = { values: { password: 'hunter2', code: '123456' }, problems: [] };
  expect(passwordField(state, { name: 'password', label: '密码', purpose: 'current' }).markup).not.toContain('hunter2');
  expect(codeField(state, { name: 'code', label: '验证码', digits: 6 }).markup).not.toContain('123456');
});

test('a file field says what it takes, and after a refusal that files must be chosen again', () => {
  const field = { name: 'proof', label: '身份证明', accept: ['.pdf', '.jpg'], maxMegabytes: 10 };
  expect(fileField(EMPTY_FORM, field).markup).toContain('PDF、JPG 格式，每份不超过 10 MB。');
  expect(fileField(EMPTY_FORM, field).markup).not.toContain('重新选择');
  expect(fileField(wrong({}, 'name'), field).markup).toContain('请重新选择');
});

test('a day has bounds and says how it is written', () => {
  const { markup } = dateField(EMPTY_FORM, {
    name: 'on',
    label: '日期',
    latest: Temporal.PlainDate.from('2026-11-25'),
  });
  expect(markup).toContain('例如 2026-03-09');
  expect(markup).toContain('max="2026-11-25"');
});

test('a form page opens with what is wrong and names it in the title', () => {
  const state = wrong({}, 'name');
  const { markup } = formPage({ heading: '申请', action: '/a', state, fields: null, buttons: [{ text: '提交' }] });
  expect(markup.indexOf('error-summary')).toBeLessThan(markup.indexOf('<h1>'));
  expect(markup).toContain('method="post" action="/a" novalidate');
  expect(formTitle('申请', state)).toBe('需要修改：申请');
  expect(formTitle('申请', EMPTY_FORM)).toBe('申请');
});

test('a button that cannot be taken back looks like one, and the way back is a link', () => {
  const { markup } = formButtons([{ text: '删除', look: 'danger', name: 'act', value: 'remove' }], {
    text: '返回',
    href: '/x',
  });
  expect(markup).toContain('<button type="submit" class="danger" name="act" value="remove">删除</button>');
  expect(markup).toContain('<a class="button plain" href="/x">返回</a>');
});

test('only texts and lists of texts are read from a body, and no inherited property passes for one', () => {
  const values = readFormValues({ a: '1\r\n', b: ['2', { c: 3 }, '4'], d: 5, e: null });
  expect({ ...values }).toEqual({ a: '1\n', b: ['2', '4'] });
  expect(valuesOf({ values }, 'b')).toEqual(['2', '4']);
  expect(valueOf({ values }, 'toString')).toBe('');
  expect(readFormValues(null)).toEqual({});
});
