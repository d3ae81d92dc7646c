package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.Setting.API_URL;
import static io.github.tapkustomer.config.Setting.CONCURRENCY;
import static io.github.tapkustomer.config.Setting.DATE_WINDOW_SIZE;
import static io.github.tapkustomer.config.Setting.EMIT_ACTIVATE_VERSION_MESSAGES;
import static io.github.tapkustomer.config.Setting.INCLUDE_DELETED;
import static io.github.tapkustomer.config.Setting.LOOKBACK_WINDOW_SECONDS;
import static io.github.tapkustomer.config.Setting.MAX_RETRIES;
import static io.github.tapkustomer.config.Setting.ORG_NAME;
import static io.github.tapkustomer.config.Setting.PAGE_SIZE_LIMIT;
import static io.github.tapkustomer.config.Setting.RATE_LIMIT_RESERVE;
import static io.github.tapkustomer.config.Setting.REGION;
import static io.github.tapkustomer.config.Setting.REQUEST_TIMEOUT_SECONDS;
import static io.github.tapkustomer.config.Setting.USER_AGENT;
import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Assembles the settings of a run from the values given. */
final class SettingsAssembly {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]+");

  private final ValueReader values;
  private final SettingsProblems problems;
  private final Instant now;
  private final String version;

  SettingsAssembly(ValueReader values, SettingsProblems problems, Instant now, String version) {
    this.problems = requireNonNull(problems, "problems");
    this.values = requireNonNull(values, "values");
    this.now = requireNonNull(now, "now");
    this.version = requireNonNull(version, "version");
  }

  /** To be used only if no problem was noted. */
  Settings with(Secret token) {
    Period period = Period.read(values, now);
    return new Settings(
        token,
        period.start(),
        period.end(),
        apiUrl(),
        userAgent(),
        values.integer(PAGE_SIZE_LIMIT),
        values.duration(DATE_WINDOW_SIZE, DAY),
        Duration.ofSeconds(values.integer(LOOKBACK_WINDOW_SECONDS)),
        values.flag(INCLUDE_DELETED),
        rateLimitReserve(),
        values.integer(CONCURRENCY),
        values.duration(REQUEST_TIMEOUT_SECONDS, SECOND).orElseThrow(),
        values.integer(MAX_RETRIES),
        MaskReader.read(values, problems),
        values.flag(EMIT_ACTIVATE_VERSION_MESSAGES));
  }

  private URI apiUrl() {
    // All three are read, so that a wrong one is reported even if another takes precedence.
    Optional<URI> url =
        values.read(
            API_URL,
            "an https URL without login, query or fragment (http only for this machine)",
            ApiAddress::ofUrl);
    Optional<URI> organization =
        values.read(
            ORG_NAME,
            "the name as it appears in https://<org_name>.kustomerapp.com",
            ApiAddress::ofOrganization);
    Optional<Region> region =
        values.read(REGION, "one of us, eu, in; or the prod point 1 or 2", Region::named);
    return url.or(() -> organization).orElseGet(() -> region.orElseThrow().apiUrl());
  }

  private String userAgent() {
    return values
        .read(
            USER_AGENT,
            "a text of printable ASCII characters",
            text -> Optional.of(text).filter(PRINTABLE_ASCII.asMatchPredicate()))
        .orElse("tap-kustomer/" + version);
  }

  private OptionalDouble rateLimitReserve() {
    return values.number(RATE_LIMIT_RESERVE).stream().mapToDouble(Double::doubleValue).findFirst();
  }
}
