import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { countedAddress } from '../limits/counted-address.js';
import { Limits } from '../limits/limits.service.js';
import { requestContext } from '../logging/request-context.js';
import { askerOf, type AuthenticatedRequest } from './authenticated-request.js';

/** Counts what a person, and what an address brings in: whichever has had enough is refused before the file is read. */
@Injectable()
export class UploadLimit implements CanActivate {
  constructor(
    private readonly limits: Limits,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { id } = askerOf(context.switchToHttp().getRequest<AuthenticatedRequest>());
    const address = countedAddress(requestContext.getStore()?.address ?? null);
    const most = this.config.uploadRateLimit;
    const keys = [`upload person ${id}`, `upload address ${address}`];
    await this.limits.count(
      'uploads',
      keys.map((key) => ({ key, most })),
    );
    return true;
  }
}
