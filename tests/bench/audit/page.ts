import { DefinitionGraph } from '@/model/definitions';
import { findByRoles, prepareRoleSets } from '@/model/findingsRoles';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { assignmentsTable } from '@/pages/audit/export/assignmentsTable';
import { exportTable } from '@/pages/audit/export/exportTable';
import type { ExportFormat } from '@/pages/audit/export/table';
import { inEnglish } from '@/pages/audit/export/words';
import { SnapshotStore } from '@/snapshots/SnapshotStore';
import {
  differenceInWorker,
  findInWorker,
  outliersInWorker,
  packInWorker,
  picturesInWorker,
} from '@/workers/audit';
import { nextTask } from '@/workers/nextTask';
import {
  CHANGED,
  DEFINITIONS,
  NOW,
  organization,
  PRICES,
  roleSetsOf,
  USERS,
} from './organization.ts';
import { Pulse } from './pulse.ts';

export interface AuditTime {
  /** Milliseconds from asking to having. */
  readonly took: number;
  /** The longest time for which the page could do nothing else. */
  readonly blocked: number;
}

export type AuditTask =
  | 'findings'
  | 'findingsAgain'
  | 'roles'
  | 'outliers'
  | 'pictures'
  | 'snapshot'
  | 'difference'
  | ExportFormat;

export interface AuditCost {
  readonly times: Readonly<Record<AuditTask, AuditTime>>;
  readonly findingCount: number;
  readonly snapshotBytes: number;
}

declare global {
  interface Window {
    measureAudit: () => Promise<AuditCost>;
  }
}

window.measureAudit = async () => {
  const index = organization();
  const graph = new DefinitionGraph(DEFINITIONS);
  const isComplete = { people: true, assignments: true };
  const find = (absentDays: number) =>
    findInWorker({ index, graph, isComplete, absentDays, now: NOW });
  const [found, findings] = await timed(() => find(90));
  const [, findingsAgain] = await timed(() => find(30));
  const roleSets = roleSetsOf(index);
  const [, roles] = await timed(async () => {
    await prepareRoleSets(roleSets, index, nextTask);
    findByRoles({ index, graph, roleSets });
  });
  const [, outliers] = await timed(() => outliersInWorker(index, PRICES));
  const [, pictures] = await timed(() => picturesInWorker(index));

  const store = new SnapshotStore('bench-audit');
  const [before, snapshot] = await timed(async () => {
    const holdings = await packInWorker(index);
    const about = { owner: 'bench', organization: { id: 'bench', name: 'Bench' }, takenAt: NOW };
    await store.save({ ...about, name: 'Before', holdings });
    return holdings;
  });
  for (let row = 0; row < USERS; row += USERS / CHANGED) {
    index.applyReadBack(new Map([[index.userId(row), new Set(['license1'])]]));
  }
  const after = await packInWorker(index);
  const [, difference] = await timed(() => differenceInWorker(before, after));
  const [csv, xlsx, json] = [
    await timeExport('csv', index, graph),
    await timeExport('xlsx', index, graph),
    await timeExport('json', index, graph),
  ];
  return {
    times: {
      findings,
      findingsAgain,
      roles,
      outliers,
      pictures,
      snapshot,
      difference,
      csv,
      xlsx,
      json,
    },
    findingCount: found.found.length,
    snapshotBytes: before.licenses.reduce(
      (sum, { bytes }) => sum + bytes.length,
      before.uuids.length,
    ),
  };
};

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, AuditTime]> {
  const pulse = new Pulse();
  await pulse.started();
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  return [result, { took, blocked: await pulse.stop() }];
}

/** From the choice in the menu until the browser is handed the file. */
async function timeExport(
  format: ExportFormat,
  index: OrganizationIndex,
  graph: DefinitionGraph,
): Promise<AuditTime> {
  const [, time] = await timed(() =>
    exportTable(format, {
      title: 'Assignments',
      about: [],
      ...assignmentsTable(index, graph, inEnglish),
    }),
  );
  return time;
}
