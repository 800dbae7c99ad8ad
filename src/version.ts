/** Version of this tool, as in package.json (a test holds them equal). */
export const VERSION = '0.2.0';
