/** An answer that breaks a limit; what breaks in the network is an error of Node with its own code. */
export class AnswerLimit extends Error {
  readonly limit: 'time' | 'size';

  constructor(limit: AnswerLimit['limit']) {
    super(`the limit of ${limit} was reached`);
    this.limit = limit;
  }
}
