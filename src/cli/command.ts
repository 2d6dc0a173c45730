/** 0 = done; 1 = done, and something was found; 2 = the call or its input is unusable (the contract). */
export type ExitStatus = 0 | 1 | 2;

/** What a command may touch of the world: given by main/, so that a test can look at what was written. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

export type Command = {
  /** The words after `gongkai`, e.g. `report read`. */
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitStatus>;
};

/** A call or an input that cannot be used: ends the command with exit status 2 and this sentence on standard error. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
