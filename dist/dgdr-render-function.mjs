#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-Y6ZO6NTH.mjs";
import "./chunk-W3VJOAOU.mjs";
import "./chunk-NJOURWNL.mjs";
import "./chunk-IHBTCQQQ.mjs";
import "./chunk-INTCCZE5.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render-function.ts
await runProcess((context) => main(["function", ...process.argv.slice(2)], context));
