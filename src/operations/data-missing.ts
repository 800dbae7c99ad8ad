/**
 * The measured tables cannot answer a query. The sweep leaves the parallel choice out, as the reference does, and
 * says so; it never reaches a user as an error of its own.
 */
export class DataMissing extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DataMissing';
  }
}
