/** Errors carried across: a copy of an Error keeps its message alone, and a problem would come out as a bug. */
import { type Finding, Problem } from '../../kernel/index.ts';
import type { Fault } from './contract.ts';

/** Of the system's, the driver's and PostgreSQL's errors; see `problemOf` of the server. */
const TOLD = ['message', 'code', 'syscall', 'statusCode', 'stack'] as const;

export function faultOf(error: unknown): Fault {
  if (error instanceof Problem) {
    const { code, exit, status, data, at, findings } = error as Problem & { readonly findings?: readonly Finding[] };
    return { problem: { code, exit, status, data, at, ...(findings === undefined ? {} : { findings }) } };
  }
  const thrown = (error ?? {}) as Readonly<Record<string, unknown>>;
  return { error: Object.fromEntries(TOLD.flatMap((name) => (name in thrown ? [[name, thrown[name]]] : []))) };
}

export function errorOf(fault: Fault): Error {
  if ('error' in fault) return Object.assign(new Error(String(fault.error.message)), fault.error);
  const { code, exit, status, data, at, findings } = fault.problem;
  const problem = new Problem(code, { exit, status }, data, at);
  return findings === undefined ? problem : Object.assign(problem, { findings });
}
