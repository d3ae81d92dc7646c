package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The values from one source, or merged from several; a blank value counts as none. */
final class GivenSettings {
  private final Map<Setting, GivenValue> values = new EnumMap<>(Setting.class);
  private final SettingsProblems problems;

  GivenSettings(SettingsProblems problems) {
    this.problems = requireNonNull(problems, "problems");
  }

  /** Adds a value; {@code lookup} is its name as in a settings file. */
  void add(String lookup, GivenValue given) {
    Optional<Setting> setting = Setting.named(lookup);
    if (setting.isEmpty()) {
      problems.warn(UnknownSetting.warning(lookup, given.name()));
    } else if (!given.text().isBlank()) {
      values.merge(setting.get(), stripped(given), (one, other) -> preferred(lookup, one, other));
    }
  }

  void overrideWith(GivenSettings later) {
    values.putAll(later.values);
  }

  Optional<GivenValue> get(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  private static GivenValue stripped(GivenValue given) {
    return new GivenValue(given.name(), given.text().strip());
  }

  /** Between two names of one setting, the key wins over an alias. */
  private GivenValue preferred(String lookup, GivenValue earlier, GivenValue later) {
    boolean laterHasTheKey = Setting.named(lookup).orElseThrow().key().equals(lookup);
    GivenValue kept = laterHasTheKey ? later : earlier;
    GivenValue ignored = laterHasTheKey ? earlier : later;
    problems.warn(ignored.name() + " is ignored, since " + kept.name() + " is given too");
    return kept;
  }
}
