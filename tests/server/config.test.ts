import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../../server/config.ts';
import { standardLimits } from '../../server/intake/limit-table.ts';

describe('the environment', () => {
  it('needs nothing at all', () => {
    expect(parseConfig({})).toEqual({
      port: 8787,
      host: '127.0.0.1',
      dataDir: './data',
      sitesDir: 'demo/sites',
      agents: [],
      trustProxy: false,
      limits: standardLimits,
      logLevel: 'info',
    });
  });

  it('takes what the contract names', () => {
    const config = parseConfig({
      PORT: '0',
      HANDRAIL_AGENTS: 'Mia@demo.test:pass:word, tom@demo.test:x',
      HANDRAIL_SECRET: 's'.repeat(32),
      PUBLIC_URL: 'https://chat.example.com/',
      TRUST_PROXY: 'true',
      LIMITS: '{"message": 20}',
      SMTP_URL: 'smtp://shop:pass@mail.example:587',
      LLM_BASE_URL: 'https://llm.example/v1',
      LLM_MODEL: 'm',
      LOG_LEVEL: 'debug',
      DATA_DIR: '',
    });
    expect(config).toMatchObject({
      port: 0,
      agents: [
        { email: 'mia@demo.test', password: 'pass:word' },
        { email: 'tom@demo.test', password: 'x' },
      ],
      publicUrl: 'https://chat.example.com',
      trustProxy: true,
      limits: { ...standardLimits, message: 20 },
      smtpUrl: 'smtp://shop:pass@mail.example:587',
      llm: { baseUrl: 'https://llm.example/v1', model: 'm' },
      dataDir: './data',
    });
    expect(parseConfig({ LIMITS: 'off' }).limits).toBe('off');
  });

  it.each([
    ['PORT', { PORT: 'eight' }],
    ['PORT', { PORT: '70000' }],
    ['HANDRAIL_AGENTS', { HANDRAIL_AGENTS: 'mia' }],
    ['HANDRAIL_AGENTS', { HANDRAIL_AGENTS: 'mia@demo.test:' }],
    ['HANDRAIL_SECRET', { HANDRAIL_SECRET: 'short' }],
    ['HANDRAIL_SECRET', { DATABASE_URL: 'postgres://h/d' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://h/d' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'chat.example.com' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'perhaps' }],
    ['LIMITS', { LIMITS: 'none' }],
    ['LIMITS', { LIMITS: '{"messages": 20}' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example:587' }],
    ['SMTP_URL', { SMTP_URL: 'https://mail.example' }],
    ['LLM_MODEL', { LLM_BASE_URL: 'https://llm.example/v1' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('names %s when that is what is wrong: %o', (name, env) => {
    expect(() => parseConfig(env)).toThrow(ConfigError);
    expect(() => parseConfig(env)).toThrow(new RegExp(`^${name} `));
  });
});
