import type { Resource } from '../service/call';
import type { OperationId } from '../service/operations';
import { access } from './access';
import { audits } from './audits';
import { batch } from './batch';
import { billing } from './billing';
import { infer } from './infer';
import { licenses } from './licenses';
import { role } from './role';
import { roles } from './roles';
import { search } from './search';
import { session } from './session';
import { subjects } from './subjects';
import { users } from './users';

/** How each operation of the contract is answered. */
export const resources: Resource<OperationId> = {
  ...licenses,
  ...batch,
  ...infer,
  ...users,
  ...search,
  ...roles,
  ...role,
  ...subjects,
  ...access,
  ...audits,
  ...session,
  ...billing,
};
