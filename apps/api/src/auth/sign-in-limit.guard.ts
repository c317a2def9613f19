import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { countedAddress } from '../limits/counted-address.js';
import { Limits } from '../limits/limits.service.js';
import { attemptsSignIn, requestContext } from '../logging/request-context.js';

export const SIGN_INS = 'sign-in attempts';

/** Counts the sign-in attempts of an address, for each way to sign in. */
@Injectable()
export class SignInLimit implements CanActivate {
  constructor(
    private readonly limits: Limits,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    attemptsSignIn(null, null);
    const address = countedAddress(requestContext.getStore()?.address ?? null);
    const key = `${context.getHandler().name} address ${address}`;
    await this.limits.count(SIGN_INS, [{ key, most: this.config.signInLimit }]);
    return true;
  }
}
