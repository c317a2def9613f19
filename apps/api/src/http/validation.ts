import { type ArgumentMetadata, Body, type PipeTransform, type Type } from '@nestjs/common';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import type { ProblemField } from '@app/contracts';
import { badRequest } from './problem.js';

/**
 * Bodies: unknown keys are refused, and every fault is named by its field. The known keys are set on a new instance of
 * the contract by a plain assignment: what they hold is never walked here, so that a body costs no more than its keys.
 */
export class BodyValidation implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body' || !metatype) return value;
    const known = keysOf(metatype);
    return known.size === 0 ? value : checked(metatype, known, value);
  }
}

/**
 * The body of a request, checked against its contract. Nest runs a pipe of the whole application on every argument of
 * every handler, each in promises of its own, which came to an eighth of a cached answer: so the one argument that needs
 * it has it. The linter refuses Nest's own `@Body()`.
 */
export const CheckedBody = (): ParameterDecorator => Body(new BodyValidation());

/** A body that was read as JSON where other kinds are read, too. @throws ProblemException (400) */
export const checkedBody = <Contract extends object>(contract: Type<Contract>, body: unknown): Contract =>
  checked(contract, keysOf(contract), body) as Contract;

function checked(contract: Type, known: ReadonlySet<string>, body: unknown): object {
  if (typeof body !== 'object' || body === null) {
    throw badRequest(`The request has no body: send a JSON object with ${[...known].join(', ')}.`);
  }
  const entries = Object.entries(body);
  const unknown = entries.filter(([key]) => !known.has(key));
  const made = Object.assign(
    new contract() as object,
    Object.fromEntries(entries.filter(([key]) => known.has(key))),
  );
  const faults = [...unknown.map(([key]) => isUnknown(key)), ...validateSync(made, CHECK).flatMap(faultsOf)];
  if (faults.length === 0) return made;
  throw badRequest(faults.map(({ message }) => message).join(' '), { errors: faults });
}

/** One fault a key is enough, so that a text that is too long is not looked at any further. */
const CHECK = { stopAtFirstError: true, validationError: { target: false, value: false } };

const isUnknown = (field: string): ProblemField => ({ field, message: `${field} is not known here.` });

const faultsOf = ({ property, constraints = {} }: ValidationError): ProblemField[] =>
  Object.values(constraints).map((message) => ({ field: property, message }));

/** Keys that a contract describes; none for what is no contract. */
const keysOf = (type: Type): ReadonlySet<string> =>
  new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(type, '', true, false)
      .map(({ propertyName }) => propertyName),
  );
