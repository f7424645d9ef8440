/**
 * Name and version of what shapes a result: the package's version and the rule set's. It stands on every
 * result, so that results of different extractors can be told apart and made again.
 */
export const extractor = "onrecord/0.1.0+rules.1";
