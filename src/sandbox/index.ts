export type { ContractCheck, ContractProblem } from './contract';
export type { SandboxUser } from './data/people';
export type { Fault, FaultKind, Faults, PendingFault } from './faults';
export type { ResultWords, SandboxOptions } from './options';
export type { SandboxOrganization } from './organization';
export { createSandbox, type Sandbox } from './sandbox';
export type { OperationId } from './service/operations';
export type { LogEntry } from './service/service';
