import { cliPage } from './cli.ts';
import { findingsPage } from './findings.ts';
import { requestPage } from './request.ts';

/** Pages that are made from tables of the program, by their files. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/cli.md': cliPage,
  'docs/findings.md': findingsPage,
  'docs/request.md': requestPage,
};
