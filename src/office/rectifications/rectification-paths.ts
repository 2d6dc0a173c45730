import type { RectificationId } from '../../annual-report/rules/rectification/rectification-log.ts';

export const RECTIFICATIONS_PATH = '/office/rectifications';
export const rectificationPath = (id: RectificationId): string => `${RECTIFICATIONS_PATH}/${id}`;
