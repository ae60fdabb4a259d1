/** The command line as a process: its words, its two streams, its exit code. */
import { run } from './run.ts';

// `luzhi … | head`: the reader has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await run(process.argv.slice(2), process.env.LANG ?? '', {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
