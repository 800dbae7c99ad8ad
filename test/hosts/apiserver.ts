import { spawnSync } from 'node:child_process';
import type { JsonObject } from '../../src/json.ts';
import { graphDefinition } from './dgd-definition.ts';

/** What an API server makes of an object that is created. */
export interface Admission {
  /** Why it is refused; empty where it is not. */
  readonly refused: readonly string[];
  /** Fields that it drops, as paths. */
  readonly pruned: readonly string[];
  /** The object with its defaults, where it could be read. */
  readonly stored?: JsonObject;
}

/** What comes of laying one object over another, or why nothing does. */
export interface Merge {
  readonly refused: readonly string[];
  readonly merged?: JsonObject;
}

/** The answers of the API server's libraries, many to a process. */
export class ApiServer {
  readonly #program: string;
  readonly #definition: string;

  /** Over the kind that a CRD defines, graphs unless another one is given. */
  constructor(program: string, definition: JsonObject = graphDefinition()) {
    this.#program = program;
    this.#definition = JSON.stringify(definition);
  }

  admit(objects: readonly JsonObject[]): Admission[] {
    return this.#ask(objects.map((object) => ({ object }))).map((answer) => answer as unknown as Admission);
  }

  merge(pairs: readonly (readonly [base: JsonObject, over: JsonObject])[]): Merge[] {
    return this.#ask(pairs.map((pair) => ({ merge: [...pair] }))).map((answer) => answer as unknown as Merge);
  }

  #ask(questions: readonly JsonObject[]): JsonObject[] {
    const input = [this.#definition, ...questions.map((question) => JSON.stringify(question))].join('\n');
    const { status, stdout, stderr } = spawnSync(this.#program, [], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
    if (status !== 0) throw new Error(`apiserver-schema ended with ${status}: ${stderr}`);
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as JsonObject);
  }
}
