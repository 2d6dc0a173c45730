import { html, trustedMarkup } from '../../../views/html/html.ts';
import type { AnnualReport } from '../../rules/report.ts';
import { titleLines } from '../report-layout.ts';
import { reportBody } from './report-body.ts';
import { REPORT_CSS } from './report-css.ts';
import { REPORT_PAGE_CSS } from './report-page-css.ts';

const STYLE = trustedMarkup(`<style>\n${REPORT_PAGE_CSS}${REPORT_CSS}</style>`);

/** The report as one self-contained HTML file: style embedded, nothing loaded from elsewhere, prints on A4 by GB/T 9704. */
export function renderHtml(report: AnnualReport): string {
  const title = titleLines(report).join('') || '政府信息公开工作年度报告';
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${
  report.agency !== null &&
  html`<meta name="author" content="${report.agency}">
`
}${STYLE}
</head>
<body>
<main>
${reportBody(report)}
</main>
</body>
</html>
`.markup;
}
