import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/hub/api.ts
var COMMIT = /^[0-9a-f]{40}$/;
function isCommit(text) {
  return typeof text == "string" && COMMIT.test(text);
}

export {
  isCommit
};
