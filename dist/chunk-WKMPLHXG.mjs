import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openHub,
  readHub
} from "./chunk-XMGERTIO.mjs";
import "./chunk-VWKDRK7G.mjs";
import "./chunk-HTXLRYYD.mjs";
import "./chunk-ZBBEDW7T.mjs";
import "./chunk-PHXOIUUE.mjs";
export {
  openHub,
  readHub
};
