import { expect, test } from 'vitest';
import { checkPassword } from './password.ts';

const NAMES = ['gu.wenlan', '顾文澜'];
const problemOf = (password: string) => {
  const answer = checkPassword(password, NAMES);
  return answer.ok ? null : answer.problem;
};

test('a sentence of one’s own will do, without digits, capitals or signs', () => {
  for (const password of [
    '门前一树海棠开到四月半呀',
    '每天早上七点半喂金鱼呀！',
    'wantonly grazing oxen',
    'kJ8#fd02lQ-z',
  ])
    expect(problemOf(password), password).toBeNull();
});

test('the length is counted in characters, not in bytes', () => {
  expect(problemOf('望江路上海棠花')).toContain('现在是 7 个');
  expect(problemOf('望江路上海棠花开了又谢𠮷')).toBeNull();
});

test('what everybody thinks of is refused', () => {
  for (const password of [
    'password1234',
    'Passw0rd12345',
    'administrator1',
    '123456789012',
    'qwertyuiop[]12',
    'woaini5201314520',
    'Admin@123456',
    'abcdefghijkl',
    'zhengwugongkai888',
    '政务公开办公室123456',
    'thequickbrownfox',
  ])
    expect(problemOf(password), password).toMatch('太常见');
});

test('one character over and over, and one’s own name with figures, are refused', () => {
  expect(problemOf('aaaabbbbcccc')).toContain('太少');
  expect(problemOf('guwenlan-2026-19')).toContain('姓名');
  expect(problemOf('x'.repeat(129))).toContain('最多');
});
