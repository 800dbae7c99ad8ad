import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-ECWP2FQH.mjs";
import "./chunk-PHXOIUUE.mjs";
export default require_dist();
