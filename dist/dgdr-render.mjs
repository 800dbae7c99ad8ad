#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-ERUCBYHX.mjs";
import "./chunk-W3VJOAOU.mjs";
import "./chunk-7SRV6AUI.mjs";
import "./chunk-CZ3LNGSL.mjs";
import "./chunk-27BJXGB7.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render.ts
await runProcess((context) => main(process.argv.slice(2), context));
