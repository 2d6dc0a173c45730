const keys = (text: string): readonly string[] => text.split(/\s+/);

/** Dictionaries whose keys are names that a content stream calls things by. */
export const NAME_TABLES: ReadonlySet<string> = new Set(
  keys('Font XObject ExtGState Pattern Shading ColorSpace CharProcs Colorants'),
);

/**
 * Every key by which ISO 32000 says how something on a page looks. What has another key (Metadata, PieceInfo, Alternates, OC,
 * StructParent, CharSet, CIDSet, AA …) is not copied: it draws nothing and may say anything.
 */
export const RENDERING_KEYS: ReadonlySet<string> = new Set([
  ...keys('Type Subtype Resources Font XObject ExtGState Pattern Shading ColorSpace ProcSet'),
  // Streams
  ...keys(
    'Filter DecodeParms Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock',
  ),
  ...keys('BlackIs1 DamagedRowsBeforeError JBIG2Globals ColorTransform'),
  // Pictures and forms
  ...keys(
    'Width Height ImageMask Mask SMask SMaskInData Matte Decode Interpolate Intent FormType BBox Matrix Group S CS I K',
  ),
  // Fonts
  ...keys(
    'BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CIDSystemInfo Registry Ordering',
  ),
  ...keys(
    'Supplement DW W DW2 W2 CIDToGIDMap FontBBox FontMatrix CharProcs BaseEncoding Differences FontName FontFamily',
  ),
  ...keys(
    'FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth',
  ),
  ...keys('MissingWidth FontFile FontFile2 FontFile3 Length1 Length2 Length3 CMapName WMode UseCMap'),
  // Graphics state, transparency, halftones
  ...keys(
    'LW LC LJ ML D RI OP op OPM BG BG2 UCR UCR2 TR TR2 HT FL SM SA BM CA ca AIS TK G BC HalftoneType Frequency Angle',
  ),
  ...keys('SpotFunction AccurateScreens TransferFunction HalftoneName Xsquare Ysquare Height2 Width2'),
  // Colour, functions, patterns, shadings
  ...keys(
    'N Alternate Range WhitePoint BlackPoint Gamma Colorants Process MixingHints FunctionType Domain Size BitsPerSample',
  ),
  ...keys(
    'Order Encode C0 C1 Functions Bounds PatternType PaintType TilingType XStep YStep ShadingType Background AntiAlias',
  ),
  ...keys('Coords Extend Function BitsPerCoordinate BitsPerFlag VerticesPerRow'),
]);
