/** The part of the package that is used: its own types would bring those of a whole web framework. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  type Filter = (request: IncomingMessage, response: ServerResponse) => boolean;

  function compression(options: { readonly filter: Filter }): Handler;
  namespace compression {
    /** What is compressed unless told otherwise. */
    const filter: Filter;
  }
  export default compression;
}
