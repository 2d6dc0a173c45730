// The inside of the sandbox: started by sandbox.ts in a process of its own, without file writes, network, child processes
// or native code. It loads the one module named on its command line and calls its `run` for every message.

type Message = { readonly id: number; readonly job: unknown };

const moduleUrl = process.argv[2];
if (moduleUrl === undefined) throw new Error('usage: host.ts MODULE-URL');
const { run } = (await import(moduleUrl)) as { run: (job: unknown) => Promise<unknown> };

process.on('message', (message: Message) => {
  run(message.job).then(
    value => process.send?.({ id: message.id, value }),
    (error: unknown) =>
      process.send?.({ id: message.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ id: 0, value: 'ready' });
