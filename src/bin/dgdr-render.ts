#!/usr/bin/env node
import { main } from '../cli.ts';
import { runProcess } from '../commands/cli/process-context.ts';

await runProcess((context) => main(process.argv.slice(2), context));
