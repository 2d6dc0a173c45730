import { isHan } from '../readable-text.ts';

/** A node of a tree of terms, keyed by UTF-16 unit. `shallowest` = the fewest characters that must match before a damage may follow, over all terms below. */
export type TermNode = {
  readonly children: ReadonlyMap<number, TermNode>;
  readonly term: number;
  readonly shallowest: number;
  /** The children, Chinese characters only, at which a damage may stand: enough matches before them. `openCodes[i]` leads to `open[i]`. */
  readonly open: readonly TermNode[];
  readonly openCodes: readonly number[];
};

type Growing = {
  children: Map<number, Growing>;
  term: number;
  shallowest: number;
  open: Growing[];
  openCodes: number[];
};
const NO_TERM = -1;

/** Builds the tree; `term` of a node is the index of the term that ends there, or -1. `untouched` gives for a term how many characters must match first. */
export function termTrie(terms: readonly string[], untouched: (term: string) => number): TermNode {
  const root: Growing = {
    children: new Map(),
    term: NO_TERM,
    shallowest: Number.POSITIVE_INFINITY,
    open: [],
    openCodes: [],
  };
  terms.forEach((term, index) => {
    const depth = untouched(term);
    let node = root;
    node.shallowest = Math.min(node.shallowest, depth);
    for (let at = 0; at < term.length; at++) {
      const code = term.charCodeAt(at);
      let child = node.children.get(code);
      if (child === undefined) {
        child = { children: new Map(), term: NO_TERM, shallowest: Number.POSITIVE_INFINITY, open: [], openCodes: [] };
        node.children.set(code, child);
      }
      node = child;
      node.shallowest = Math.min(node.shallowest, depth);
    }
    node.term = index;
  });
  markOpen(root, 0);
  return root;
}

function markOpen(node: Growing, depth: number): void {
  for (const [code, child] of node.children) {
    if (isHan(code) && depth >= child.shallowest) {
      node.open.push(child);
      node.openCodes.push(code);
    }
    markOpen(child, depth + 1);
  }
}
