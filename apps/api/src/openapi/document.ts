import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { contractSchemas } from './contract-schemas.js';

const DESCRIPTION = `Sales analytics: one number, one definition, open to the records behind it.

Dates are \`YYYY-MM-DD\`, instants ISO 8601 in UTC, money plain numbers in the currency of the installation, absent
values null. A list is \`{ items, next_cursor, total }\`; hand \`next_cursor\` back as \`cursor\`. Errors are RFC 9457
problem details. Writes by cookie session send the \`XSRF-TOKEN\` cookie back as the header \`X-XSRF-TOKEN\`.`;

/** The OpenAPI document: routes as the controllers describe them, shapes as libs/contracts has them. */
export function openApiDocument(app: INestApplication, sessionCookie: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Sales analytics')
    .setDescription(DESCRIPTION)
    .setVersion('0.1.0')
    .setLicense('Private', 'https://example.com/license')
    .addCookieAuth(sessionCookie, { type: 'apiKey', in: 'cookie', name: sessionCookie }, 'cookie')
    .addTag('auth', 'Signing in and out.')
    .addTag('views', 'Slices of the organisation, each with its sheet, data and targets.')
    .addTag('ingestion', 'Bringing sheets in.')
    .addTag('analytics', 'Every number, and the records behind it.')
    .addTag('screens', 'All that one screen draws, in one answer.')
    .addTag('records', 'Deals.')
    .addTag('targets', 'What the numbers are compared with.')
    .addTag('settings', 'What holds for the whole installation.')
    .addTag('health', 'For those who run it.')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return { ...document, components: { ...document.components, schemas: { ...contractSchemas() } } };
}
