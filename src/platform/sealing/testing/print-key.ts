// A program of its own for the test of several at once: `node print-key.ts FOLDER` opens the sealing there and tells the key's id.
import { openSealing } from '../sealing.ts';

const sealing = await openSealing({ keyText: null, dataFolder: process.argv[2]! });
process.send?.(sealing.keyIds[0]);
process.disconnect?.();
