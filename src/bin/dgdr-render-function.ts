#!/usr/bin/env node
import { main } from '../cli.ts';
import { runProcess } from '../commands/cli/process-context.ts';

// Hosts start KRM functions without arguments, and some cannot pass any.
await runProcess((context) => main(['function', ...process.argv.slice(2)], context));
