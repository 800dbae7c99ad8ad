#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-EFJR3VRM.mjs";
import "./chunk-W3VJOAOU.mjs";
import "./chunk-SDBJ2LHG.mjs";
import "./chunk-M3G6STL2.mjs";
import "./chunk-BJXZXHJR.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render-function.ts
await runProcess((context) => main(["function", ...process.argv.slice(2)], context));
