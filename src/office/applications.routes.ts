import type { FastifyInstance } from 'fastify';
import { askedTwiceRoutes } from './asked-twice/asked-twice.routes.ts';
import { annualReportRoutes } from './annual-report/annual-report.routes.ts';
import { figuresRoutes } from './annual-report/figures.routes.ts';
import type { FiguresDeskDeps } from './annual-report/figures.routes.ts';
import { reportImportRoutes } from './annual-report/import.routes.ts';
import { reportSubmissionRoutes } from './annual-report/submission.routes.ts';
import { calendarRoutes } from './calendar/calendar.routes.ts';
import { caseRoutes } from './case/case.routes.ts';
import { deskRoutes } from './desk/desk.routes.ts';
import { disputeRoutes } from './disputes/disputes.routes.ts';
import { documentNumberRoutes } from './document-numbers/document-numbers.routes.ts';
import { intakeRoutes } from './intake/intake.routes.ts';
import { receiptRoutes } from './intake/receipt.routes.ts';
import { formRoutes } from './letters/forms.routes.ts';
import { letterRoutes } from './letters/letters.routes.ts';
import { rectificationRoutes } from './rectifications/rectifications.routes.ts';
import { reminderRoutes } from './reminders/reminders.routes.ts';
import { reportAnalysisRoutes } from './report-analysis/report-analysis.routes.ts';
import type { ReportAnalysisDeps } from './report-analysis/report-analysis.routes.ts';
import type { ReportRoundDeskDeps } from './report-rounds/report-round-deps.ts';
import { reportRoundRoutes } from './report-rounds/report-round.routes.ts';
import { searchTaskRoutes } from './search-tasks/search-tasks.routes.ts';
import { severanceRoutes } from './severance/severance.routes.ts';
import type { SeveranceDeskDeps } from './severance/severance.routes.ts';
import { siteReturnRoutes } from './statistics/site.routes.ts';
import { statisticsRoutes } from './statistics/statistics.routes.ts';
import { templateRoutes } from './templates/templates.routes.ts';

/** 依申请公开: the lists, the intake, each case with its acts and its letters, the working days. */
export function applicationRoutes(
  server: FastifyInstance,
  deps: ReportRoundDeskDeps & ReportAnalysisDeps & FiguresDeskDeps & SeveranceDeskDeps,
) {
  deskRoutes(server, deps);
  intakeRoutes(server, deps);
  receiptRoutes(server, deps);
  caseRoutes(server, deps);
  letterRoutes(server, deps);
  formRoutes(server, deps);
  severanceRoutes(server, deps);
  askedTwiceRoutes(server, deps);
  documentNumberRoutes(server, deps);
  templateRoutes(server, deps);
  calendarRoutes(server, deps);
  searchTaskRoutes(server, deps);
  reminderRoutes(server, deps);
  disputeRoutes(server, deps);
  reportImportRoutes(server, deps);
  annualReportRoutes(server, deps);
  reportSubmissionRoutes(server, deps);
  figuresRoutes(server, deps);
  reportRoundRoutes(server, deps);
  reportAnalysisRoutes(server, deps);
  rectificationRoutes(server, deps);
  statisticsRoutes(server, deps);
  siteReturnRoutes(server, deps);
}
