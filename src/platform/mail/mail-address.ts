import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

/** One address, as people have them: no quotes, no comments, no lists, nothing that could begin another header line. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,190}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;

const isAddress = (text: string): boolean => ADDRESS.test(text) && !/^\.|\.\.|\.@/.test(text);

/** The address in a form field; spaces around it and full-width letters are put right. Refuses with a sentence. */
export function readMailAddress(text: string): Result<string, string> {
  const half = text.trim().replace(FULL_WIDTH, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
  return isAddress(half) ? ok(half) : refuse('电子邮箱写得不对，请写成 name@example.cn 这样，一栏只写一个');
}

export type Mailbox = { readonly name: string; readonly address: string };

/** `名称 <地址>` or a bare address, undefined where it is neither. */
export function findMailbox(text: string): Mailbox | undefined {
  const [, name = '', bracketed] = /^([^<>\p{Cc}]*)<([^<>]+)>$/u.exec(text.trim()) ?? [];
  const address = bracketed ?? text.trim();
  return isAddress(address) ? { name: name.trim(), address } : undefined;
}
