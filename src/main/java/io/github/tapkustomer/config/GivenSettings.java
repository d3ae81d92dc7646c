package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The values that one source gives, then those of several; what is blank is not given. */
final class GivenSettings {
  private final Map<Setting, Given> values = new EnumMap<>(Setting.class);
  private final Findings findings;

  GivenSettings(Findings findings) {
    this.findings = requireNonNull(findings, "findings");
  }

  /** Takes a value in; {@code lookup} is its name as a settings file would have it. */
  void add(String lookup, Given given) {
    Optional<Setting> setting = Setting.named(lookup);
    if (setting.isEmpty()) {
      findings.warning(UnknownSetting.warning(lookup, given.name()));
    } else if (!given.text().isBlank()) {
      values.merge(setting.get(), stripped(given), (one, other) -> preferred(lookup, one, other));
    }
  }

  void overrideWith(GivenSettings later) {
    values.putAll(later.values);
  }

  Optional<Given> get(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  private static Given stripped(Given given) {
    return new Given(given.name(), given.text().strip());
  }

  /** Between two names of one setting the key wins over an alias. */
  private Given preferred(String lookup, Given earlier, Given later) {
    boolean laterHasTheKey = Setting.named(lookup).orElseThrow().key().equals(lookup);
    Given kept = laterHasTheKey ? later : earlier;
    Given ignored = laterHasTheKey ? earlier : later;
    // The same name twice is told of where it is read.
    if (!ignored.name().equals(kept.name())) {
      findings.warning(ignored.name() + " is ignored, since " + kept.name() + " is given too");
    }
    return kept;
  }
}
