import { LIMITS } from '../../platform/document/limits.ts';
import { fail } from '../../platform/document/trouble.ts';
import { walkXml } from '../../platform/xml/walk-xml.ts';
import { localName } from '../../platform/xlsx/strings.ts';
import type { ZipContainer } from '../../platform/zip/open-zip.ts';

/** Bounds the text that is taken out of one file. */
export type TextBudget = { characters: number };

export const newTextBudget = (): TextBudget => ({ characters: LIMITS.textCharacters });

export function spend(budget: TextBudget, text: string): string {
  budget.characters -= text.length;
  if (budget.characters < 0) fail('too-large');
  return text;
}

const PROPERTY_NAME: Readonly<Record<string, string>> = {
  creator: '作者',
  lastmodifiedby: '最后保存者',
  company: '单位',
  manager: '经理',
  subject: '主题',
  keywords: '标记',
  description: '备注',
};
const PROPERTY_PARTS = ['docprops/core.xml', 'docprops/app.xml'];
const LONGEST_PROPERTY = 500;

/** What office programs write into a file by themselves: authors, companies, remarks. */
export async function readProperties(
  zip: ZipContainer,
): Promise<readonly { readonly name: string; readonly value: string }[]> {
  const properties: { readonly name: string; readonly value: string }[] = [];
  for (const part of PROPERTY_PARTS.filter(name => zip.has(name))) {
    let [name, value]: [string | undefined, string] = [undefined, ''];
    await walkXml(zip.chunks(part), {
      open: element => {
        name = PROPERTY_NAME[localName(element).toLowerCase()];
        value = '';
      },
      text: text => {
        if (name !== undefined && value.length < LONGEST_PROPERTY) value += text;
      },
      close: () => {
        if (name !== undefined && value.trim() !== '')
          properties.push({ name, value: value.trim().slice(0, LONGEST_PROPERTY) });
        name = undefined;
      },
    });
  }
  return properties;
}
