import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/net/answer-limit.ts
var AnswerLimit = class extends Error {
  limit;
  constructor(limit) {
    super(`the limit of ${limit} was reached`), this.limit = limit;
  }
};

export {
  AnswerLimit
};
