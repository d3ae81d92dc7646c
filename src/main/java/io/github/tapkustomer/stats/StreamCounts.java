package io.github.tapkustomer.stats;

/**
 * What a stream gave, and the requests that it took.
 *
 * @param bytes of its RECORD lines
 * @param retries requests that were repeated
 * @param refusals answers with status 429
 */
public record StreamCounts(long records, long bytes, long requests, long retries, long refusals) {}
