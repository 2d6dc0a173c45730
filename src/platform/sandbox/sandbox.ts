import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What one job may use. The memory is that of the whole process (resident), which a reader of a hostile file cannot hide. */
export type SandboxLimits = { readonly seconds: number; readonly mebibytes: number };

/** How a job ended: with a value, or with the limit that ended it. A job that throws is `crashed` with its message. */
export type SandboxOutcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'out-of-time' }
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'crashed'; readonly reason: string };

export type Sandbox<Job, Value> = {
  /** Runs one job in a process apart; jobs beyond the number of processes wait their turn. */
  readonly run: (job: Job) => Promise<SandboxOutcome<Value>>;
  /** Starts the processes, so that the first job does not wait for them. */
  readonly warm: () => void;
  /** Ends all processes; jobs under way end as crashed. */
  readonly close: () => void;
};

export type SandboxOptions = {
  /** The module whose exported `run(job)` does the work: `new URL('./job.ts', import.meta.url)`. */
  readonly module: URL;
  readonly limits: SandboxLimits;
  readonly processes: number;
  /** Jobs that may wait; further ones are answered `busy` at once. */
  readonly waiting: number;
  /**
   * Lets the module load native code of the packages installed: a typesetter, or the decoders of pictures, of which there are no
   * sound ones without. Off for anything else that reads foreign files: native code is not bound by the permissions.
   */
  readonly nativeCode?: boolean;
};

type Waiting<Value> = { readonly job: unknown; readonly settle: (outcome: SandboxOutcome<Value>) => void };
type Inmate<Value> = { readonly child: ChildProcess; current: Waiting<Value> | null; stop: (() => void) | null };

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
/** The program's own code. The data folder may lie beside it and is not to be read. */
const READABLE = ['src/', 'node_modules/', 'package.json'] as const;
const WATCH_EVERY_MS = 20;
const PAGE_BYTES = 4096;
/** A process that has grown beyond this share of its memory is replaced before the next job. */
const REPLACE_ABOVE = 0.6;

/** Resident bytes of a process; null where the system does not tell (no /proc), where V8's own limit has to do. */
function residentBytes(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return null;
  }
}

function startChild(options: SandboxOptions): ChildProcess {
  const heap = Math.floor(options.limits.mebibytes * 0.7);
  return fork(fileURLToPath(new URL('./host.ts', import.meta.url)), [options.module.href], {
    execArgv: [
      '--permission',
      ...READABLE.map(path => `--allow-fs-read=${PROJECT}${path}`),
      `--allow-fs-read=${fileURLToPath(new URL('.', options.module))}`,
      ...(options.nativeCode === true ? ['--allow-addons'] : []),
      `--max-old-space-size=${heap}`,
      '--disable-warning=SecurityWarning',
      '--disable-warning=ExperimentalWarning',
    ],
    env: { NODE_ENV: 'production', TZ: 'Asia/Shanghai' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/**
 * Processes that do one kind of work on untrusted input, each with limits on time and memory. A job that exceeds them is
 * killed with its process; the others go on. Inside there are no file writes, no network and no child processes.
 */
export function createSandbox<Job, Value>(options: SandboxOptions): Sandbox<Job, Value> {
  const inmates = new Set<Inmate<Value>>();
  const queue: Waiting<Value>[] = [];
  const state = { closed: false };
  const memoryLimit = options.limits.mebibytes * 1024 * 1024;

  function admit(): Inmate<Value> {
    const inmate: Inmate<Value> = { child: startChild(options), current: null, stop: null };
    inmates.add(inmate);
    inmate.child.on('message', (message: { id: number; value?: Value; error?: string }) => {
      if (message.id === 0) return;
      finish(
        inmate,
        message.error === undefined
          ? { kind: 'done', value: message.value as Value }
          : { kind: 'crashed', reason: message.error },
      );
    });
    inmate.child.on('exit', (code, signal) => {
      inmates.delete(inmate);
      // V8 aborts when its heap is full; every other death is a crash.
      const full = signal === 'SIGABRT' || code === 134;
      finish(
        inmate,
        full ? { kind: 'out-of-memory' } : { kind: 'crashed', reason: `process ended (${signal ?? code})` },
      );
    });
    inmate.child.on('error', error => finish(inmate, { kind: 'crashed', reason: error.message }));
    inmate.child.unref();
    inmate.child.channel?.unref();
    return inmate;
  }

  function finish(inmate: Inmate<Value>, outcome: SandboxOutcome<Value>) {
    const { current } = inmate;
    inmate.stop?.();
    inmate.current = null;
    inmate.stop = null;
    const resident = inmate.child.pid === undefined ? null : residentBytes(inmate.child.pid);
    if (resident !== null && resident > memoryLimit * REPLACE_ABOVE) dismiss(inmate);
    current?.settle(outcome);
    dispatch();
  }

  function dismiss(inmate: Inmate<Value>) {
    inmates.delete(inmate);
    inmate.child.kill('SIGKILL');
  }

  function begin(inmate: Inmate<Value>, waiting: Waiting<Value>) {
    inmate.current = waiting;
    inmate.child.ref();
    inmate.child.channel?.ref();
    const end = (outcome: SandboxOutcome<Value>) => {
      dismiss(inmate);
      finish(inmate, outcome);
    };
    const clock = setTimeout(() => end({ kind: 'out-of-time' }), options.limits.seconds * 1000);
    const watch = setInterval(() => {
      const resident = inmate.child.pid === undefined ? null : residentBytes(inmate.child.pid);
      if (resident !== null && resident > memoryLimit) end({ kind: 'out-of-memory' });
    }, WATCH_EVERY_MS);
    inmate.stop = () => {
      clearTimeout(clock);
      clearInterval(watch);
      inmate.child.unref();
      inmate.child.channel?.unref();
    };
    inmate.child.send({ id: 1, job: waiting.job }, error => {
      if (error !== null && inmate.current === waiting) end({ kind: 'crashed', reason: error.message });
    });
  }

  function dispatch() {
    while (!state.closed && queue.length > 0) {
      const free = [...inmates].find(inmate => inmate.current === null && inmate.child.connected);
      if (free === undefined && inmates.size >= options.processes) return;
      begin(free ?? admit(), queue.shift()!);
    }
  }

  return {
    run: job =>
      new Promise(settle => {
        if (state.closed) settle({ kind: 'crashed', reason: 'the sandbox is closed' });
        else if (queue.length >= options.waiting) settle({ kind: 'busy' });
        else {
          queue.push({ job, settle });
          dispatch();
        }
      }),
    warm: () => {
      while (!state.closed && inmates.size < options.processes) admit();
    },
    close: () => {
      state.closed = true;
      for (const waiting of queue.splice(0)) waiting.settle({ kind: 'crashed', reason: 'the sandbox is closed' });
      for (const inmate of inmates) dismiss(inmate);
    },
  };
}
