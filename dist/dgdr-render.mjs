#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-5O6E6PR7.mjs";
import "./chunk-QJDHRQ6Q.mjs";
import "./chunk-GJUHAGNN.mjs";
import "./chunk-CC2UF5AQ.mjs";
import "./chunk-GRJLWW4I.mjs";
import "./chunk-4FEZFIKB.mjs";
import "./chunk-VWKDRK7G.mjs";
import "./chunk-HTXLRYYD.mjs";
import "./chunk-ZBBEDW7T.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render.ts
await runProcess((context) => main(process.argv.slice(2), context));
