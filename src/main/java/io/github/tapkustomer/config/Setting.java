package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.Limits.above;
import static io.github.tapkustomer.config.Limits.between;
import static io.github.tapkustomer.config.ValueType.bool;
import static io.github.tapkustomer.config.ValueType.dateTime;
import static io.github.tapkustomer.config.ValueType.integer;
import static io.github.tapkustomer.config.ValueType.number;
import static io.github.tapkustomer.config.ValueType.oneOf;
import static io.github.tapkustomer.config.ValueType.secretString;
import static io.github.tapkustomer.config.ValueType.string;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All that can be set: each with its names, what it may be, and what it is for. */
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
      "The earliest updated_at that a first sync reads; one year before the run when absent."),
  END_DATE("end_date", dateTime(), "Nothing updated at or after it is read."),
  ORG_NAME(
      "org_name",
      string(),
      "The organisation as in https://<org_name>.kustomerapp.com; its own API host is used."),
  REGION(
      "region",
      oneOf(Region.keys()).or(Region.US.key()),
      "Where the organisation is hosted; used when org_name is absent.",
      "prod_point"),
  API_URL(
      "api_url",
      string(),
      "The API host itself, before org_name and region; https, or http on this machine."),
  USER_AGENT(
      "user_agent",
      string(),
      "Sent with every request, best with a contact; tap-kustomer/<version> when absent."),
  PAGE_SIZE_LIMIT(
      "page_size_limit", integer(between(1, 500)).or("500"), "Records in one page of a search."),
  DATE_WINDOW_SIZE(
      "date_window_size",
      number(above(0, 3660)),
      "Days in the widest window of one history query; sized by the data when absent."),
  LOOKBACK_WINDOW_SECONDS(
      "lookback_window_seconds",
      integer(between(0, 604_800)).or("300"),
      "Seconds before the bookmark at which an incremental read starts."),
  INCLUDE_DELETED(
      "include_deleted", bool().or("true"), "Read deleted objects too, marked _sdc_deleted_at."),
  RATE_LIMIT_RESERVE(
      "rate_limit_reserve",
      number(between(0, 0.9)),
      "The share of the API budgets that is left to others; when absent, 0.1 of the organisation's"
          + " budget and nothing of the key's own search budget."),
  CONCURRENCY("concurrency", integer(between(1, 16)).or("10"), "Requests in flight at a time."),
  REQUEST_TIMEOUT_SECONDS(
      "request_timeout_seconds",
      number(above(0, 3600)).or("300"),
      "Seconds that an attempt may wait for the API: to connect, for the first byte, for the rest.",
      "request_timeout"),
  MAX_RETRIES(
      "max_retries", integer(between(0, 100)).or("7"), "Attempts after the first, per request.");

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
    return title.replaceFirst("^Api\\b", "API").replaceFirst("\\burl\\b", "URL");
  }

  public ValueType type() {
    return type;
  }

  /** A line for those who read the settings' documentation. */
  public String description() {
    return description;
  }

  /** Other names that are understood in its place. */
  public List<String> aliases() {
    return aliases;
  }

  public boolean required() {
    return this == API_TOKEN;
  }

  /** The environment variable that sets it where {@code ENV} is a source. */
  public String environmentVariable() {
    return environmentVariable(key);
  }

  /** That variable, and those of the other names. */
  Stream<String> environmentVariables() {
    return names().map(Setting::environmentVariable);
  }

  private static String environmentVariable(String name) {
    return ENVIRONMENT_PREFIX + name.toUpperCase(Locale.ROOT);
  }

  /** The key and the aliases. */
  public Stream<String> names() {
    return Stream.concat(Stream.of(key), aliases.stream());
  }

  static Optional<Setting> named(String name) {
    return Stream.of(values()).filter(setting -> setting.names().anyMatch(name::equals)).findAny();
  }
}
