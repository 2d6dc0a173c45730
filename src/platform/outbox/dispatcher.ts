import type { Queries } from '../database/pool.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { MailMessage, Message, PackageMessage, Sender, SendOutcome, SmsMessage } from './message.ts';
import { noteAttempt, openMessage, releaseMessages, takeDueMessages } from './outbox.store.ts';
import type { Attempt, TakenMessage } from './outbox.store.ts';

export type DispatcherDeps = {
  readonly queries: Queries;
  readonly sealing: Sealing;
  /** Null: there is no such way out. */
  readonly mail: Sender<MailMessage> | null;
  readonly sms: Sender<SmsMessage> | null;
  readonly packages: Sender<PackageMessage> | null;
  readonly now: () => Temporal.Instant;
  /** Told of faults of our own, such as a database that is gone for the moment; the dispatcher goes on. */
  readonly onFault: (error: unknown) => void;
  readonly everyMs?: number;
};

export type Dispatcher = {
  /** Sends what is due now and gives the number of messages tried. */
  readonly sendDue: () => Promise<number>;
  /** Waits for attempts under way and ends. The senders are closed. */
  readonly stop: () => Promise<void>;
};

const EVERY_MS = 5_000;
/** Longer than the slowest attempt takes, so that nobody else tries the same message meanwhile. */
const LEASE = Temporal.Duration.from({ minutes: 5 });
const AT_ONCE = 4;

function sendingOf(deps: DispatcherDeps, message: Message, id: string): Promise<SendOutcome> | undefined {
  switch (message.kind) {
    case 'mail':
      return deps.mail?.send(message, id);
    case 'sms':
      return deps.sms?.send(message, id);
    case 'package':
      return deps.packages?.send(message, id);
  }
}

async function attemptOf(deps: DispatcherDeps, taken: TakenMessage): Promise<Attempt> {
  let message: Message;
  try {
    message = openMessage(deps.sealing, taken);
  } catch (error) {
    deps.onFault(error);
    return { kind: 'refused', problem: 'seal is broken' };
  }
  return (await sendingOf(deps, message, taken.id)) ?? { kind: 'no-channel' };
}

/** Sends the messages of the outbox, as many programs as there are, each message at least once. Starts at once. */
export function startDispatcher(deps: DispatcherDeps): Dispatcher {
  const { queries, now } = deps;
  const state: { stopped: boolean; timer: NodeJS.Timeout | null; round: Promise<void>; released: boolean } = {
    stopped: false,
    timer: null,
    round: Promise.resolve(),
    released: false,
  };

  async function sendBatch(): Promise<number> {
    const batch = await takeDueMessages(queries, { now: now(), lease: LEASE, most: AT_ONCE });
    await Promise.all(batch.map(async taken => noteAttempt(queries, taken, await attemptOf(deps, taken), now())));
    return batch.length;
  }

  async function sendDue(): Promise<number> {
    let tried = 0;
    for (;;) {
      const batch = await sendBatch();
      tried += batch;
      if (batch === 0 || state.stopped) return tried;
    }
  }

  async function releaseOnce(): Promise<void> {
    if (state.released) return;
    if (deps.mail !== null) await releaseMessages(queries, 'mail', now());
    if (deps.sms !== null) await releaseMessages(queries, 'sms', now());
    if (deps.packages !== null) await releaseMessages(queries, 'package', now());
    state.released = true;
  }

  async function runRound(): Promise<void> {
    try {
      await releaseOnce();
      await sendDue();
    } catch (error) {
      deps.onFault(error);
    }
  }

  function schedule(milliseconds: number): void {
    state.timer = setTimeout(() => {
      state.round = runRound().finally(() => {
        if (!state.stopped) schedule(deps.everyMs ?? EVERY_MS);
      });
    }, milliseconds);
    state.timer.unref();
  }

  schedule(0);
  return {
    sendDue,
    stop: async () => {
      state.stopped = true;
      if (state.timer !== null) clearTimeout(state.timer);
      await state.round;
      deps.mail?.close();
      deps.sms?.close();
      deps.packages?.close();
    },
  };
}
