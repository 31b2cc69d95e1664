// Imported first by every command, and alone, so that an old Node meets a sentence and not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Wellplaced needs Node 20.19 or later (20, 22 or 24), and this is Node ${process.versions.node}. ` +
      'Install a later Node from https://nodejs.org/ and run the same command again.',
  );
  process.exit(1);
}
