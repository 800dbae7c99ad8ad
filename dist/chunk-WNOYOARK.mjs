import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openHub,
  readHub
} from "./chunk-EQFX22D7.mjs";
import "./chunk-VWKDRK7G.mjs";
import "./chunk-FHUPLVZY.mjs";
import "./chunk-EFL4VJWC.mjs";
import "./chunk-LYM26J3H.mjs";
import "./chunk-PHXOIUUE.mjs";
export {
  openHub,
  readHub
};
