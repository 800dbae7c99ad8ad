import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-CC2UF5AQ.mjs";
import "./chunk-PHXOIUUE.mjs";
export default require_dist();
