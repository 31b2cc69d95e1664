#!/usr/bin/env node
import './check-node.mjs';
import { runCommand } from './set-up.mjs';

runCommand(process.argv.slice(2));
