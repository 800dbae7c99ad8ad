#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  main,
  runProcess
} from "./chunk-ZE5E6UUO.mjs";
import "./chunk-CC2UF5AQ.mjs";
import "./chunk-LUASQM5J.mjs";
import "./chunk-DXDVPFJS.mjs";
import "./chunk-MTLGJ7UA.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/bin/dgdr-render.ts
await runProcess((context) => main(process.argv.slice(2), context));
