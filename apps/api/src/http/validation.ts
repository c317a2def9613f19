import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import type { ProblemField } from '@app/contracts';
import { badRequest } from './problem.js';

/** Bodies and query classes: unknown fields are refused, and every fault is named by its field. */
export const requestValidation = () =>
  new BodyValidation({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (faults) => {
      const errors = faults.flatMap((fault) => fieldsOf(fault));
      return badRequest(errors.map(({ message }) => message).join(' '), { errors });
    },
  });

/** A body that is nested deeper than the stack is the sender's fault, not ours. */
class BodyValidation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      throw error instanceof RangeError ? badRequest('The body is nested too deeply.') : error;
    }
  }
}

function fieldsOf({ property, constraints = {}, children = [] }: ValidationError, path = ''): ProblemField[] {
  const field = path === '' ? property : `${path}.${property}`;
  const own = Object.entries(constraints).map(([rule, message]) => ({
    field,
    message: worded(rule, field, message),
  }));
  return [...own, ...children.flatMap((child) => fieldsOf(child, field))];
}

const worded = (rule: string, field: string, message: string): string =>
  rule === 'whitelistValidation' ? `${field} is not known here.` : message;
