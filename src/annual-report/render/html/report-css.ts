/**
 * The style of `reportBody`, for the portal's pages and for the self-contained file. Colours and fonts come from the page's
 * own properties (--ink, --line, …) where it has them. Levels differ by line and not only by colour.
 */
export const REPORT_CSS = `.report {
  --report-ink: var(--ink, #1d2733);
  --report-soft: var(--soft, #52606f);
  --report-line: var(--line-strong, #98a4b1);
  --report-head: var(--ground, #f1f4f7);
  --report-error: var(--red, #b3261e);
  --report-error-pale: var(--red-pale, #fdeceb);
  --report-warning: var(--amber, #7a4d00);
  --report-warning-pale: var(--amber-pale, #fff4dc);
  --report-notice: var(--blue, #14508c);
  --report-notice-pale: var(--blue-pale, #e8f0f9);
  max-width: 50rem;
  margin: 0 auto;
  color: var(--report-ink);
  font-size: 1.0625rem;
  line-height: 1.9;
  overflow-wrap: anywhere;
  text-spacing-trim: space-first;
}
.report-title {
  margin: 0.5rem 0 2.25rem;
  font-family: 'Songti SC', 'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, serif;
  font-size: clamp(1.35rem, 1rem + 1.9vw, 1.9rem);
  font-weight: 700;
  line-height: 1.5;
  text-align: center;
  text-wrap: balance;
}
.report-title span {
  display: inline-block;
  text-decoration: inherit;
}
.report-section > :is(h2, h3):first-child {
  margin: 2.25rem 0 0.85rem;
  font-size: 1.2em;
  line-height: 1.5;
}
.report .subheading {
  margin: 1.35rem 0 0.35rem;
  font-size: 1.03em;
  font-weight: 600;
  line-height: 1.6;
}
.report p {
  margin: 0 0 0.5em;
  text-indent: 2em;
}
.report .whole-section {
  color: var(--report-soft);
  font-size: 0.9em;
  text-indent: 0;
}
.table-frame {
  position: relative;
  margin: 1rem 0 1.75rem;
  overflow-x: auto;
}
.table-frame:focus-visible {
  outline: 3px solid #f2a900;
  outline-offset: 2px;
}
.report-table {
  width: 100%;
  border-collapse: collapse;
  font-size: 0.875rem;
  line-height: 1.5;
}
.report-table th,
.report-table td {
  padding: 0.42em 0.5em;
  border: 1px solid var(--report-line);
  font-weight: 400;
  overflow-wrap: anywhere;
}
.report-table th {
  background: var(--report-head);
}
.report-table th[scope='col'] {
  font-weight: 600;
  text-align: center;
  text-wrap: balance;
}
.report-table th[scope='row'] {
  text-align: left;
}
.report-table th[scope='row'][rowspan] {
  text-align: center;
  text-wrap: balance;
  word-break: keep-all;
}
.report-table .figure {
  padding-inline: 0.3em;
  text-align: center;
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
}
.report-table2 {
  min-width: 17rem;
}
.report-table3,
.report-table4 {
  min-width: 45rem;
}
.report-table2 col {
  width: 22%;
}
.report-table2 .column-1 {
  width: 34%;
}
.report-table3 col {
  width: 7%;
}
.report-table4 col {
  width: 6.667%;
}
.report-table3 .column-1 {
  width: 8%;
}
.report-table3 .column-2 {
  width: 11%;
}
.report-table3 .column-3 {
  width: 32%;
}
.report-table4 th,
.report-table4 td {
  padding-inline: 0.3em;
}
.table-caption {
  text-align: left;
}
.table-caption:not(.mark),
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.report mark {
  color: inherit;
  background: none;
}
.report .mark-error {
  background-color: var(--report-error-pale);
  --mark: var(--report-error);
  --mark-line: solid;
}
.report .mark-warning {
  background-color: var(--report-warning-pale);
  --mark: var(--report-warning);
  --mark-line: wavy;
}
.report .mark-notice {
  background-color: var(--report-notice-pale);
  --mark: var(--report-notice);
  --mark-line: dotted;
}
.report .mark-link {
  color: inherit;
  text-decoration: underline var(--mark-line) var(--mark) 2px;
  text-decoration-skip-ink: none;
  text-underline-offset: 0.25em;
}
.report mark .mark-link:hover {
  text-decoration-thickness: 3px;
}
.report-table :is(th, td).mark {
  position: relative;
  box-shadow: inset 0 0 0 2px var(--mark);
}
.report-table :is(th, td).mark > .mark-link {
  font-weight: 700;
}
.report-table :is(th, td).mark > .mark-link::after {
  position: absolute;
  inset: 0;
  content: '';
}
.report-table td.blank.mark > .mark-link {
  text-decoration: none;
}
.report-table .mark-around-error {
  background-color: var(--report-error-pale);
}
.report-table .mark-around-warning {
  background-color: var(--report-warning-pale);
}
.report-table .mark-around-notice {
  background-color: var(--report-notice-pale);
}
.report .mark-more {
  position: relative;
  z-index: 1;
  display: inline-block;
  min-width: 1.5rem;
  margin-left: 0.2em;
  padding: 0 0.25em;
  border: 1px solid currentcolor;
  border-radius: 1em;
  background: var(--paper, #fff);
  font-size: 0.75rem;
  font-weight: 400;
  line-height: 1.375rem;
  text-align: center;
  text-decoration: none;
  text-indent: 0;
}
.report .mark-more-error {
  color: var(--report-error);
}
.report .mark-more-warning {
  color: var(--report-warning);
}
.report .mark-more-notice {
  color: var(--report-notice);
}
.report :target,
.report :has(> :target) {
  outline: 3px solid #f2a900;
  outline-offset: 2px;
  scroll-margin-block: 30vh;
}
@media (max-width: 40rem) {
  .report {
    font-size: 1rem;
    line-height: 1.85;
  }
  .table-frame {
    margin-inline: -0.5rem;
    padding-inline: 0.5rem;
  }
  .report-table {
    font-size: 0.8125rem;
  }
  .report-table th,
  .report-table td {
    padding: 0.35em 0.3em;
  }
  .report-table3 {
    min-width: 33rem;
  }
  .report-table3 .column-1 {
    width: 1.9rem;
  }
  .report-table3 .column-2 {
    width: 3.7rem;
  }
  .report-table3 .column-3 {
    width: 8.5rem;
  }
}
@media print {
  .report {
    max-width: none;
    color: #000;
    font-family: '仿宋_GB2312', FangSong_GB2312, FangSong, STFangsong, 'Noto Serif CJK SC', 'Noto Serif SC', serif;
    font-size: 16pt;
    line-height: 28.95pt;
  }
  .report-title {
    margin: 0 0 29pt;
    font-family: '方正小标宋简体', FZXiaoBiaoSong-B05S, STZhongsong, 'Noto Serif CJK SC', 'Noto Serif SC', SimSun, serif;
    font-size: 22pt;
    line-height: 36pt;
  }
  .report-title span {
    display: block;
  }
  .report-title br {
    display: none;
  }
  .report-section > :is(h2, h3):first-child {
    margin: 0;
    font-family: SimHei, STHeiti, 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
    font-size: 16pt;
    font-weight: 400;
    line-height: 28.95pt;
    text-indent: 2em;
  }
  .report .subheading {
    margin: 0;
    font-family: KaiTi_GB2312, KaiTi, STKaiti, 'Noto Serif CJK SC', serif;
    font-size: 16pt;
    font-weight: 400;
    line-height: 28.95pt;
    text-indent: 2em;
  }
  .report p {
    margin: 0;
    text-align: justify;
    orphans: 2;
    widows: 2;
  }
  .report-section > :is(h2, h3):first-child,
  .report .subheading {
    break-after: avoid;
  }
  .table-frame {
    margin: 6pt 0 12pt;
    overflow: visible;
  }
  .report-table {
    min-width: 0;
    font-family: SimSun, STSong, 'Noto Serif CJK SC', 'Noto Serif SC', serif;
    font-size: 9pt;
    line-height: 12pt;
    break-inside: avoid;
  }
  .report-table th,
  .report-table td {
    padding: 1.5pt 3pt;
    border-color: #000;
  }
  .report-table :is(th, td):not(.mark) {
    background: none;
  }
  .report-table4 {
    font-size: 8pt;
  }
  .report-table tr {
    break-inside: avoid;
  }
}
`;
