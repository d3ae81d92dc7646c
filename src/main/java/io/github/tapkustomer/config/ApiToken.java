package io.github.tapkustomer.config;

import io.github.tapkustomer.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/** The API key as given; no message may repeat it. */
final class ApiToken {
  /** Sent only to the sandbox, which accepts any key. */
  static final Secret FOR_SANDBOX = new Secret("sandbox");

  private static final String PLACE = " (Kustomer: Settings > Security > API Keys)";
  private static final String MISSING =
      Setting.API_TOKEN.key()
          + " is missing: put your API key in the config, or in "
          + Setting.API_TOKEN.environmentVariable()
          + " with --config ENV"
          + PLACE;
  private static final Pattern BEARER = Pattern.compile("(?i)^Bearer(\\s+|$)");
  private static final Pattern PLACEHOLDER = Pattern.compile("(?is)YOUR_.*|<.*>");
  private static final Pattern QUOTED = Pattern.compile("([\"']).*\\1");
  private static final Pattern HEADER_SAFE = Pattern.compile("[!-~]+");

  private ApiToken() {}

  /** The key; if there is no usable one, a problem is noted. */
  static Secret read(Optional<GivenValue> given, SettingsProblems problems) {
    given.ifPresentOrElse(
        token ->
            problem(token.text()).ifPresent(words -> problems.add(token.name() + words + PLACE)),
        () -> problems.add(MISSING));
    return new Secret(given.map(token -> bare(token.text())).orElse(""));
  }

  /** Whether it may be a key, and not the sample's placeholder. */
  static boolean isReal(GivenValue given) {
    return !isPlaceholder(given.text());
  }

  /** Whether a key is still as the sample and the documentation write it. */
  static boolean isPlaceholder(String text) {
    return PLACEHOLDER.matcher(bare(text)).matches();
  }

  /** Without the word that precedes it in the request header. */
  static String bare(String text) {
    return BEARER.matcher(text).replaceFirst("");
  }

  private static Optional<String> problem(String text) {
    if (isPlaceholder(text)) {
      return Optional.of(" is still the placeholder of the sample: put your key there");
    }
    if (QUOTED.matcher(text).matches()) {
      return Optional.of(" has quotes around it: remove them");
    }
    if (!HEADER_SAFE.matcher(bare(text)).matches()) {
      return Optional.of(
          " is not a valid API key: it is empty or has spaces, line breaks or letters beyond ASCII;"
              + " copy the key again");
    }
    return Optional.empty();
  }
}
