#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-7LHOGY7G.mjs";
import "./chunk-W3VJOAOU.mjs";
import "./chunk-62KIZWIC.mjs";
import "./chunk-OPCH3URN.mjs";
import "./chunk-65OG7DMG.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render.ts
await runProcess((context) => main(process.argv.slice(2), context));
