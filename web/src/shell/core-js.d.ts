/** Only loaded for what it does to the language. */
declare module 'core-js/*';
