import { IsArray, IsOptional, IsString } from 'class-validator';
import type { FilterField, FilterValues, WholeNumber } from '@app/domain';

/** Answer of `GET /views/{id}/filters`: what the deals of a view can be filtered by. */
export interface FilterChoices {
  /** Id of the view. */
  view_id: string;
  /** Revision of the data; a master's joins its views' as text. */
  revision: WholeNumber | string;
  /** The values that occur, by the name of the parameter that takes them. */
  values: FilterValues;
}

/** A list of values of a filter that may be left out. */
function IsWanted(): PropertyDecorator {
  const message = ({ property }: { property: string }) => `${property} must be a list of texts.`;
  const rules = [IsOptional(), IsString({ each: true, message }), IsArray({ message })];
  return (target, property) => rules.forEach((rule) => rule(target, property));
}

/**
 * Which deals are wanted: those that match every filter with values, an empty one for unassigned; names match folded.
 * Source: docs/domain.md, section 5.
 */
export class WantedDeals implements Partial<Record<FilterField, string[] | null>> {
  /** Account executives. */
  @IsWanted()
  owner?: string[] | null;

  /** BDRs. */
  @IsWanted()
  bdr?: string[] | null;

  /** Source groups. */
  @IsWanted()
  source_group?: string[] | null;

  /** Stages; `other` for unknown ones. */
  @IsWanted()
  stage?: string[] | null;

  /** Products. */
  @IsWanted()
  product?: string[] | null;

  /** Types of deal; `other` for unknown ones. */
  @IsWanted()
  type_of_deal?: string[] | null;

  /** Relevances; `other` for unknown ones. */
  @IsWanted()
  relevance?: string[] | null;
}
