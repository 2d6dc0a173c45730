import type { Brand } from '../../kernel/brand.ts';

/** A UUID of version 7. */
export type StaffId = Brand<string, 'StaffId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A staff id, or undefined where the text is none. */
export function findStaffId(text: string): StaffId | undefined {
  return UUID.test(text) ? (text as StaffId) : undefined;
}

/** A staff id from text that must be one, such as a row of ours. */
export function getStaffId(text: string): StaffId {
  const id = findStaffId(text);
  if (id === undefined) throw new Error(`Not a staff id: ${text}`);
  return id;
}
