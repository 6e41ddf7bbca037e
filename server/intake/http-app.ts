// The one type of the HTTP app, so that routes need not import who composes them.
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

export type HttpEnv = { Bindings: HttpBindings };
export type HttpApp = Hono<HttpEnv>;
