import { linksOf } from '../body.ts';
import type { Examined } from './examined.ts';
import type { Found } from './gate.ts';

const VAGUE = /^(?:点击(?:这里|此处|查看|进入)?|这里|此处|链接|查看|详情|更多)$/u;
const INSIDE = /^(?:\/(?!\/)|#)/;
const PRIVATE_HOST =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[?::1|\[?f[cd])|\.(?:local|lan|internal)$/i;
const ADDRESS = /^(?<scheme>[a-z][a-z0-9+.-]*):(?:\/\/(?<host>[^/?#]*))?/i;

type Fault = Pick<Found, 'level' | 'message' | 'suggestion'>;

function faultOfAddress(href: string): Fault | null {
  if (INSIDE.test(href)) return null;
  const { scheme = '', host = '' } = ADDRESS.exec(href)?.groups ?? {};
  if (/^(?:mailto|tel)$/i.test(scheme)) return null;
  if (!/^https?$/i.test(scheme) || host === '' || /[\s@\\]/u.test(href))
    return { level: 'stop', message: '链接地址不完整或者不能打开。', suggestion: '改为以 https:// 开头的完整地址' };
  const name = host.replace(/:\d+$/, '');
  if (PRIVATE_HOST.test(name))
    return {
      level: 'stop',
      message: '链接指向内部网络，公众打不开。',
      suggestion: '改为公众能够访问的地址，或者去掉链接',
    };
  return /\.gov\.cn$/i.test(name)
    ? null
    : {
        level: 'advice',
        message: '链接指向政府网站以外的网站，读者打开前会看到离开提示。',
        suggestion: '确认对方网站可靠、内容合法',
      };
}

/** Links that lead nowhere, into an internal network or out of the government's sites, or whose words say nothing. */
export function links({ content }: Examined): readonly Found[] {
  return linksOf(content.body).flatMap(({ text, href }) => {
    const fault = faultOfAddress(href);
    const found: Found[] = [];
    const quote = `${text}（${href.slice(0, 80)}）`;
    if (fault !== null) found.push({ gate: 'links', place: '正文', quote, ...fault });
    if (text.trim() === '')
      found.push({
        gate: 'links',
        level: 'stop',
        place: '正文',
        quote,
        message: '链接没有文字，读者看不到它。',
        suggestion: '写出链接指向什么，或者去掉链接',
      });
    else if (VAGUE.test(text.trim()))
      found.push({
        gate: 'links',
        level: 'advice',
        place: '正文',
        quote,
        message: '链接文字没有说明链接指向什么，读屏软件的使用者听不明白。',
        suggestion: '把链接文字改为目标页面的名称',
      });
    return found;
  });
}
