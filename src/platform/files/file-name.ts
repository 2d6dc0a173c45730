import { withoutInvisible } from '../text/clean-text.ts';

/** Characters of a name without its extension; with Chinese characters that stays below the 255 bytes of file systems. */
const MAX_STEM = 70;
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN = /[<>:"|?*]/g;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** A dot before one of these inside a name would be taken for an extension by somebody. */
const ACTIVE_INSIDE =
  /\.(?=(?:exe|com|scr|bat|cmd|pif|msi|lnk|hta|js|jse|mjs|vbs|vbe|wsf|ps1|jar|apk|sh|php|jsp|asp|aspx|html?|xhtml|svg|docm|dotm|xlsm|xltm|xlam)(?:[.\s_-]|$))/gi;

export type FileName = {
  readonly stem: string;
  /** Lower case, without dot; empty where there is none. */ readonly extension: string;
};

/**
 * A foreign file's name made harmless: the last part of a path, without control characters and marks of direction (with which
 * `exe.pdf` is made to look like something else), without what file systems forbid, of bounded length, and with no second
 * extension that a program would act on. Never empty.
 */
export function cleanFileName(name: string): FileName {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!;
  const visible = withoutInvisible(last).replace(CONTROL, '').replace(FORBIDDEN, '_').replace(/\s+/g, ' ').trim();
  const [, before = '', extension = ''] = /^(.*)\.([A-Za-z0-9]{1,10})$/s.exec(visible) ?? [null, visible, ''];
  const quiet = before.replace(ACTIVE_INSIDE, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  const short = Array.from(quiet).slice(0, MAX_STEM).join('').trim();
  const stem = short === '' || WINDOWS_DEVICE.test(short) ? `文件${short}` : short;
  return { stem, extension: extension.toLowerCase() };
}
