/** Addresses of the pages on which a third party answers (Art. 32). */
export const CONSULTATIONS_PATH = '/consultations';
export const ANSWER_PATH = '/consultations/answer';
