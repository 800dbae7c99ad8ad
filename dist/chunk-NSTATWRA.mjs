import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openHub,
  readHub
} from "./chunk-AFX5VRNX.mjs";
import "./chunk-VWKDRK7G.mjs";
import "./chunk-HTXLRYYD.mjs";
import "./chunk-5NPA6JKG.mjs";
import "./chunk-PHXOIUUE.mjs";
export {
  openHub,
  readHub
};
