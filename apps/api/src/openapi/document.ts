import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { writtenOut } from './answers-by-value.js';
import { BEARER, completeOperation, CSRF } from './complete-document.js';
import { contractSchemas } from './contract-schemas.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

const DESCRIPTION = `Sales analytics: one number, one definition, open to the records behind it.

Dates are \`YYYY-MM-DD\`, instants ISO 8601 in UTC, money plain numbers in the currency of the installation, absent
values null. A list is \`{ items, next_cursor, total }\`; hand \`next_cursor\` back as \`cursor\`. Errors are RFC 9457
problem details.

**How a script signs in.** \`GET /api/auth/config\` says which sign-ins exist and sets the cookie \`XSRF-TOKEN\`. Send its
value as the header \`X-XSRF-TOKEN\` with \`POST /api/auth/local\` and keep the cookies of the answer: the session, and a new
token. Every write, and only a write, sends the newest token; without it, it is refused with 403.

\`\`\`sh
api() { curl --silent --cookie jar --cookie-jar jar "$@"; }
token() { awk '$6 == "XSRF-TOKEN" { print $7 }' jar; }
api http://127.0.0.1:3000/api/auth/config
api -H "X-XSRF-TOKEN: $(token)" -H 'Content-Type: application/json' -d '{"email":"admin@example.com"}' \\
  http://127.0.0.1:3000/api/auth/local
api http://127.0.0.1:3000/api/views
\`\`\`

**How a program comes in.** A super admin makes a token for it (\`POST /api/tokens\`, or the page API tokens of the console), for
some views, to read or to upload. The program sends it with each request, and needs neither cookies nor a CSRF token. Where
an answer says who did something, it reads \`somebody\` in place of the address of a person (see \`Who\`).

\`\`\`sh
curl --header "Authorization: Bearer $TOKEN" https://sales.example.com/api/views
curl --header "Authorization: Bearer $TOKEN" --form file=@deals.csv \\
  https://sales.example.com/api/views/view-signal-1767225600/ingestions
\`\`\``;

/** The OpenAPI document: routes as the controllers describe them, shapes as libs/contracts has them. */
export function openApiDocument(
  app: INestApplication,
  { sessionCookie, server }: { sessionCookie: string; server: string },
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Pipeline')
    .setDescription(DESCRIPTION)
    .setVersion('0.1.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addCookieAuth(sessionCookie, { type: 'apiKey', in: 'cookie', name: sessionCookie }, 'cookie')
    .addApiKey(
      {
        type: 'apiKey',
        in: 'header',
        name: 'X-XSRF-TOKEN',
        description: 'Value of the cookie `XSRF-TOKEN`, which sign-in and `GET /api/auth/config` set.',
      },
      CSRF,
    )
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'opaque',
        description: 'API token of a program, which a super admin makes.',
      },
      BEARER,
    )
    .addServer(server)
    .addTag('auth', 'Signing in and out, and letting others in.')
    .addTag('users', 'Who may sign in, and what they may do.')
    .addTag('views', 'Slices of the organisation, each with its sheet, data and targets.')
    .addTag('ingestion', 'Bringing sheets in.')
    .addTag('analytics', 'Every number, and the records behind it.')
    .addTag('screens', 'All that one screen draws, in one answer.')
    .addTag('boards', 'Closing Projections and the Deal Pipeline: their deals, and what people made of them.')
    .addTag('saved pages', 'Pages with period and filters under a name, and where one comes in.')
    .addTag('records', 'Deals.')
    .addTag('exports', 'What is shown, as a file.')
    .addTag('attention', 'What is due today, and what is wrong with the data.')
    .addTag('targets', 'What the numbers are compared with.')
    .addTag('settings', 'What holds for the whole installation.')
    .addTag('audit log', 'Who did what, when and from where.')
    .addTag('tokens', 'Letting programs in.')
    .addTag('health', 'For those who run it.')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    // A handler is named for what it does, in the whole API: clients are generated with these names.
    operationIdFactory: (_, method) => method,
  });
  const paths = Object.fromEntries(
    Object.entries(writtenOut(document.paths)).map(([path, item]) => [path, completePath(item)]),
  );
  return { ...document, paths, components: { ...document.components, schemas: { ...contractSchemas() } } };
}

function completePath(item: OpenAPIObject['paths'][string]): OpenAPIObject['paths'][string] {
  const operations = METHODS.flatMap((method) => {
    const operation = item[method];
    return operation ? [[method, completeOperation(method, operation)] as const] : [];
  });
  return { ...item, ...Object.fromEntries(operations) };
}
