package io.github.tapkustomer.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.mask.Mask;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.singer.FieldPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the masks. A way can hold a key, so no message repeats one. */
final class MaskReader {
  /** What a mask may be, to end a sentence with. */
  static final String EXAMPLE = "an object such as {\"customers.emails.email\": \"hmac\"}";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Pattern PARTIAL = Pattern.compile("partial:([1-9][0-9]?)");
  private static final String HMAC = "hmac";
  private static final String KEYED = HMAC + ":";

  private final String name;
  private final Optional<Secret> key;
  private final SettingsProblems problems;

  private MaskReader(String name, Optional<Secret> key, SettingsProblems problems) {
    this.name = name;
    this.key = key;
    this.problems = problems;
  }

  /** The masks; problems with them are noted. */
  static Masks read(ValueReader values, SettingsProblems problems) {
    Optional<Secret> key =
        values
            .given(Setting.HMAC_KEY)
            .map(GivenValue::text)
            .filter(MaskReader::isKey)
            .map(Secret::new);
    return values
        .given(Setting.MASK)
        .map(given -> new MaskReader(given.name(), key, problems).read(given.text()))
        .orElse(Masks.NONE);
  }

  /** Whether settings contain a key, of their own or within a mask. */
  static boolean holdsKey(GivenSettings given) {
    Stream<String> ways =
        given.get(Setting.MASK).map(GivenValue::text).flatMap(MaskReader::object).stream()
            .flatMap(object -> object.properties().stream())
            .map(entry -> entry.getValue().asText())
            .filter(way -> way.startsWith(KEYED))
            .map(way -> way.substring(KEYED.length()));
    Stream<String> setting = given.get(Setting.HMAC_KEY).map(GivenValue::text).stream();
    return Stream.concat(ways, setting).anyMatch(MaskReader::isKey);
  }

  private static boolean isKey(String text) {
    return !text.isEmpty() && !ApiToken.isPlaceholder(text);
  }

  private Masks read(String text) {
    List<Mask> masks = new ArrayList<>();
    object(text)
        .ifPresentOrElse(
            object ->
                object.properties().forEach(entry -> add(entry.getKey(), entry.getValue(), masks)),
            () -> problems.add(name + " is not a valid mask: give " + EXAMPLE));
    return new Masks(masks);
  }

  private static Optional<ObjectNode> object(String text) {
    try {
      return JSON.readTree(text) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void add(String text, JsonNode way, List<Mask> masks) {
    Optional<FieldPattern> pattern =
        Optional.of(text.strip())
            .filter(bare -> !bare.startsWith("!"))
            .flatMap(FieldPattern::parse);
    if (pattern.isEmpty()) {
      problems.add(
          "%s: %s is not a pattern: give one such as customers.name or *.custom.passport*"
              .formatted(name, OneLine.quoted(text)));
    } else if (needsKey(way)) {
      problems.add(
          "%s: the way of %s needs a key: set %s to a long text of your own, or give hmac:<key>"
              .formatted(name, OneLine.quoted(text), Setting.HMAC_KEY.key()));
    } else {
      way(way)
          .ifPresentOrElse(
              known -> masks.add(new Mask(pattern.get(), known)),
              () ->
                  problems.add(
                      "%s: the way of %s is unknown: give null, redact, sha256, hmac, hmac:<key>, or"
                              .formatted(name, OneLine.quoted(text))
                          + " partial:<n> with n from 1 to 99"));
    }
  }

  private boolean needsKey(JsonNode way) {
    String text = way.asText();
    return text.equals(HMAC) && key.isEmpty()
        || text.startsWith(KEYED) && !isKey(text.substring(KEYED.length()));
  }

  private Optional<Way> way(JsonNode way) {
    if (way.isNull()) {
      return Optional.of(new Way.Nothing());
    }
    String text = way.isTextual() ? way.textValue() : "";
    return switch (text) {
      case "null" -> Optional.of(new Way.Nothing());
      case "redact" -> Optional.of(new Way.Redact());
      case "sha256" -> Optional.of(new Way.Sha256());
      case HMAC -> key.map(Way.Hmac::new);
      default -> wayWithArgument(text);
    };
  }

  private static Optional<Way> wayWithArgument(String text) {
    if (text.startsWith(KEYED)) {
      return Optional.of(new Way.Hmac(new Secret(text.substring(KEYED.length()))));
    }
    Matcher partial = PARTIAL.matcher(text);
    return partial.matches()
        ? Optional.of(new Way.Partial(Integer.parseInt(partial.group(1))))
        : Optional.empty();
  }
}
