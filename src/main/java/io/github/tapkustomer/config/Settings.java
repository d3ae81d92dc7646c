package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Secret;
import io.github.tapkustomer.mask.Masks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The settings of a run, checked and complete.
 *
 * @param endDate exclusive, and after {@code startDate}
 * @param apiUrl the root of the API, without a slash at its end and without {@code /v1}
 * @param dateWindow the widest window of one history query, if one was set
 * @param rateLimitReserve the share of the budget left to others, if it was set
 * @param requestTimeout how long an attempt may wait for the API: to connect, for the first byte,
 *     for the rest
 * @param maxRetries attempts after the first
 * @param masks what must be masked
 * @param emitActivateVersion whether lists end with ACTIVATE_VERSION
 */
public record Settings(
    Secret apiToken,
    Instant startDate,
    Optional<Instant> endDate,
    URI apiUrl,
    String userAgent,
    int pageSizeLimit,
    Optional<Duration> dateWindow,
    Duration lookback,
    boolean includeDeleted,
    OptionalDouble rateLimitReserve,
    int concurrency,
    Duration requestTimeout,
    int maxRetries,
    Masks masks,
    boolean emitActivateVersion) {

  public Settings {
    requireNonNull(apiToken, "apiToken");
    requireNonNull(startDate, "startDate");
    requireNonNull(endDate, "endDate");
    requireNonNull(apiUrl, "apiUrl");
    requireNonNull(userAgent, "userAgent");
    requireNonNull(dateWindow, "dateWindow");
    requireNonNull(lookback, "lookback");
    requireNonNull(rateLimitReserve, "rateLimitReserve");
    requireNonNull(requestTimeout, "requestTimeout");
    requireNonNull(masks, "masks");
  }

  /**
   * The same settings for another API and its key: a key never goes to a host it was not given for.
   */
  public Settings withApi(URI url, Secret token) {
    return new Settings(
        token,
        startDate,
        endDate,
        url,
        userAgent,
        pageSizeLimit,
        dateWindow,
        lookback,
        includeDeleted,
        rateLimitReserve,
        concurrency,
        requestTimeout,
        maxRetries,
        masks,
        emitActivateVersion);
  }
}
