#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-2QLN7XTF.mjs";
import "./chunk-W3VJOAOU.mjs";
import "./chunk-AMZK2UH2.mjs";
import "./chunk-4DRGKUWJ.mjs";
import "./chunk-XRBCVA4H.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render-function.ts
await runProcess((context) => main(["function", ...process.argv.slice(2)], context));
