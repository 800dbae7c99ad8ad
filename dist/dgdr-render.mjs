#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-7JQKM5FO.mjs";
import "./chunk-W3VJOAOU.mjs";
import "./chunk-THCYYSET.mjs";
import "./chunk-V4O2QHPM.mjs";
import "./chunk-LQNS2ILP.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render.ts
await runProcess((context) => main(process.argv.slice(2), context));
