import { AUDITS } from '../../annual-report/audits/index.ts';
import type { AuditResult } from '../../annual-report/audits/run-audits.ts';
import { reportBody } from '../../annual-report/render/html/report-body.ts';
import { findingId, markId, marksOf, placeMarks } from '../../annual-report/render/html/report-marks.ts';
import type { ReportMark } from '../../annual-report/render/html/report-marks.ts';
import { layOutReport } from '../../annual-report/render/report-layout.ts';
import type { AnnualReport } from '../../annual-report/rules/report.ts';
import type { AuditFinding } from '../../annual-report/audits/audit.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { levelBadge } from '../../views/level-badge/level-badge.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { packState } from './check-state.ts';
import type { CheckState } from './check-state.ts';
import { CHECK_PATH } from './form.page.ts';
import { byGravity } from '../../annual-report/render/check-up-document.ts';
import { countSentence, gravestLevel, verdictSentence } from './verdict.ts';

/** One examined report, as the page shows it. `problem` is a waiver that was refused, with the sentence that says why. */
export type Examined = {
  readonly state: CheckState;
  readonly report: AnnualReport;
  readonly result: AuditResult;
  readonly problem?: { readonly fingerprint: string; readonly message: string };
};

function waiverPart(finding: AuditFinding, problem: Examined['problem']): Html | null {
  const { fingerprint, waived } = finding;
  if (waived !== undefined) {
    const { by, reason, on } = waived;
    return html`<p class="waived">已说明不改：${reason}（${by}，${on}）</p>`;
  }
  const refused = problem !== undefined && problem.fingerprint === fingerprint ? problem.message : null;
  return html`<details${refused !== null && html` open`}><summary>核对过，不用改</summary>
${refused !== null && html`<p class="field-problem" role="alert">${refused}</p>`}
<label for="by-${fingerprint}">核对人</label><input type="text" id="by-${fingerprint}" name="by-${fingerprint}" form="waive" autocomplete="name" maxlength="50">
<label for="reason-${fingerprint}">理由</label><input type="text" id="reason-${fingerprint}" name="reason-${fingerprint}" form="waive" maxlength="500">
<p><button class="plain" type="submit" form="waive">记下理由</button></p></details>`;
}

function findingEntry({ number, finding }: ReportMark, isPlaced: boolean, problem: Examined['problem']): Html {
  return html`<li id="${findingId(number)}"${finding.waived !== undefined && html` class="is-waived"`}>
<p>${levelBadge(finding.level)} <strong>${number}. ${finding.message}</strong></p>
${finding.quote !== '' && html`<blockquote>${finding.quote}</blockquote>`}
${finding.suggestion !== '' && html`<p>建议：${finding.suggestion}</p>`}
${isPlaced && html`<p><a href="#${markId(number)}">看报告中的位置</a></p>`}
<details><summary>依据</summary><p>${finding.basis}</p></details>
${waiverPart(finding, problem)}
</li>`;
}

function figureFacts({ coverage }: AuditResult): Html {
  const facts = [
    { name: '正文中的数字', value: coverage.figures },
    { name: '与表格一致', value: coverage.matched },
    { name: '与表格矛盾', value: coverage.contradicted },
    { name: '像在说表格，没对上', value: coverage.untied },
    { name: '与表格无关', value: coverage.figures - coverage.counted },
  ];
  return html`<dl class="facts">${facts.map(fact => html`<div><dt>${fact.name}</dt><dd>${fact.value}</dd></div>`)}</dl>`;
}

const auditTitle = (id: string) => AUDITS.find(audit => audit.id === id)?.title ?? id;

/** What was not checked, by reason. */
function reasons(unjudged: AuditResult['notAssessable']): Html {
  const byReason = [...Map.groupBy(unjudged, ({ why }) => why)];
  return html`<ul>${byReason.map(([why, audits]) => html`<li>${why}：${audits.map(({ id }) => auditTitle(id)).join('；')}</li>`)}</ul>`;
}

const STATE_NAME = { matched: '一致', contradicted: '矛盾', untied: '无关' } as const;

function scopePart(result: AuditResult): Html {
  return html`<section class="card" aria-labelledby="scope"><h2 id="scope">查了什么，没有查什么</h2>
<p>完成 ${result.checked.length} 项检查。${result.notAssessable.length > 0 && `有 ${result.notAssessable.length} 项缺少材料，没有查。`}</p>
${result.notAssessable.length > 0 && html`<h3>没有查的</h3>${reasons(result.notAssessable)}`}
${result.notApplicable.length > 0 && html`<details><summary>不适用的 ${result.notApplicable.length} 项</summary>${reasons(result.notApplicable)}</details>`}
<details><summary>正文中的 ${result.numbers.length} 个数字</summary>
<div class="scroll" role="region" aria-label="正文中的数字" tabindex="0"><table class="list"><thead><tr><th scope="col">原文</th><th scope="col">数字</th><th scope="col">与表格</th><th scope="col">说明</th></tr></thead>
<tbody>${result.numbers.map(
    figure =>
      html`<tr><td>${figure.quote}</td><td class="number">${figure.value}</td><td>${STATE_NAME[figure.state]}</td><td>${figure.why ?? ''}</td></tr>`,
  )}</tbody></table></div></details></section>`;
}

/** The result for one report: the verdict, the report with every finding marked where it stands, and the list of findings. */
export function resultPage(setting: PageSetting, { state, report, result, problem }: Examined): Html {
  const marks = marksOf(byGravity(result.findings));
  const { placed } = placeMarks(report, layOutReport(report, 'source'), marks);
  const level = gravestLevel(result.findings);
  const name = `${report.agency ?? '未识别出机关名称'}${report.year === null ? '' : ` ${report.year}`} 年度报告`;
  return portalPage(setting, {
    path: CHECK_PATH,
    title: `体检结果：${name}`,
    crumbs: [{ text: '年报体检', href: CHECK_PATH }],
    description: '年报体检结果',
    styles: ['report.css'],
    main: html`<h1>体检结果</h1>
<section class="verdict${level !== null && ` ${level}`}" aria-labelledby="verdict"><h2 id="verdict">${verdictSentence(result.findings)}</h2>
<p>${name}（${report.edition} 版格式），文件：${state.file}。${countSentence(result.findings)}。</p>
${figureFacts(result)}
<form id="check" method="post" action="${CHECK_PATH}/document" class="actions"><input type="hidden" name="state" value="${packState(state)}">
<button type="submit" name="format" value="pdf">下载体检报告（PDF）</button>
<button type="submit" name="format" value="docx" class="plain">下载体检报告（Word）</button>
<a class="button plain" href="${CHECK_PATH}">再体检一份</a></form>
<form id="waive" method="post" action="${CHECK_PATH}/waive"><input type="hidden" name="state" value="${packState(state)}"></form>
</section>
<div class="split">
<section class="card beside" aria-labelledby="findings-title" tabindex="0"><h2 id="findings-title">发现的问题（${result.findings.length}）</h2>
${
  marks.length === 0
    ? html`<p>没有发现问题。</p>`
    : html`<ol class="findings">${marks.map(mark => findingEntry(mark, placed.has(mark.number), problem))}</ol>`
}
${report.notes.length > 0 && html`<h3>读取说明</h3><ul>${report.notes.map(note => html`<li>${note.message}</li>`)}</ul>`}</section>
<section class="card" aria-label="报告原文和标记">${reportBody(report, { marks, wording: 'source', titleLevel: 2 })}</section>
</div>
${scopePart(result)}`,
  });
}
