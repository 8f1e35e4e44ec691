/** The part of the package that we use. Its own types depend on those of a web framework. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  type Filter = (request: IncomingMessage, response: ServerResponse) => boolean;

  function compression(options: { readonly filter: Filter }): Handler;
  namespace compression {
    /** The default filter for responses to compress. */
    const filter: Filter;
  }
  export default compression;
}
