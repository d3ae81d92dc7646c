package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.Limits.above;
import static io.github.tapkustomer.config.Limits.between;
import static io.github.tapkustomer.config.ValueType.bool;
import static io.github.tapkustomer.config.ValueType.dateTime;
import static io.github.tapkustomer.config.ValueType.integer;
import static io.github.tapkustomer.config.ValueType.number;
import static io.github.tapkustomer.config.ValueType.oneOf;
import static io.github.tapkustomer.config.ValueType.secretObject;
import static io.github.tapkustomer.config.ValueType.secretString;
import static io.github.tapkustomer.config.ValueType.string;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting, with its names, its type, and what it is for. */
@SuppressWarnings("ImmutableEnumChecker") // Its lists are unmodifiable copies.
public enum Setting {
  API_TOKEN(
      "api_token",
      secretString(),
      "The Kustomer API key (Settings > Security > API Keys).",
      "api_key"),
  START_DATE(
      "start_date",
      dateTime(),
      "The earliest updated_at that a first sync reads; RFC 3339 or a date. Default: one year"
          + " before the run."),
  END_DATE("end_date", dateTime(), "Records updated at this time or later are not read."),
  ORG_NAME(
      "org_name",
      string(),
      "The organization's name, as in https://<org_name>.kustomerapp.com; selects its API host."),
  REGION(
      "region",
      oneOf(Region.keys()).or(Region.US.key()),
      "Where the organization is hosted; used only without org_name.",
      "prod_point"),
  API_URL(
      "api_url",
      string(),
      "The URL of the API; wins over org_name and region. https, or http on this machine."),
  USER_AGENT(
      "user_agent",
      string(),
      "Sent with every request; give a contact. Default: tap-kustomer/<version>."),
  PAGE_SIZE_LIMIT(
      "page_size_limit",
      integer(between(1, 500)).or("500"),
      "Records in one page of a search, 1 to 500."),
  DATE_WINDOW_SIZE(
      "date_window_size",
      number(above(0, 3660)),
      "The longest time range of one search, in days. Default: chosen by the amount of data."),
  LOOKBACK_WINDOW_SECONDS(
      "lookback_window_seconds",
      integer(between(0, 604_800)).or("300"),
      "How far before the bookmark an incremental read starts, in seconds; Kustomer's search"
          + " index lags."),
  INCLUDE_DELETED(
      "include_deleted",
      bool().or("true"),
      "Reads deleted objects too, marked by _sdc_deleted_at."),
  EMIT_ACTIVATE_VERSION_MESSAGES(
      "emit_activate_version_messages",
      bool().or("false"),
      "Reads lists whole and ends them with ACTIVATE_VERSION, so that targets can mark records that"
          + " are gone."),
  MASK(
      "mask",
      secretObject(),
      "What must not leave in plain: an object of column patterns and ways (null, redact, sha256,"
          + " hmac, hmac:<key>, partial:<n>)."),
  HMAC_KEY("hmac_key", secretString(), "The key for columns that mask gives the way hmac."),
  RATE_LIMIT_RESERVE(
      "rate_limit_reserve",
      number(between(0, 0.9)),
      "The share of the API budgets to leave to others, 0 to 0.9. Default: 0.1 of the"
          + " organization's budget and none of the key's own search budget."),
  CONCURRENCY(
      "concurrency",
      integer(between(1, 16)).or("10"),
      "How many requests may be in flight, 1 to 16."),
  REQUEST_TIMEOUT_SECONDS(
      "request_timeout_seconds",
      number(above(0, 3600)).or("300"),
      "How long an attempt may wait for the API, in seconds: to connect, for the first byte, for"
          + " the rest.",
      "request_timeout"),
  MAX_RETRIES("max_retries", integer(between(0, 100)).or("7"), "How often to retry each request.");

  static final String ENVIRONMENT_PREFIX = "TAP_KUSTOMER_";

  private final String key;
  private final ValueType type;
  private final String description;
  private final List<String> aliases;

  Setting(String key, ValueType type, String description, String... aliases) {
    this.key = key;
    this.type = type;
    this.description = description;
    this.aliases = List.of(aliases);
  }

  /** The name it has in a settings file. */
  public String key() {
    return key;
  }

  /** Its name as a form shows it: {@code api_token} is API token. */
  public String title() {
    String words = key.replace('_', ' ');
    String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return title
        .replaceFirst("^Api\\b", "API")
        .replaceFirst("^Hmac\\b", "HMAC")
        .replaceFirst("\\burl\\b", "URL");
  }

  public ValueType type() {
    return type;
  }

  /** What it is for, in a line for the documentation. */
  public String description() {
    return description;
  }

  /** Other names that it may have. */
  public List<String> aliases() {
    return aliases;
  }

  public boolean required() {
    return this == API_TOKEN;
  }

  /** The environment variable that sets it if {@code ENV} is a source. */
  public String environmentVariable() {
    return ENVIRONMENT_PREFIX + key.toUpperCase(Locale.ROOT);
  }

  /** The key and the aliases. */
  public Stream<String> names() {
    return Stream.concat(Stream.of(key), aliases.stream());
  }

  static Optional<Setting> named(String name) {
    return Stream.of(values()).filter(setting -> setting.names().anyMatch(name::equals)).findAny();
  }
}
