/**
 * A tree of terms in flat arrays. Node 0 is the root; the children of a node stand side by side, from `firstChild[node]` up to
 * `firstChild[node + 1]`. As the root is no one's child, 0 also says that there is none.
 */
export type TermTrie = {
  readonly firstChild: Int32Array;
  /** The UTF-16 unit that leads to a node. */
  readonly codes: Uint16Array;
  /** The index of the term that ends at a node, or -1. */
  readonly terms: Int32Array;
  /** The fewest characters that must match before a damage may follow, over all terms below a node. */
  readonly shallowest: Uint16Array;
  /** A bit for each remainder (by 32) of the units that lead on from a node, or from one of its children: most places need no closer look. */
  readonly next: Uint32Array;
  readonly nextButOne: Uint32Array;
  /** 1 where a term ends at one of the node's children. */
  readonly endsNext: Uint8Array;
  /** The root's child by its unit, counted from `lowest`: the one look that most places of a text end with. */
  readonly beginnings: Int32Array;
  readonly lowest: number;
};

type Growing = { readonly children: Map<number, Growing>; readonly code: number; term: number; shallowest: number };

const NO_TERM = -1;
const LARGEST = 0xffff;

/** Builds the tree. `untouched` gives for a term how many characters must match first. */
export function termTrie(terms: readonly string[], untouched: (term: string) => number): TermTrie {
  const grow = (code: number): Growing => ({ children: new Map(), code, term: NO_TERM, shallowest: LARGEST });
  const root = grow(0);
  terms.forEach((term, index) => {
    const depth = untouched(term);
    let node = root;
    node.shallowest = Math.min(node.shallowest, depth);
    for (let at = 0; at < term.length; at++) {
      const code = term.charCodeAt(at);
      let child = node.children.get(code);
      if (child === undefined) {
        child = grow(code);
        node.children.set(code, child);
      }
      node = child;
      node.shallowest = Math.min(node.shallowest, depth);
    }
    node.term = index;
  });
  return flattened(root);
}

/** Nodes are numbered level by level, so that the children of one follow upon each other. */
function flattened(root: Growing): TermTrie {
  const nodes = [root];
  const firstChild: number[] = [];
  for (const node of nodes) {
    firstChild.push(nodes.length);
    nodes.push(...node.children.values());
  }
  firstChild.push(nodes.length);
  const begun = [...root.children.keys()];
  const lowest = begun.length === 0 ? 0 : Math.min(...begun);
  const beginnings = new Int32Array(begun.length === 0 ? 0 : Math.max(...begun) - lowest + 1);
  begun.forEach((code, index) => {
    beginnings[code - lowest] = firstChild[0]! + index;
  });
  const next = Uint32Array.from(nodes, remaindersOf);
  return {
    firstChild: Int32Array.from(firstChild),
    next,
    nextButOne: Uint32Array.from(nodes, (_, node) =>
      next.subarray(firstChild[node], firstChild[node + 1]).reduce((all, bits) => all | bits, 0),
    ),
    endsNext: Uint8Array.from(nodes, ({ children }) => (children.values().some(({ term }) => term >= 0) ? 1 : 0)),
    codes: Uint16Array.from(nodes, node => node.code),
    terms: Int32Array.from(nodes, node => node.term),
    shallowest: Uint16Array.from(nodes, node => node.shallowest),
    beginnings,
    lowest,
  };
}

const bitOf = (code: number): number => 1 << (code & 31);
const remaindersOf = ({ children }: Growing): number => children.keys().reduce((bits, code) => bits | bitOf(code), 0);

/** Whether, by its remainder, a unit may be among those of `next` or `nextButOne`. */
export const mayHold = (bits: number, code: number): boolean => (bits & bitOf(code)) !== 0;

/** The root's child that a unit leads to, or 0. */
export function beginningOf({ beginnings, lowest }: TermTrie, code: number): number {
  const at = code - lowest;
  return at >= 0 && at < beginnings.length ? beginnings[at]! : 0;
}

/** The child of a node (not the root) that a unit leads to, or 0. */
export function childOf({ firstChild, codes, next }: TermTrie, node: number, code: number): number {
  if (!mayHold(next[node]!, code)) return 0;
  const end = firstChild[node + 1]!;
  for (let child = firstChild[node]!; child < end; child++) if (codes[child] === code) return child;
  return 0;
}

/** The longest term that begins at a place of a text, or -1. */
export function longestTermAt(trie: TermTrie, text: string, start: number): number {
  let found = NO_TERM;
  let node = beginningOf(trie, text.charCodeAt(start));
  for (let at = start + 1; node !== 0; at++) {
    if (trie.terms[node]! >= 0) found = trie.terms[node]!;
    if (at >= text.length) break;
    node = childOf(trie, node, text.charCodeAt(at));
  }
  return found;
}
