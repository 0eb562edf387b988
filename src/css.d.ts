/** Style sheets are taken out of the scripts by webpack. */
declare module '*.css';
