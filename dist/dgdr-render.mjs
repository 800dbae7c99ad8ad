#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-HFW7CRYU.mjs";
import "./chunk-BY57VBVD.mjs";
import "./chunk-RYDMWWOA.mjs";
import "./chunk-MIJQWRSR.mjs";
import "./chunk-25QCWARB.mjs";
import "./chunk-HOWIFFDD.mjs";
import "./chunk-PB7MDATJ.mjs";
import "./chunk-7DUYN5D3.mjs";
import "./chunk-CC2UF5AQ.mjs";
import "./chunk-JJLLSJ4L.mjs";
import "./chunk-5QU7APPO.mjs";
import "./chunk-4FEZFIKB.mjs";
import "./chunk-VWKDRK7G.mjs";
import "./chunk-HTXLRYYD.mjs";
import "./chunk-5NPA6JKG.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render.ts
await runProcess((context) => main(process.argv.slice(2), context));
