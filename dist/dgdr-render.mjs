#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-FZPY6ZNI.mjs";
import "./chunk-W3VJOAOU.mjs";
import "./chunk-3R4QHKFI.mjs";
import "./chunk-VVCENP35.mjs";
import "./chunk-AWPINHYT.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render.ts
await runProcess((context) => main(process.argv.slice(2), context));
