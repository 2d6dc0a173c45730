import { walkXml } from '../xml/walk-xml.ts';
import type { ZipContainer } from './open-zip.ts';

/** One relationship of an office container: `kind` is the last word of its type, `target` a path from the container's root. */
export type Relationship = { readonly id: string; readonly kind: string; readonly target: string };

/** `../media/a.png` seen from `word/document.xml` is `media/a.png`. */
function resolvePath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  return path.join('/');
}

/** The relationships of a part (`''` is the container itself) to other parts; links to outside are left out. */
export async function readRelationships(zip: ZipContainer, part: string): Promise<readonly Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!zip.has(name)) return [];
  const relationships: Relationship[] = [];
  await walkXml(zip.chunks(name), {
    open: (_name, attributes) => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
      if (id === undefined || type === undefined || target === undefined || mode === 'External') return;
      relationships.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), target: resolvePath(part, target) });
    },
    close: () => {},
  });
  return relationships;
}
