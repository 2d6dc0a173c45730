/** Addresses of the pages on which an agency that does not work here sends its report. */
export const SUBMISSION_PATH = '/report-submission';
export const REPORT_PATH = '/report-submission/report';
export const SUBMIT_PATH = '/report-submission/report/submit';
