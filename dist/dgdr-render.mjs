#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-UM4IPF6S.mjs";
import "./chunk-CC2UF5AQ.mjs";
import "./chunk-YRYIKMVI.mjs";
import "./chunk-JBGMWIZX.mjs";
import "./chunk-VGOGZBNB.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render.ts
await runProcess((context) => main(process.argv.slice(2), context));
