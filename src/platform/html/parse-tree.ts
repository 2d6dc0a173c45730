import type { DefaultTreeAdapterTypes as Tree, DefaultTreeAdapterMap, TreeAdapter } from 'parse5';
import { LIMITS } from '../document/limits.ts';
import { fail } from '../document/trouble.ts';

/** How many nodes and cells may still be made; one budget for a page and the pages inside its frames. */
export type NodeBudget = { nodes: number; cells: number };

/** What the walk asks for; everything else a tag says is let go at once, so that it takes no memory. */
const KEPT_ATTRIBUTES = new Set(
  'aria-level,colspan,content,hidden,name,role,rowspan,srcdoc,start,style,type,value'.split(','),
);
const SILENT = new Set(['script', 'style']);
const DATA_MARK = ';base64,';
const DATA_END = /["')>]/g;

/** The page without the bytes of pictures written into it, which may be a hundred times its text. */
function withoutEmbeddedData(source: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = source.indexOf(DATA_MARK); at >= 0; at = source.indexOf(DATA_MARK, from)) {
    const data = at + DATA_MARK.length;
    kept.push(source.slice(from, data));
    DATA_END.lastIndex = data;
    from = DATA_END.exec(source)?.index ?? source.length;
  }
  return kept.length === 0 ? source : kept.join('') + source.slice(from);
}

/** A tag longer than any office program or editor writes would be taken apart into a hundred thousand attributes. */
function refuseEndlessTags(source: string): void {
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    const end = source.indexOf('>', at);
    if ((end < 0 ? source.length : end) - at > LIMITS.htmlTagCharacters) fail('damaged');
    if (end < 0) return;
    at = end;
  }
}

/**
 * Rows that stand in no table at all, as in a fragment that was pasted, get one for each run of rows;
 * a browser would drop their tags and glue their cells together.
 */
function withTablesRoundRows(source: string): string {
  if (/<table[\s>]/i.test(source) || !/<\/tr\s*>/i.test(source)) return source;
  return source
    .replace(/(<\/tr\s*>\s*)?<tr(?=[\s>])/gi, (row, before: string | undefined) =>
      before === undefined ? `<table>${row}` : row,
    )
    .replace(/<\/tr\s*>(?!\s*<tr[\s>])/gi, row => `${row}</table>`);
}

/**
 * The tree a browser makes of a page, without the text of scripts and styles. Ends with a trouble if the page is longer,
 * deeper or of more nodes than LIMITS allow.
 */
export async function parseTree(source: string, budget: NodeBudget): Promise<Tree.Document> {
  const { defaultTreeAdapter, parse } = await import('parse5');
  const slim = withoutEmbeddedData(source);
  if (slim.length > LIMITS.htmlCharacters) fail('too-large');
  refuseEndlessTags(slim);
  const spend = () => {
    budget.nodes -= 1;
    if (budget.nodes < 0) fail('too-large');
  };
  let depth = 0;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      spend();
      if (tagName === 'td' || tagName === 'th') budget.cells -= 1;
      if (budget.cells < 0) fail('too-many-cells');
      return defaultTreeAdapter.createElement(
        tagName,
        namespace,
        attributes.filter(({ name }) => KEPT_ATTRIBUTES.has(name)),
      );
    },
    createCommentNode(_data) {
      spend();
      return defaultTreeAdapter.createCommentNode('');
    },
    createTextNode(value) {
      spend();
      return defaultTreeAdapter.createTextNode(value);
    },
    insertText(parent, text) {
      if (!SILENT.has(parent.nodeName)) defaultTreeAdapter.insertText(parent, text);
    },
    onItemPush() {
      depth += 1;
      if (depth > LIMITS.htmlDepth) fail('too-deep');
    },
    onItemPop() {
      depth -= 1;
    },
  };
  return parse(withTablesRoundRows(slim), { treeAdapter });
}
