import type { ColumnCode } from './ids.ts';

/** What the address of an item consists of; taken at the first publication and never changed, whatever column it moves to. */
export type AddressParts = {
  readonly column: ColumnCode;
  readonly publishedOn: Temporal.PlainDate;
  /** The item's number, unique in the installation. */
  readonly number: number;
};

/** The permanent address of an item: /zcwj/202301/t20230105_123.html. */
export function addressOf({ column, publishedOn, number }: AddressParts): string {
  const day = publishedOn.toString().replaceAll('-', '');
  return `/${column}/${day.slice(0, 6)}/t${day}_${number}.html`;
}

const FORM = /^\/(?<column>[a-z][a-z0-9-]*)\/(?<month>\d{6})\/t\k<month>\d{2}_(?<number>[1-9]\d{0,14})\.html$/;

/** The number of the item that an address belongs to; undefined where it is no such address. */
export function findItemNumber(address: string): number | undefined {
  const number = FORM.exec(address)?.groups?.['number'];
  return number === undefined ? undefined : Number(number);
}
