#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-T2QKNFXD.mjs";
import "./chunk-LEIWP43T.mjs";
import "./chunk-CC2UF5AQ.mjs";
import "./chunk-LYTFTN5K.mjs";
import "./chunk-4FEZFIKB.mjs";
import "./chunk-VWKDRK7G.mjs";
import "./chunk-HTXLRYYD.mjs";
import "./chunk-7XIRNDHI.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render.ts
await runProcess((context) => main(process.argv.slice(2), context));
