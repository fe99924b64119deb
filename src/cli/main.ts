/**
 * The command line: the core plus files. Exit 0 done, 1 findings, 2 usage or input that cannot be read.
 * Each command is loaded when it is called: what it does not need is not read.
 */
import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { FormatError, WRITABLE } from '../core/index.ts';
import type { ExportOptions } from './export.ts';
import { progress } from './files.ts';
import { saidAt } from './said.ts';

// Node 22 and later keep what they compiled. 20 does not, and makes code fast so early that a run of some pages ends before that has paid: it is to
// wait until a function is called some five times as often.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=600000');
else (nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();

class Findings extends Error {}

const program = new Command('pasteup')
  .description('Rebuild newspaper pages: fragments, roles, articles, continuations.')
  .version(version)
  .addHelpText(
    'after',
    '\nExit: 0 done, 1 check has found an error, 2 wrong call, or a file that cannot be read or written.',
  )
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

program
  .command('import')
  .description('imports files as the pages of one edition, everything in the tray')
  .argument('<file...>', 'in page order; - is standard input')
  .requiredOption('--out <edition.json>', '- is standard output')
  .action(async (files: string[], { out }: { out: string }) =>
    (await import('./import.ts')).importFiles(files, out, false),
  );

program
  .command('reconstruct')
  .description('imports files and applies every suggestion')
  .argument('<file...>', 'in page order; - is standard input')
  .requiredOption('--out <edition.json>', '- is standard output')
  .action(async (files: string[], { out }: { out: string }) =>
    (await import('./import.ts')).importFiles(files, out, true),
  );

program
  .command('check')
  .description('runs every check and the ledger')
  .argument('<edition.json>', '- is standard input')
  .option('--format <format>', 'text, json or sarif', 'text')
  .option('--profile <file>', 'which checks are run and how loud, as exported from the app')
  .action(async (file: string, { format, profile }: { format: string; profile?: string }) => {
    const { checkEdition } = await import('./check.ts');
    if (await checkEdition(file, format, profile)) throw new Findings();
  });

program
  .command('export')
  .description('writes an edition in other formats')
  .addHelpText('after', `\nFormats: ${WRITABLE.map(({ id }) => id).join(', ')}.`)
  .argument('<edition.json>', '- is standard input')
  .requiredOption('--to <format>', 'json, or any of the writers; several with commas between them')
  .requiredOption('--out <path>', 'a file, a folder where there are several, or a .zip; - is standard output')
  .option('--page <label>', 'only the page of this label')
  .option('--spreadsheet', 'CSV with a byte order mark, and no cell that a spreadsheet takes for a formula')
  .action(async (file: string, options: ExportOptions) => (await import('./export.ts')).exportTo(file, options));

program
  .command('report')
  .description('writes a report of the review of one or more editions')
  .argument('<edition.json...>')
  .requiredOption('--out <file>', 'a page (.html) or a table (.csv); - is standard output')
  .option('--format <format>', 'html or csv, where the name does not tell')
  .option('--language <language>', 'en or zh', 'en')
  .action(async (files: string[], { out, ...options }: { out: string; format?: string; language: string }) =>
    (await import('./report.ts')).reportTo(files, out, options),
  );

program
  .command('replay')
  .description('runs a journal and prints the hash of the state that it leads to')
  .argument('<journal>', 'as saved from the app')
  .option('--out <edition.json>', 'the edition that it leads to; - is standard output, in place of the hash')
  .action(async (file: string, { out }: { out?: string }) => (await import('./replay.ts')).replayTo(file, out));

// Who reads what we print may stop reading (`| head`): each write hears of it by itself.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

try {
  await program.parseAsync();
} catch (error) {
  progress('');
  process.exitCode = 2;
  if (error instanceof Findings) process.exitCode = 1;
  else if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof FormatError) process.stderr.write(`${saidAt(error.said)}\n`);
  else process.stderr.write(`pasteup: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
