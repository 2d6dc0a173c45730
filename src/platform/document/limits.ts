/**
 * How much of a foreign document is looked at. A published report has about 2,000 elements, 400 cells and 60 KB of text; the
 * limits leave room for a whole yearbook and stop what would take more than 400 MB or ten seconds.
 */
export const LIMITS = {
  /** Bytes of a file. A report with photographs stays below 20 MB. */
  fileBytes: 50 * 1024 * 1024,
  /** Entries of a zip container; a report has about 20, one with a photograph on every page some hundred. */
  zipEntries: 2_000,
  /** Bytes that all parts read from one container may unfold to. */
  zipTotalBytes: 100 * 1024 * 1024,
  /** Bytes that one part may unfold to. */
  zipEntryBytes: 60 * 1024 * 1024,
  /** Unfolded to packed; text packs 5 to 40 times, a bomb a thousand times. Small parts are let off. */
  zipRatio: 200,
  zipRatioFromBytes: 1024 * 1024,
  /** Nested elements of XML. Word writes about 15 levels, 8 more for each table in a table. */
  xmlDepth: 250,
  /** Attributes of one XML tag; a root that declares every namespace there is has 40. */
  xmlAttributes: 1_000,
  /** XML elements of one part: two million take about four seconds. */
  xmlElements: 2_000_000,
  /** Nested elements of HTML. Browsers stop at 512; unclosed tags of old pages make deep trees. */
  htmlDepth: 1_000,
  /** Nodes of an HTML tree, at about 400 bytes each. */
  htmlNodes: 400_000,
  /** Characters of an HTML page without the pictures written into it: about 30 times the longest yearbook seen. */
  htmlCharacters: 16_000_000,
  /** Characters of one tag, likewise. */
  htmlTagCharacters: 200_000,
  /** Tables inside tables, counted inwards. */
  tableDepth: 30,
  /** Cells of a document that hold something or are drawn. */
  cells: 200_000,
  /** Rows times columns of one table, which is what a dense copy of it costs. */
  tableArea: 2_000_000,
  /** Characters of all text taken out of a document. */
  textCharacters: 20_000_000,
} as const;

/** HTML's own rules: a larger span counts as this. */
export const HTML_MAX_COLUMN_SPAN = 1_000;
export const HTML_MAX_ROW_SPAN = 65_534;
