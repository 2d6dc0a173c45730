import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { importReport } from '../../annual-report/actions/import-report.ts';
import { isSameAgency } from '../../annual-report/audits/computed/agency-rank.ts';
import type { Examination } from '../../annual-report/examination/examination.ts';
import { FIRST_REPORT_YEAR } from '../../law/report-form/edition.ts';
import { ITEM_KIND_LABEL } from '../../publishing/rules/item-kind.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import { tickField } from '../../views/form/choice-fields.ts';
import { dateField } from '../../views/form/date-field.ts';
import { fileField } from '../../views/form/file-field.ts';
import { formPage, formTitle } from '../../views/form/form-page.ts';
import { EMPTY_FORM, valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { textField } from '../../views/form/text-field.ts';
import { createActReader } from '../case/act-reader.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, officerWho } from '../gate/visit.ts';
import type { LetterDeskDeps } from '../letters/letters.routes.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { ANNUAL_REPORT_PATH } from './annual-report-paths.ts';

export type ReportImportDeps = LetterDeskDeps & {
  /** Reads foreign reports, in a process apart. */
  readonly examination: Pick<Examination, 'read'>;
};

const IMPORT_PATH = `${ANNUAL_REPORT_PATH}/import`;
const FIRST_YEAR = 2008;
/** What becomes of a report from before the form of 2019: there are no tables to read, so it is published as the document that it is. */
const withoutForm = (year: number): string =>
  `${year} 年的报告还没有统一的统计表格，请在“主动公开”中起草“${ITEM_KIND_LABEL['annual-report']}”（可以从 Word 文档导入），发布以后同样列在年报栏目中`;
/** As uploads may be. */
const MAX_MEGABYTES = 20;

/** 补录: reports of former years that were published elsewhere, in whatever format they are. */
export function reportImportRoutes(server: FastifyInstance, deps: ReportImportDeps) {
  const { database, today, now, setting, readUploads, examination } = deps;
  const { queries } = database;

  async function show(request: FastifyRequest, reply: FastifyReply, state: FormState, askName: boolean) {
    const main = formPage({
      heading: '补录已经公布的年度报告',
      lead: '以前在别处公布的报告，补录以后在年报栏目中可以查到，并用于跨年核对。',
      action: IMPORT_PATH,
      state,
      files: true,
      fields: [
        fileField(state, {
          name: 'file',
          label: '报告文件',
          required: true,
          accept: ['.html', '.htm', '.docx', '.pdf', '.xlsx', '.txt', '.md', '.json'],
          maxMegabytes: MAX_MEGABYTES,
        }),
        textField(state, {
          name: 'year',
          label: '年度',
          required: true,
          type: 'number',
          inputMode: 'numeric',
          width: 'short',
          unit: '年',
        }),
        dateField(state, { name: 'publishedOn', label: '公布日期', required: true, latest: today() }),
        askName && tickField(state, { name: 'confirmed', label: '已经核对，这就是本机关（机关名称后来有变化）的报告' }),
      ],
      buttons: [{ text: '补录' }],
      back: { text: '返回', href: ANNUAL_REPORT_PATH },
    });
    const page = officePage(await setting(request), {
      title: formTitle('补录年度报告', state),
      crumbs: [{ text: '年度报告', href: ANNUAL_REPORT_PATH }],
      main,
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  server.get(IMPORT_PATH, async (request, reply) => {
    officerWho(request, 'publish-report');
    return show(request, reply, EMPTY_FORM, false);
  });

  server.post(IMPORT_PATH, async (request, reply) => {
    const officer = officerWho(request, 'publish-report');
    const { fields, files, problems: uploadProblems } = await readUploads(request);
    const values: FormValues = Object.fromEntries(fields.names().map(name => [name, fields.texts(name)]));
    const read = createActReader(values, today());
    const year = read.whole('year', '年度', FIRST_YEAR, today().year);
    const publishedOn = read.day('publishedOn', '公布日期');
    for (const { message } of uploadProblems) read.refuse('file', message);
    const [upload] = files;
    if (upload === undefined && uploadProblems.length === 0) read.refuse('file', '请选择报告文件');
    const again = async (problems: FormState['problems'], askName = false) =>
      show(request, reply, { values, problems }, askName);
    if (upload === undefined || read.problems().length > 0) return again(read.problems());

    const foreign = await examination.read({ name: upload.name, bytes: upload.bytes });
    if (!foreign.ok) {
      const message = year < FIRST_REPORT_YEAR['2019'] ? withoutForm(year) : foreign.problem.message;
      return again([{ field: 'file', message }]);
    }
    const { report } = foreign.value;
    const name = (await findAgency(queries, officer.agency))?.name ?? '';
    const printed = report.agency ?? name;
    const isStrange = !isSameAgency(printed, name);
    if (isStrange && valueOf({ values }, 'confirmed') !== 'yes')
      return again([{ field: 'confirmed', message: `文件写的机关是“${printed}”，请核对是不是本机关的报告` }], true);
    const imported = await importReport({ queries, today, now }, officer, { year, publishedOn, report });
    if (!imported.ok) {
      const field = imported.problem.field === 'publishedOn' ? 'publishedOn' : 'year';
      return again([{ field, message: imported.problem.message }], isStrange);
    }
    return goOn(deps, request, reply, {
      to: ANNUAL_REPORT_PATH,
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence: `${year} 年度报告已补录，在年报栏目中可以查到。` },
    });
  });
}
