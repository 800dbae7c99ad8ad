#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-CEZY3NWM.mjs";
import "./chunk-RQPTSPFD.mjs";
import "./chunk-VC3SQVN7.mjs";
import "./chunk-CQRYLWFC.mjs";
import "./chunk-LU23HNTT.mjs";
import "./chunk-2EPS7SY3.mjs";
import "./chunk-4TU5AFKM.mjs";
import "./chunk-RDNXMUIG.mjs";
import "./chunk-ECWP2FQH.mjs";
import "./chunk-A5DYGELK.mjs";
import "./chunk-5QU7APPO.mjs";
import "./chunk-4FEZFIKB.mjs";
import "./chunk-VWKDRK7G.mjs";
import "./chunk-EFL4VJWC.mjs";
import "./chunk-LYM26J3H.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render.ts
await runProcess((context) => main(process.argv.slice(2), context));
