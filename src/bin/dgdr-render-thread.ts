import { help } from '../commands/threads/helper.ts';

// Started by the main thread, never by hand: see commands/threads.
help();
