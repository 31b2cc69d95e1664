import { Gauge, type Registry } from 'prom-client';
import { engineOf } from '../database/engine.ts';
import type { Ground } from '../database/ground.ts';
import { countJobs } from '../jobs/count-jobs.ts';

function measureConnections(ground: Ground, registry: Registry): void {
  const { connections } = engineOf(ground);
  // The embedded database has one session and no pool.
  if (connections === undefined) return;
  new Gauge({
    name: 'wellplaced_database_connections',
    help: 'Connections of this process to the database, and requests that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { open, idle, waiting } = connections();
      this.set({ state: 'in use' }, open - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
}

/** Measures the connections to the database, whether it answers, and the jobs in it. Without the database there are no figures of jobs, and the others are given all the same. */
export function measureDatabase(ground: Ground, registry: Registry): void {
  measureConnections(ground, registry);
  new Gauge({
    name: 'wellplaced_database_reached',
    help: 'Whether the database answered when this was asked for.',
    registers: [registry],
    async collect() {
      const reached = await ground.authorities().then(
        () => 1,
        () => 0,
      );
      this.set(reached);
    },
  });
  new Gauge({
    name: 'wellplaced_jobs',
    help: 'Jobs of all processes, by queue and state.',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      this.reset();
      const counts = await countJobs(ground).catch(() => []);
      for (const { queue, state, jobs } of counts) this.set({ queue, state }, jobs);
    },
  });
}
