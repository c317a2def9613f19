import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';

const NO_ADDRESS = 'email must be an address, such as ada@example.com.';

/** The last one is looked at first: the cheapest. */
const each =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) => {
    for (const decorate of decorators.toReversed()) decorate(target, property);
  };

/** It may be left out, but null says nothing. */
const IsGiven = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** An address of plain characters: some servers take others for a letter that looks like it. */
export const IsPlainAddress = (): PropertyDecorator =>
  each(
    Matches(/^[\x21-\x7e]*$/, { message: 'email has characters that are not accepted.' }),
    IsEmail({}, { message: NO_ADDRESS }),
    MaxLength(254, { message: NO_ADDRESS }),
  );

/** A role, or none. */
export const IsRole = (): PropertyDecorator =>
  each(IsGiven(), IsIn(['viewer', 'super_admin'], { message: 'role must be viewer or super_admin.' }));

/** A list of names of views, or none. */
export const AreViewNames = (field = 'view_access'): PropertyDecorator =>
  each(
    IsGiven(),
    IsString({ each: true, message: `${field} must be names of views.` }),
    ArrayMaxSize(200, { message: `${field} must be names of views, 200 at most.` }),
    IsArray({ message: `${field} must be a list of names of views.` }),
  );
