import type { ImportLine } from '../rules/import/import-line.ts';
import { folderOf } from './file-finder.ts';

/** Documents that can be items, in the order in which one of several with the same name is taken for the text. */
const DOCUMENTS = ['html', 'htm', 'shtml', 'docx', 'txt', 'pdf', 'doc', 'wps', 'ofd'];
const TABLES = /\.(?:xlsx|csv|tsv)$/iu;
/** 通知_附件1.xlsx, 通知（附件）.pdf; folders 通知_附件, 通知.files. */
const ATTACHED = /^(?<stem>.+?)[\s_.\-—（(【[]*(?:附件|附表|附录)/u;
const ATTACHED_FOLDER = /^(?<stem>.+?)[\s_.\-—（(]*(?:附件|files|attachments)[)）]?$/iu;

const extensionOf = (path: string): string => /\.([a-z0-9]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
const stemOf = (path: string): string => path.replace(/\.[a-z0-9]+$/iu, '');
const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The tables of metadata that may be meant: those that stand highest in the tree. */
export function tablesIn(paths: readonly string[]): readonly string[] {
  const tables = paths.filter(path => TABLES.test(path));
  const depth = (path: string) => path.split('/').length;
  const least = Math.min(...tables.map(depth));
  return tables.filter(path => depth(path) === least);
}

/** The stem of the document to which a file is attached by its name or by the folder in which it lies; undefined for none. */
function hostOf(path: string, documents: ReadonlyMap<string, string>): string | undefined {
  const folder = folderOf(path);
  const named = ATTACHED.exec(path.slice(folder === '' ? 0 : folder.length + 1))?.groups?.['stem'];
  if (named !== undefined && documents.get(join(folder, named)) !== undefined) return join(folder, named);
  for (let at = folder; at !== ''; at = folderOf(at)) {
    const above = folderOf(at);
    const name = at.slice(above === '' ? 0 : above.length + 1);
    const stem = ATTACHED_FOLDER.exec(name)?.groups?.['stem'];
    for (const one of [name, ...(stem === undefined ? [] : [stem])])
      if (documents.get(join(above, one)) !== undefined) return join(above, one);
  }
  const own = stemOf(path);
  return documents.get(own) === path ? undefined : documents.has(own) ? own : undefined;
}

/**
 * A folder of documents as lines: every document is one, with the files that belong to it by their names. What belongs to no document
 * and is none is given back as left over.
 */
export function linesOfTree(paths: readonly string[]): {
  readonly lines: readonly ImportLine[];
  readonly left: readonly string[];
} {
  const documents = new Map<string, string>();
  const rank = (path: string) => DOCUMENTS.indexOf(extensionOf(path));
  for (const path of paths.filter(one => rank(one) >= 0)) {
    const other = documents.get(stemOf(path));
    if (other === undefined || rank(path) < rank(other)) documents.set(stemOf(path), path);
  }
  const attached = new Map<string, string[]>();
  const left: string[] = [];
  const own: string[] = [];
  for (const path of paths) {
    const host = hostOf(path, documents);
    if (host !== undefined) attached.set(host, [...(attached.get(host) ?? []), path]);
    else if (documents.get(stemOf(path)) === path) own.push(path);
    else left.push(path);
  }
  const lines = own.map((path, index): ImportLine => {
    const files = attached.get(stemOf(path));
    const attachments = files === undefined ? {} : { attachments: files.join('\n') };
    return { number: index + 1, fields: { file: path, ...attachments } };
  });
  return { lines, left };
}
