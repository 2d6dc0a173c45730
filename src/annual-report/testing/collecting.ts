import { ofAgency, withCells, withReplaced } from '../../../test/reports/altered-report.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import type { Result } from '../../kernel/result.ts';
import { getAgencyCode, NO_CONTACT } from '../../people/rules/agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { registerAgency } from '../../people/actions/register-agency.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { actRefusalText } from '../../people/rules/refusal.ts';
import { doneOr, openTestInstallation, refusedWith } from '../../people/testing/installation.ts';
import type { TestInstallation } from '../../people/testing/installation.ts';
import { createScanner } from '../../platform/files/scanner.ts';
import { readRoundFiles } from '../actions/rounds/read-round-files.ts';
import type { RoundReadingDeps } from '../actions/rounds/read-round-files.ts';
import type { RoundRefusal } from '../rules/collection/admit.ts';
import type { AnnualReport } from '../rules/report.ts';
import { EXAMINATION_HERE } from '../examination/examination-here.ts';

export const OFFICE = getAgencyCode('990101-001');
export const DISTRICT = '示范市晴川区人民政府';
/** The year on which `reportOf` reports. */
export const YEAR = 2023;

const WORDS = { notFound: '没有找到', overtaken: '其他人已经办理' };
export const done = <Value>(result: Result<Value, RoundRefusal>): Value => doneOr(result, text);
export const refused = <Value>(result: Result<Value, RoundRefusal>): string => refusedWith(result, text);
const text = (refusal: RoundRefusal) => actRefusalText(refusal, WORDS);

export const codeOf = (number: number): AgencyCode => getAgencyCode(`990101-${String(number).padStart(3, '0')}`);
export const nameOf = (number: number): string => `示范市晴川区第${number}事务局`;

/** The report of 第N事务局, in which no audit finds an error; its figures are its own. */
export function reportOf(number: number, name = nameOf(number)): AnnualReport {
  const counted = 23 + number;
  const cells = withCells(sampleReport('2021'), {
    'table2.license.decisions': 126 + number,
    'table2.administrativeFee.amountWan': Number((12.35 + number / 100).toFixed(2)),
    'table3.new.naturalPerson': 18 + number,
    'table3.new.total': counted,
    'table3.granted.naturalPerson': 9 + number,
    'table3.granted.total': 12 + number,
    'table3.settled.naturalPerson': 18 + number,
    'table3.settled.total': counted,
  });
  const told = withReplaced(cells, '1', '新收政府信息公开申请23件', `新收政府信息公开申请${counted}件`);
  return ofAgency(withReplaced(told, '1', '办结23件', `办结${counted}件`), name);
}

/** A district whose office collects the reports of so many bureaus. */
export type Collecting = AsyncDisposable & {
  readonly acting: TestInstallation;
  readonly deps: RoundReadingDeps & {
    readonly sealing: TestInstallation['deps']['sealing'];
    readonly publicAddress: null;
  };
  readonly uploading: RoundReadingDeps & { readonly scanner: ReturnType<typeof createScanner> };
  /** The bureaus, numbered from 201 on. */
  readonly numbers: readonly number[];
  readonly collector: Officer;
  /** Who compiles in a bureau. */
  readonly clerkOf: (number: number) => Promise<Officer>;
  /** Reads files until none waits. */
  readonly readAll: () => Promise<void>;
};

export async function openCollecting(day: string, bureaus: number): Promise<Collecting> {
  const acting = await openTestInstallation(day);
  const numbers = Array.from({ length: bureaus }, (_, index) => 201 + index);
  for (const number of numbers)
    doneOr(
      await registerAgency(acting.deps.queries, {
        code: codeOf(number),
        name: nameOf(number),
        shortName: `第${number}局`,
        kind: 'department',
        parent: '990101-000',
        mayMakeRules: false,
        contact: NO_CONTACT,
      }),
      String,
    );
  const { officer } = await acting.officer(['disclosure-head']);
  const collector: Officer = { ...officer, oversees: numbers.map(codeOf) };
  const deps = { ...acting.deps, examination: EXAMINATION_HERE, publicAddress: null };
  return {
    acting,
    deps,
    uploading: { ...deps, scanner: createScanner(null) },
    numbers,
    collector,
    clerkOf: async number => (await acting.officer(['case-handler'], codeOf(number))).officer,
    readAll: async () => {
      while ((await readRoundFiles(deps)) > 0);
    },
    [Symbol.asyncDispose]: async () => acting[Symbol.asyncDispose](),
  };
}
