import type { MultipartFile } from '@fastify/multipart';
import { faultOfName } from '@app/domain';
import type { FastifyRequest } from 'fastify';
import { badField, unprocessable } from '../http/problem.js';
import { type Query, QueryReader } from '../http/query-reader.js';

/** What requests for an ingestion may say beside their file. */
const PARAMETERS = ['mode', 'dry_run'];

/**
 * Refuses what this installation cannot do before a byte of the file is read.
 *
 * @throws ProblemException 400 for what is malformed, 422 for what is not offered
 */
export function checkUploadQuery(query: Query): void {
  const read = new QueryReader(query, PARAMETERS);
  const mode = read.oneOf('mode', ['replace', 'merge']);
  const dryRun = read.oneOf('dry_run', ['true', 'false', '1', '0', '']);
  if (mode === 'merge')
    throw notOffered('mode', 'Merging a sheet into a view is not offered: use mode=replace.');
  if (dryRun !== null && dryRun !== 'false' && dryRun !== '0') {
    throw notOffered('dry_run', 'A preview is not offered: leave dry_run out, and the sheet is published.');
  }
}

/**
 * The file of a multipart request, not yet read.
 *
 * @throws ProblemException 422 for a sheet address, 400 when there is no file
 */
export async function fileOf(request: FastifyRequest, limit: number): Promise<MultipartFile> {
  if (request.headers['content-type'] === undefined) throw noFile();
  if (!request.isMultipart()) {
    throw unprocessable(
      'Send the sheet as multipart/form-data with a field "file": sheets by address are not offered.',
    );
  }
  const file = await request.file({ limits: { fileSize: limit, files: 1 }, throwFileSizeLimit: false });
  if (!file) throw noFile();
  if (file.fieldname !== 'file') {
    file.file.resume();
    throw badField('file', `The file came in the field "${file.fieldname}": send it in the field "file".`);
  }
  const fault = faultOfName(file.filename);
  if (fault !== null) {
    file.file.resume();
    throw badField('file', `The name of the file ${fault}: rename the file and upload it again.`);
  }
  return file;
}

const noFile = () => badField('file', 'The request has no file: send it in the field "file".');

const notOffered = (field: string, message: string) =>
  unprocessable(message, { errors: [{ field, message }] });
