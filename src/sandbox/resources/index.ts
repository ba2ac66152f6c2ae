import type { Resource } from '../service/call';
import type { OperationId } from '../service/operations';
import { batch } from './batch';
import { billing } from './billing';
import { infer } from './infer';
import { licenses } from './licenses';
import { roles } from './roles';
import { search } from './search';
import { session } from './session';
import { users } from './users';

/** How each operation of the contract is answered. */
export const resources: Resource<OperationId> = {
  ...licenses,
  ...batch,
  ...infer,
  ...users,
  ...search,
  ...roles,
  ...session,
  ...billing,
};
