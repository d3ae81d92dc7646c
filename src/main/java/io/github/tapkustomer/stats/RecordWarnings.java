package io.github.tapkustomer.stats;

/**
 * How many records were unusual, by reason.
 *
 * @param withoutId left out, since they have no key
 * @param gone objects that were gone when they were requested
 * @param forbidden objects that the key may not read
 * @param beforeStart left out, since they were last updated before {@code start_date}
 * @param replacedCharacters characters that no database accepts, sent as U+FFFD
 */
public record RecordWarnings(
    long withoutId,
    long withoutTime,
    long gone,
    long forbidden,
    long beforeStart,
    long replacedCharacters) {}
