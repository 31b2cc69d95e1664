import { postgresPrograms, throwAwayServer } from './postgres.ts';

const programs = postgresPrograms();
if (programs === undefined) process.exit(1);
const server = await throwAwayServer(programs);
process.stdout.write(`${server.addressOf(await server.newDatabase())}\n`);
setInterval(() => undefined, 60_000);
