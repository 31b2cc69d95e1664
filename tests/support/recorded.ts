/** The environment in which a program notes the statements that it sends, as the tests themselves do. */
export const recorded: Readonly<Record<string, string>> =
  process.env.STATEMENTS_SENT === undefined
    ? {}
    : {
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${new URL('../statements/record.mjs', import.meta.url).href}`,
      };
