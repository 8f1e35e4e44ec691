import type { APIRoute } from 'astro';
import { everyPicture } from '../../pictures/pictures.ts';

/** What each picture shows, by file. Read and deleted when the pictures are drawn. */
export const GET: APIRoute = async () => Response.json([...(await everyPicture())]);
