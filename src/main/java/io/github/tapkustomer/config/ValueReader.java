package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads given values as the type of their setting. If nothing is given, or a value is wrong, which
 * is noted as a problem, the default is used.
 */
final class ValueReader {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  /** Anything shorter is no key; hiding it would only garble the messages. */
  private static final int SHORTEST_SECRET = 8;

  private final GivenSettings given;
  private final SettingsProblems problems;

  ValueReader(GivenSettings given, SettingsProblems problems) {
    this.given = requireNonNull(given, "given");
    this.problems = requireNonNull(problems, "problems");
  }

  Optional<GivenValue> given(Setting setting) {
    return given.get(setting);
  }

  /** The parsed value; {@code expected} ends the sentence about a wrong one. */
  <T> Optional<T> read(Setting setting, String expected, Function<String, Optional<T>> parser) {
    Optional<T> value = given(setting).map(GivenValue::text).flatMap(parser);
    if (value.isEmpty()) {
      problem(setting, expected);
    }
    return value.or(() -> setting.type().defaultText().flatMap(parser));
  }

  /** Notes that the value given, if any, is not the expected one. */
  void problem(Setting setting, String expected) {
    given(setting).ifPresent(wrong -> problems.add(withoutKey(wrong).isNot(expected)));
  }

  Optional<Double> number(Setting setting) {
    return read(setting, text -> numberWithin(setting, text));
  }

  /** A whole number, even if written as 300.0. */
  int integer(Setting setting) {
    return read(setting, text -> numberWithin(setting, text).filter(n -> n == Math.rint(n)))
        .orElseThrow()
        .intValue();
  }

  boolean flag(Setting setting) {
    return read(setting, ValueReader::flag).orElseThrow();
  }

  Optional<Instant> moment(Setting setting) {
    return read(setting, Timestamps::parse);
  }

  /** A number of units, rounded to at least a millisecond. */
  Optional<Duration> duration(Setting setting, Duration unit) {
    return number(setting)
        .map(units -> Duration.ofMillis(Math.max(1, Math.round(units * unit.toMillis()))));
  }

  private <T> Optional<T> read(Setting setting, Function<String, Optional<T>> parser) {
    return read(setting, setting.type().expected(), parser);
  }

  private static Optional<Double> numberWithin(Setting setting, String text) {
    return Optional.of(text)
        .filter(NUMBER.asMatchPredicate())
        .map(Double::valueOf)
        .filter(setting.type().limits().orElseThrow()::contain);
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> Optional.of(true);
      case "false", "0", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** A key that was also put in the wrong place must not be shown either. */
  private GivenValue withoutKey(GivenValue wrong) {
    GivenValue shown = wrong;
    for (Setting secret : List.of(Setting.API_TOKEN, Setting.HMAC_KEY)) {
      Optional<String> key = given(secret).map(token -> ApiToken.bare(token.text()));
      if (key.isPresent() && key.get().length() >= SHORTEST_SECRET) {
        shown = shown.without(key.get());
      }
    }
    return shown;
  }
}
